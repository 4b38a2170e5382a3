/** Memberships that the house gives: until a date, without a price, and ended early where an admin says so. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { invalidBody } from '../platform/http/problem.js';
import { PlanCatalogue } from '../plans/plan-catalogue.service.js';
import { canGive } from './complimentary.rules.js';
import type { Membership, MembershipDraft } from './membership.js';
import { MembershipKeeper } from './membership-keeper.service.js';
import { MembershipRepository } from './membership.repository.js';
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
    private readonly memberships: MembershipRepository,
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
        throw untilIsPast();
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

  /**
   * Lets one that was given go on until another date, by the plan that it has.
   * @param also what is done with it, or not at all
   * @returns false where it does not run any more
   */
  prolong(given: Membership, until: Date, also: () => Promise<void>): Promise<boolean> {
    const { id: membershipId, userId } = given;
    return this.database.transaction(async () => {
      await this.keeper.hold(userId);
      const now = this.clock.now();
      const held = await this.keeper.listOf(userId);
      const running = held.find((each) => each.id === membershipId && isLive(each, now));
      if (running === undefined) return false;
      const { id, ...terms } = running;
      await this.keeper.save(id, { ...terms, cancelsAt: until });
      await this.keeper.settle(userId);
      await also();
      return true;
    });
  }

  /**
   * The same for many accounts at once that were opened in this very transaction: nobody can have sold them anything.
   * @throws Problem 422
   */
  giveToNewcomers(given: readonly (ComplimentaryTerms & { userId: string })[]): Promise<void> {
    return this.database.transaction(async () => {
      if (given.length === 0) return;
      const now = this.clock.now();
      if (given.some(({ until }) => until <= now)) throw untilIsPast();
      for (const planId of new Set(given.map((each) => each.planId))) {
        await this.refuseUnlessGiven(planId);
      }
      await this.memberships.insertOfRecord(
        given.map(({ userId, planId, until }) => ({
          ...draftOf(userId, planId, until),
          startedAt: now,
        })),
      );
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

const untilIsPast = () => invalidBody([{ field: 'until', message: 'must be in the future' }]);

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
