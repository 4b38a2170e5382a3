/** Finds the institution that a visit comes through, and counts what is read there. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Shelf } from '../../platform/database/shelf.js';
import { addressOf, networkOf } from '../../platform/networks/network.rules.js';
import type { Visit } from '../reading/visit.js';
import type { Institution } from './institution.js';
import { type Opening, admitsAddresses, domainOf, opensTo } from './institution.rules.js';
import { InstitutionReadRepository } from './institution-read.repository.js';
import { InstitutionRepository, institutionsTopic } from './institution.repository.js';

/** An institution as its readers are told of it. */
export interface NamedInstitution {
  readonly id: string;
  readonly name: string;
}

type Listed = NamedInstitution & Opening;

@Injectable()
export class InstitutionFinder {
  private readonly shelf: Shelf<Listed[]>;

  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly reads: InstitutionReadRepository,
    private readonly clock: Clock,
    announcements: Announcements,
  ) {
    this.shelf = new Shelf(announcements, institutionsTopic, { standsIn: true });
  }

  /** @returns null for most */
  async find({ reader, address }: Visit): Promise<NamedInstitution | null> {
    const origin = {
      address: addressOf(address),
      emailDomain: reader === null ? null : domainOf(reader.email),
    };
    const now = this.clock.now();
    const opens = (each: Listed): boolean => opensTo(each, origin, now);
    const likely = (await this.listing()).filter(opens);
    if (likely.length === 0) return null;
    // The list may be a moment old. What opens the paper is looked at again, so that an end is one at once.
    const present = await this.institutions.findAll(likely.map(({ id }) => id));
    return present.map(listed).find(opens) ?? null;
  }

  /**
   * Whether some institution may open the paper to a stranger at this address, as far as is known without asking.
   * @param address is found out only where there are institutions
   */
  mayAdmit(address: () => string): boolean {
    const listing = this.shelf.peek('');
    // Known once somebody has stood before a gate.
    if (listing === null) return true;
    if (listing.length === 0) return false;
    const origin = { address: addressOf(address()), emailDomain: null };
    const now = this.clock.now();
    return listing.some((each) => opensTo(each, origin, now));
  }

  /** Whether some institution pays for whoever signs in with an address of its own. */
  async admitsAddresses(): Promise<boolean> {
    const now = this.clock.now();
    return (await this.listing()).some((each) => admitsAddresses(each, now));
  }

  /** Counts one read; by whom is not kept. */
  countRead({ id }: NamedInstitution, articleId: string): Promise<void> {
    return this.reads.count(id, articleId, this.clock.now());
  }

  private listing(): Promise<Listed[]> {
    return this.shelf.get('', async () => (await this.institutions.all()).map(listed));
  }
}

function listed({ id, name, networks, emailDomains, startsAt, endsAt }: Institution): Listed {
  // What cannot be read any more opens nothing.
  const read = networks.flatMap((text) => networkOf(text) ?? []);
  return { id, name, networks: read, emailDomains, startsAt, endsAt };
}
