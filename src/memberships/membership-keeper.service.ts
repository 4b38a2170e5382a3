/** Takes over what a seller says of somebody's memberships, and says where she stands. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
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

  /** All that she holds or held. */
  listOf(userId: string): Promise<Membership[]> {
    return this.memberships.listOf(userId);
  }

  /** @param id null for a new one */
  save(id: string | null, draft: MembershipDraft): Promise<Membership> {
    return this.memberships.save(id ?? uuid(), draft);
  }

  /** Until the transaction ends, nobody else changes what she holds. */
  hold(userId: string): Promise<void> {
    return this.memberships.hold(userId);
  }

  /** Ends a membership now; it keeps what it was until then. */
  end({ id, ...held }: Membership): Promise<Membership> {
    const endedAt = this.clock.now();
    return this.save(id, {
      ...held,
      status: 'ended',
      // What was given always has a date at which it ends.
      cancelsAt: held.source === 'complimentary' ? endedAt : null,
      pastDueSince: null,
      payUrl: null,
      nextPriceId: null,
      nextPriceAt: null,
      endedAt,
    });
  }

  /** Decides anew which membership is of record; called after the last change, in its transaction. */
  async settle(userId: string): Promise<void> {
    // A sync and an admin may do so at once, and only one membership can be of record.
    await this.memberships.hold(userId);
    const held = await this.memberships.listOf(userId);
    const ofRecord = membershipOfRecord(held, this.clock.now());
    await this.memberships.setOfRecord(userId, ofRecord?.id ?? null);
  }
}
