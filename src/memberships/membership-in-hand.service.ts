/** What a reader has in hand as she comes: found with the query that found her, and good for her request alone. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import type { Reader } from '../users/reader.js';
import { MemberFinder } from './member-finder.repository.js';
import type { Membership, Standing } from './membership.js';
import { MembershipRepository } from './membership.repository.js';
import { standingOf } from './standing.rules.js';

@Injectable()
export class MembershipInHand {
  constructor(
    private readonly finder: MemberFinder,
    private readonly memberships: MembershipRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** For a reader who did not come with a session, it is looked up. */
  async of(reader: Reader): Promise<{ membership: Membership | null; standing: Standing }> {
    const found = this.finder.heldBy(reader);
    const membership = found === undefined ? await this.memberships.findOfRecord(reader.id) : found;
    return {
      membership,
      standing: standingOf(membership, this.clock.now(), this.config.graceDays),
    };
  }
}
