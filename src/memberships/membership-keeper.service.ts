/** Takes over what a seller says of somebody's memberships, and says where she stands. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import type { Membership, MembershipDraft, Standing } from './membership.js';
import { membershipOfRecord } from './membership-of-record.rules.js';
import { MembershipRepository } from './membership.repository.js';
import { standingOf } from './standing.rules.js';

@Injectable()
export class MembershipKeeper {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async standing(userId: string): Promise<Standing> {
    return (await this.holding(userId)).standing;
  }

  /** The membership of record, and what follows from it now. */
  async holding(userId: string): Promise<{ membership: Membership | null; standing: Standing }> {
    const membership = await this.memberships.findOfRecord(userId);
    return {
      membership,
      standing: standingOf(membership, this.clock.now(), this.config.graceDays),
    };
  }

  save(id: string | null, draft: MembershipDraft): Promise<Membership> {
    return this.memberships.save(id, draft);
  }

  /** Decides anew which membership is of record; called after the last change, in its transaction. */
  async settle(userId: string): Promise<void> {
    const ofRecord = membershipOfRecord(await this.memberships.listOf(userId));
    await this.memberships.setOfRecord(userId, ofRecord?.id ?? null);
  }
}
