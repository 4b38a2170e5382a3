/** Gives a plan a price, and a price a successor: at Stripe first, on sale once Stripe knows it. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Money } from '../platform/money/money.js';
import { PlanDesk } from '../plans/plan-desk.service.js';
import type { BillingInterval, Plan, Price } from '../plans/plan.js';
import { type PlanDraft, PriceRepository } from '../plans/plan.repository.js';
import { pricesOnSale } from '../plans/plan.rules.js';
import { planArchived, twoPricesInOnePlace, unknownPriceOfPlan } from '../plans/plans.errors.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';
import { StripeCatalogueGateway } from './stripe/stripe-catalogue.gateway.js';

export interface PriceChange extends Money {
  interval: BillingInterval;
  /** The price it takes the place of; where nothing is said, the one of the same interval and currency. */
  replaces?: string | undefined;
}

/** What must be said of a new plan; the rest has a usual value. */
export type NewPlan = Pick<PlanDraft, 'slug' | 'name'> & Partial<PlanDraft>;

@Injectable()
export class PlanPricing {
  constructor(
    private readonly desk: PlanDesk,
    private readonly prices: PriceRepository,
    private readonly known: StripeCatalogueRepository,
    private readonly gateway: StripeCatalogueGateway,
    private readonly database: Database,
  ) {}

  /**
   * A plan and, with it, prices on sale. The plan stays when Stripe cannot be reached for a price:
   * setting the price again finishes what was begun.
   * @throws Problem 409 `plans/slug-taken`, 422 for two prices in one place
   */
  async createPlan(
    { description = '', benefits = [], trialDays = 0, audience = 'person', ...named }: NewPlan,
    prices: readonly PriceChange[],
  ): Promise<Plan> {
    const places = new Set(prices.map(({ interval, currency }) => `${interval} ${currency}`));
    if (places.size < prices.length) throw twoPricesInOnePlace();
    const draft = { ...named, description, benefits, trialDays, audience };
    let plan = await this.desk.create(draft);
    for (const price of prices) plan = await this.setPrice(plan.id, price);
    return plan;
  }

  /** @throws Problem 404, 409 `plans/slug-taken` */
  async editPlan(planId: string, changes: Partial<PlanDraft>): Promise<Plan> {
    const plan = await this.desk.edit(planId, changes);
    const productId = changes.name === undefined ? null : await this.known.productOf(planId);
    if (productId !== null) await this.gateway.renameProduct(productId, plan.name);
    return plan;
  }

  /**
   * Members keep the version that they bought. An attempt that is cut short is taken up again by the
   * next with the same amount, under the same idempotency keys.
   * @throws Problem 404, 409 `plans/archived`, 422 for a price that is not this plan's
   */
  async setPrice(planId: string, change: PriceChange): Promise<Plan> {
    const plan = await this.desk.show(planId);
    if (plan.archivedAt !== null) throw planArchived();
    const replaced = replacedBy(plan, change);
    const { amount, currency, interval } = change;
    if (replaced.some((old) => isSame(old, change))) return plan;

    const version = await this.prices.openPending({ planId, amount, currency, interval });
    const productId = await this.productOf(plan);
    await this.known.rememberPrice(version.id, await this.gateway.createPrice(productId, version));
    await this.database.transaction(() =>
      this.prices.activate(
        version.id,
        replaced.map(({ id }) => id),
      ),
    );
    await this.takeOffSale(replaced);
    return this.desk.show(planId);
  }

  /** Takes the plan and its prices off sale; members keep them. */
  async archive(planId: string): Promise<Plan> {
    const onSale = pricesOnSale(await this.desk.show(planId));
    const archived = await this.desk.archive(planId);
    await this.takeOffSale(onSale);
    return archived;
  }

  private async takeOffSale(prices: readonly Price[]): Promise<void> {
    for (const { id } of prices) {
      const stripePriceId = await this.known.stripePriceOf(id);
      if (stripePriceId !== null) await this.gateway.archivePrice(stripePriceId);
    }
  }

  private async productOf(plan: Plan): Promise<string> {
    const known = await this.known.productOf(plan.id);
    if (known !== null) return known;
    const created = await this.gateway.createProduct(plan);
    await this.known.rememberProduct(plan.id, created);
    return created;
  }
}

/** The named price, and the one that stands where the new one will: only one can be on sale there. */
function replacedBy(plan: Plan, change: PriceChange): Price[] {
  const onSale = pricesOnSale(plan);
  if (change.replaces !== undefined && !onSale.some(({ id }) => id === change.replaces)) {
    throw unknownPriceOfPlan();
  }
  return onSale.filter(
    ({ id, interval, currency }) =>
      id === change.replaces || (interval === change.interval && currency === change.currency),
  );
}

function isSame(price: Price, change: PriceChange): boolean {
  return (
    price.amount === change.amount &&
    price.currency === change.currency &&
    price.interval === change.interval
  );
}
