/** Remembers who has had a trial, by account, by address and by card; kept for ever. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { trialAddress } from './trial.rules.js';

export interface TrialUse {
  userId: string;
  email: string;
  /** Stripe's mark of a card, the same for the same number. */
  cardFingerprint: string | null;
  membershipId: string;
  startedAt: Date;
  /** False once it has become a paid membership: then it is only written down. */
  isRunning: boolean;
}

export interface KnownTrial {
  membershipId: string;
  startedAt: Date;
  /** Not the first of this person. */
  isRepeat: boolean;
}

@Injectable()
export class TrialLedger {
  constructor(private readonly database: Database) {}

  async hasHadTrial(person: { userId: string; email: string }): Promise<boolean> {
    const use = await this.database.client.trialUse.findFirst({
      where: { OR: [{ userId: person.userId }, ...withAddress(hashOf(person.email))] },
      select: { id: true },
    });
    return use !== null;
  }

  /** The trials that were begun from this account, the newest first. */
  usesOf(userId: string): Promise<KnownTrial[]> {
    return this.database.client.trialUse.findMany({
      where: { userId },
      select: { membershipId: true, startedAt: true, isRepeat: true },
      orderBy: { startedAt: 'desc' },
    });
  }

  /** Whether a membership began with a trial that was not its person's first. */
  async wasRepeat(membershipId: string): Promise<boolean> {
    const use = await this.database.client.trialUse.findUnique({ where: { membershipId } });
    return use?.isRepeat ?? false;
  }

  /**
   * Writes a trial down once, however often it is told, in the transaction of its caller.
   * @returns true when the person behind it had one before, as this card, account or address shows
   */
  async record(use: TrialUse): Promise<boolean> {
    const { email, membershipId, isRunning, ...rest } = use;
    const addressHash = hashOf(email);
    await this.lock([use.userId, addressHash, use.cardFingerprint]);
    const { trialUse } = this.database.client;
    const known = await trialUse.findUnique({ where: { membershipId } });
    // The card that the trial was begun with counts; a later one says nothing about this trial.
    if (known !== null && (known.cardFingerprint !== null || use.cardFingerprint === null)) {
      return known.isRepeat;
    }
    const earlier = await trialUse.findFirst({
      where: {
        membershipId: { not: membershipId },
        isRepeat: false,
        OR: [
          { userId: use.userId },
          ...withAddress(addressHash),
          ...(use.cardFingerprint === null ? [] : [{ cardFingerprint: use.cardFingerprint }]),
        ],
      },
      select: { id: true },
    });
    const isRepeat = isRunning && earlier !== null;
    await trialUse.upsert({
      where: { membershipId },
      create: { ...rest, membershipId, addressHash, isRepeat },
      update: { cardFingerprint: use.cardFingerprint, isRepeat },
    });
    return isRepeat;
  }

  /** Her account is moved to this address: who has had a trial with it has had one with either. */
  async follow(userId: string, email: string): Promise<void> {
    await this.database.client.trialUse.updateMany({
      where: { userId },
      data: { laterAddressHashes: { push: hashOf(email) } },
    });
  }

  /** Two trials of one person at the same moment are looked at one after the other. */
  private async lock(marks: readonly (string | null)[]): Promise<void> {
    // In one order for all, so that no two wait for each other.
    const sorted = marks.filter((mark) => mark !== null).toSorted();
    await this.database.client.$queryRaw`
      select 1 from unnest(${sorted}::text[]) as mark,
        lateral pg_advisory_xact_lock(hashtextextended('trial ' || mark, 0))`;
  }
}

const withAddress = (hash: string) => [
  { addressHash: hash },
  { laterAddressHashes: { has: hash } },
];

const hashOf = (email: string): string =>
  createHash('sha256').update(trialAddress(email)).digest('hex');
