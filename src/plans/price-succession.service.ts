/** A price and its successor: queues the changes of one plan, before and after the new price is made known. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { Purges } from '../platform/edge/purges.js';
import type { Plan, Price } from './plan.js';
import { PlanLock } from './plan-lock.repository.js';
import { PlanRepository } from './plan.repository.js';
import { planArchived, planNotFound, unknownPriceOfPlan } from './plans.errors.js';
import { PriceRepository } from './price.repository.js';
import { type PriceChange, succession } from './price-succession.rules.js';

export interface Begun {
  readonly plan: Plan;
  /** The version to be made known; null when what is wanted is on sale already. */
  readonly version: Price | null;
  readonly archived: readonly Price[];
}

export interface Completed {
  /** Why the version did not come on sale: something else was done to the plan since it was begun. */
  readonly refusal: 'plan-archived' | 'price-changed' | null;
  readonly archived: readonly Price[];
}

@Injectable()
export class PriceSuccession {
  constructor(
    private readonly plans: PlanRepository,
    private readonly prices: PriceRepository,
    private readonly lock: PlanLock,
    private readonly database: Database,
    private readonly purges: Purges,
  ) {}

  /**
   * Takes up the version that an earlier attempt at the same terms left waiting, if there is one.
   * @throws Problem 404, 409 `plans/archived`, 422 for a price that is not on sale in this plan
   */
  begin(planId: string, change: PriceChange): Promise<Begun> {
    return this.database.transaction(async () => {
      const plan = await this.locked(planId);
      if (plan.archivedAt !== null) throw planArchived();
      const found = await this.successionIn(plan, change);
      if (found === 'not-on-sale') throw unknownPriceOfPlan();
      if (found.standing !== null) {
        await this.prices.archive(found.replaced);
        if (found.replaced.length > 0) await this.purges.order('plans');
        return { plan, version: null, archived: found.replaced };
      }
      const { amount, currency, interval } = change;
      const version = await this.prices.openPending({ planId, amount, currency, interval });
      return { plan, version, archived: [] };
    });
  }

  /** Looks again at what is on sale, for others may have been faster; a refusal archives the version. */
  complete(begun: Price, change: PriceChange): Promise<Completed> {
    return this.database.transaction(async () => {
      const plan = await this.locked(begun.planId);
      const version = await this.prices.find(begun.id);
      if (version === null) throw planNotFound();
      if (plan.archivedAt !== null) return this.refuse(version, 'plan-archived');
      const found = await this.successionIn(plan, change);
      if (found === 'not-on-sale') return this.refuse(version, 'price-changed');
      if (found.standing === null) {
        if (version.status === 'archived') return this.refuse(version, 'price-changed');
        // Before the version is put on sale: the place takes one.
        await this.prices.archive(found.replaced);
        await this.prices.activate(version.id);
        await this.purges.order('plans');
        return { refusal: null, archived: found.replaced };
      }
      const isOther = found.standing.id !== version.id;
      const archived = isOther ? [...found.replaced, version] : found.replaced;
      await this.prices.archive(archived);
      if (found.replaced.length > 0) await this.purges.order('plans');
      return { refusal: null, archived };
    });
  }

  private async locked(planId: string): Promise<Plan> {
    const plan = (await this.lock.forChange(planId)) ? await this.plans.find(planId) : null;
    if (plan === null) throw planNotFound();
    return plan;
  }

  private async successionIn(
    plan: Plan,
    change: PriceChange,
  ): Promise<ReturnType<typeof succession>> {
    const named = change.replaces === undefined ? null : await this.prices.find(change.replaces);
    return succession(plan, change, named);
  }

  private async refuse(
    version: Price,
    refusal: NonNullable<Completed['refusal']>,
  ): Promise<Completed> {
    // One that others who asked for the same have put on sale stays there.
    const archived = version.status === 'active' ? [] : [version];
    await this.prices.archive(archived);
    return { refusal, archived };
  }
}
