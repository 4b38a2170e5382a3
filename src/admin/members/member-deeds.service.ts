/** What staff do to somebody's membership: give one, let one go on, end one. */
import { Injectable } from '@nestjs/common';
import {
  type EndingTime,
  StaffCancellation,
} from '../../billing/ending/staff-cancellation.service.js';
import { Extensions } from '../../billing/extension/extensions.service.js';
import {
  ComplimentaryMemberships,
  type ComplimentaryTerms,
} from '../../memberships/complimentary.service.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import type { AuditDetail } from '../../platform/audit/change.rules.js';
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
    private readonly extensions: Extensions,
    private readonly deeds: Deeds,
  ) {}

  /** @throws Problem 409 where a paid membership runs, 422 for a past date or a plan that is not given */
  async comp(userId: string, terms: ComplimentaryTerms, staff: Reader): Promise<void> {
    const detail = { plan: terms.planId, until: terms.until.toISOString() };
    const deed = { action: 'member.comped', subject: toMember(userId), detail };
    await this.deeds.changed(staff, { ...deed, look: () => this.given(userId) }, () =>
      this.complimentary.give(userId, terms),
    );
  }

  /** @throws Problem 409 that says what stands in the way, 422 for the date, 503 when Stripe cannot be reached */
  async extend(userId: string, until: Date, staff: Reader): Promise<void> {
    const toTheSecond = new Date(Math.floor(until.getTime() / 1000) * 1000);
    const tell = this.deeds.witness(staff);
    await this.extensions.extend(userId, toTheSecond, ({ membershipId, moved, from, until: to }) =>
      tell({
        action: 'member.extended',
        subject: toMember(userId),
        detail: { membership: membershipId, moved },
        change: { before: { until: from.toISOString() }, after: { until: to.toISOString() } },
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
    const deed = { action: 'member.cancelled', subject: toMember(userId), detail: { at } };
    await this.deeds.changed(staff, { ...deed, look: () => this.given(userId) }, () =>
      this.complimentary.end(userId),
    );
  }

  /** What the audit keeps of what was given to her; asked in the transaction that gives it. */
  private async given(userId: string): Promise<AuditDetail> {
    const held = await this.keeper.listOf(userId);
    const given = held.find(
      ({ source, status }) => source === 'complimentary' && status === 'active',
    );
    return {
      membership: given?.id ?? null,
      plan: given?.planId ?? null,
      until: given?.cancelsAt?.toISOString() ?? null,
    };
  }
}
