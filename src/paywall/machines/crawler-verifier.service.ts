/** Says whether a visit is a search engine's, by its address and never by its own word. */
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { inWords, networkOf } from '../../platform/networks/network.rules.js';
import type { Visit } from '../reading/visit.js';
import { engineClaimedBy } from './claims.rules.js';
import { isWithin } from './host-name.rules.js';
import { HostNames } from './host-names.js';
import { MachineSettingsRepository } from './machine-settings.repository.js';
import { PublishedAddresses } from './published-addresses.js';
import type { SearchEngine } from './search-engines.js';
import { Verdicts } from './verdicts.js';

/** Names of one address that are looked at; an honest crawler has one. */
const namesLookedAt = 3;

@Injectable()
export class CrawlerVerifier {
  private readonly logger = new Logger('Crawlers');
  private readonly verdicts: Verdicts;

  constructor(
    clock: Clock,
    private readonly settings: MachineSettingsRepository,
    private readonly published: PublishedAddresses,
    private readonly hosts: HostNames,
  ) {
    this.verdicts = new Verdicts(clock);
  }

  /**
   * Whether it may have the whole text. Any doubt is a no. What the visit says of itself only decides
   * whether there is anything to look at, so that no reader waits for a name server.
   */
  async mayReadAll({ reader, userAgent, address }: Visit): Promise<boolean> {
    const engine = reader === null ? engineClaimedBy(userAgent) : null;
    if (engine === null) return false;
    if (!(await this.settings.read()).searchEnginesReadAll) return false;
    const from = plainly(address);
    if (from === null) return false;
    return this.verdicts.of(`${engine.name} ${from}`, () => this.isOf(engine, from));
  }

  private async isOf(engine: SearchEngine, address: string): Promise<boolean> {
    try {
      return this.published.has(engine.name, address) || (await this.isNamed(engine, address));
    } catch (error) {
      this.logger.debug(`${address} is no ${engine.name}: ${String(error)}`);
      return false;
    }
  }

  /** Whoever owns an address may give it any name; only the engine makes that name lead back to it. */
  private async isNamed({ domains }: SearchEngine, address: string): Promise<boolean> {
    if (domains.length === 0) return false;
    const names = await this.hosts.namesOf(address);
    for (const name of names.slice(0, namesLookedAt)) {
      if (!isWithin(name, domains)) continue;
      const addresses = await this.hosts.addressesOf(name, address);
      if (addresses.some((other) => plainly(other) === address)) return true;
    }
    return false;
  }
}

/** The one way to write an address, so that two can be compared; null for what is none. */
function plainly(address: string): string | null {
  const alone = networkOf(address);
  return alone === null ? null : inWords(alone).replace(/\/\d+$/, '');
}
