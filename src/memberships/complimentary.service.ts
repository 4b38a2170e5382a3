/** Memberships that the house gives: until a date, without a price, and ended early where an admin says so. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { invalidBody } from '../platform/http/problem.js';
import { PlanCatalogue } from '../plans/plan-catalogue.service.js';
import { canGive } from './complimentary.rules.js';
import type { Membership, MembershipDraft } from './membership.js';
import { MembershipKeeper } from './membership-keeper.service.js';
import { isLive } from './membership-of-record.rules.js';
import { paidMembershipRuns } from './memberships.errors.js';

export interface ComplimentaryTerms {
  planId: string;
  until: Date;
}

@Injectable()
export class ComplimentaryMemberships {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly plans: PlanCatalogue,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * One that still runs gets the new end and plan.
   * @throws Problem 409 `memberships/paid-membership-runs`, 422 for a date that is not to come or a plan
   *   that is not given any more
   */
  give(userId: string, { planId, until }: ComplimentaryTerms): Promise<Membership> {
    return this.database.transaction(async () => {
      await this.keeper.hold(userId);
      await this.refuseUnlessGiven(planId);
      const now = this.clock.now();
      const decision = canGive(await this.keeper.listOf(userId), until, now);
      if (!decision.granted) {
        if (decision.denial === 'paid-membership-runs') throw paidMembershipRuns();
        throw invalidBody([{ field: 'until', message: 'must be in the future' }]);
      }
      const { running } = decision;
      const given = await this.keeper.save(running?.id ?? null, {
        ...draftOf(userId, planId, until),
        startedAt: running?.startedAt ?? now,
      });
      await this.keeper.settle(userId);
      return given;
    });
  }

  /** Ends whatever was given and still runs. */
  end(userId: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.keeper.hold(userId);
      const now = this.clock.now();
      const running = (await this.keeper.listOf(userId)).filter(
        (each) => each.source === 'complimentary' && isLive(each, now),
      );
      for (const membership of running) await this.keeper.end(membership);
      if (running.length > 0) await this.keeper.settle(userId);
    });
  }

  private async refuseUnlessGiven(planId: string): Promise<void> {
    const plan = await this.plans.find(planId);
    if (plan !== null && plan.archivedAt === null) return;
    const message = plan === null ? 'There is no such plan.' : 'This plan is archived.';
    throw invalidBody([{ field: 'planId', message }]);
  }
}

function draftOf(userId: string, planId: string, until: Date): Omit<MembershipDraft, 'startedAt'> {
  return {
    userId,
    planId,
    priceId: null,
    source: 'complimentary',
    status: 'active',
    seats: 1,
    trialEndsAt: null,
    currentPeriodEnd: null,
    cancelsAt: until,
    pastDueSince: null,
    payUrl: null,
    nextPriceId: null,
    nextPriceAt: null,
    endedAt: null,
  };
}
