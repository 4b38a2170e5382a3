/** Asks the name system: which names an address has, and which addresses a name has. */
import { Resolver } from 'node:dns/promises';
import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';

/** Milliseconds a name server has to answer; it is asked once. Somebody waits for it. */
const patience = 1_000;

@Injectable()
export class HostNames {
  private readonly resolver = new Resolver({ timeout: patience, tries: 1 });

  constructor(config: Config) {
    if (config.dnsServers.length > 0) this.resolver.setServers(config.dnsServers);
  }

  /** @throws what the resolver says, where there is no answer */
  namesOf(address: string): Promise<string[]> {
    return this.resolver.reverse(address);
  }

  /**
   * @param like the address of whose family they must be
   * @throws what the resolver says, where there is no answer
   */
  addressesOf(name: string, like: string): Promise<string[]> {
    return isIPv6(like) ? this.resolver.resolve6(name) : this.resolver.resolve4(name);
  }
}
