/** What staff do to somebody's membership: give one, end one. */
import { Injectable } from '@nestjs/common';
import {
  type EndingTime,
  StaffCancellation,
} from '../../billing/ending/staff-cancellation.service.js';
import {
  ComplimentaryMemberships,
  type ComplimentaryTerms,
} from '../../memberships/complimentary.service.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import type { Reader } from '../../users/reader.js';
import { nothingRuns } from '../admin.errors.js';
import { Deeds } from '../deeds.service.js';

const toMember = (id: string) => ({ kind: 'member', id });

@Injectable()
export class MemberDeeds {
  constructor(
    private readonly complimentary: ComplimentaryMemberships,
    private readonly keeper: MembershipKeeper,
    private readonly endings: StaffCancellation,
    private readonly deeds: Deeds,
  ) {}

  /** @throws Problem 409 where a paid membership runs, 422 for a past date or a plan that is not given */
  async comp(userId: string, terms: ComplimentaryTerms, staff: Reader): Promise<void> {
    await this.deeds.done(
      staff,
      () => this.complimentary.give(userId, terms),
      ({ id }) => ({
        action: 'member.comped',
        subject: toMember(userId),
        detail: { membership: id, plan: terms.planId, until: terms.until.toISOString() },
      }),
    );
  }

  /** @throws Problem 409 `memberships/nothing-runs`, 503 when Stripe cannot be reached */
  async cancel(userId: string, at: EndingTime, staff: Reader): Promise<void> {
    const { membership, standing } = await this.keeper.holding(userId);
    if (membership === null || standing.state === 'none' || standing.state === 'ended') {
      throw nothingRuns();
    }
    if (membership.source === 'complimentary') return this.endComplimentary(userId, at, staff);
    if (!(await this.endings.end(membership, at, staff.id))) throw nothingRuns();
  }

  /** What was given ends with its date anyway. */
  private async endComplimentary(userId: string, at: EndingTime, staff: Reader): Promise<void> {
    if (at === 'period-end') return;
    await this.deeds.done(
      staff,
      () => this.complimentary.end(userId),
      () => ({ action: 'member.cancelled', subject: toMember(userId), detail: { at } }),
    );
  }
}
