/** Gives a plan a price, and a price a successor: at Stripe first, on sale once Stripe knows it. */
import { Injectable } from '@nestjs/common';
import type { Deed } from '../../platform/audit/audit.js';
import { changeBetween } from '../../platform/audit/change.rules.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { PlanDesk } from '../../plans/plan-desk.service.js';
import type { Plan, Price } from '../../plans/plan.js';
import { planAsAudited, pricesAsAudited } from '../../plans/plan-audit.rules.js';
import type { PlanDraft } from '../../plans/plan.repository.js';
import { planArchived, priceChanged, twoPricesInOnePlace } from '../../plans/plans.errors.js';
import type { PriceChange, PriceTerms } from '../../plans/price-succession.rules.js';
import { PriceSuccession } from '../../plans/price-succession.service.js';
import { enqueuePriceArchiving } from './archive-stripe-price.job.js';
import { unchargeable } from '../billing.errors.js';
import { chargeableStep, isChargeable } from '../../platform/money/chargeable.rules.js';
import { enqueueProductNaming } from './name-stripe-product.job.js';
import { StripeCatalogue } from './stripe-catalogue.service.js';

/** What must be said of a new plan; the rest has a usual value. */
export type NewPlan = Pick<PlanDraft, 'slug' | 'name'> & Partial<PlanDraft>;

/** Writes down who did it, in the transaction that does it. */
export type Witness = (deed: Omit<Deed, 'actorId'>) => Promise<void>;

const nobody: Witness = () => Promise.resolve();

const refusals = { 'plan-archived': planArchived, 'price-changed': priceChanged };

@Injectable()
export class PlanPricing {
  constructor(
    private readonly desk: PlanDesk,
    private readonly succession: PriceSuccession,
    private readonly catalogue: StripeCatalogue,
    private readonly jobs: Jobs,
    private readonly database: Database,
  ) {}

  /**
   * A plan and, with it, prices on sale. The plan stays when Stripe cannot be reached for a price:
   * setting the price again finishes what was begun.
   * @throws Problem 409 `plans/slug-taken`, 422 for two prices in one place or an amount that Stripe
   *   cannot charge
   */
  async createPlan(
    { description = '', benefits = [], trialDays = 0, audience = 'person', ...named }: NewPlan,
    prices: readonly PriceTerms[],
    witness = nobody,
  ): Promise<Plan> {
    const places = new Set(prices.map(({ interval, currency }) => `${interval} ${currency}`));
    if (places.size < prices.length) throw twoPricesInOnePlace();
    prices.forEach((price, index) => refuseUnchargeable(price, `prices.${index}.amount`));
    let plan = await this.database.transaction(async () => {
      const made = await this.desk.create({ ...named, description, benefits, trialDays, audience });
      const change = changeBetween(null, planAsAudited(made));
      await witness({ action: 'plan.created', subject: { kind: 'plan', id: made.id }, change });
      return made;
    });
    for (const price of prices) plan = await this.setPrice(plan.id, price, witness);
    return plan;
  }

  /** @throws Problem 404, 409 `plans/slug-taken` */
  editPlan(planId: string, changes: Partial<PlanDraft>): Promise<Plan> {
    return this.database.transaction(async () => {
      const plan = await this.desk.edit(planId, changes);
      if (changes.name !== undefined) await enqueueProductNaming(this.jobs, planId);
      return plan;
    });
  }

  /**
   * Members keep the version that they bought. An attempt that is cut short is taken up again by the
   * next with the same amount, under the same idempotency key.
   * @throws Problem 404, 409 `plans/archived` or `plans/price-changed`, 422 for a price that is not this
   *   plan's or an amount that Stripe cannot charge
   */
  async setPrice(planId: string, change: PriceChange, witness = nobody): Promise<Plan> {
    refuseUnchargeable(change, 'amount');
    const { plan, version } = await this.archiving(() => this.succession.begin(planId, change));
    if (version !== null) {
      await this.catalogue.introduce(plan, version);
      const done = await this.archiving(async () => {
        const completed = await this.succession.complete(version, change);
        if (completed.refusal === null) await witness(priceSet(version, completed.archived));
        return completed;
      });
      if (done.refusal !== null) throw refusals[done.refusal]();
    }
    return this.desk.show(planId);
  }

  /** Takes the plan and its prices off sale; members keep them. */
  async archive(planId: string): Promise<Plan> {
    const { plan } = await this.archiving(() => this.desk.archive(planId));
    return plan;
  }

  /** Stripe is told of what comes off sale by jobs of the same transaction: a crash forgets none. */
  private archiving<T extends { archived: readonly Price[] }>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      const done = await work();
      for (const { id } of done.archived) await enqueuePriceArchiving(this.jobs, id);
      return done;
    });
  }
}

function priceSet(version: Price, replaced: readonly Price[]): Parameters<Witness>[0] {
  const { id, planId, amount, currency, interval } = version;
  return {
    action: 'plan.price-set',
    subject: { kind: 'plan', id: planId },
    detail: { price: id, amount, currency, interval },
    change: changeBetween(
      pricesAsAudited(replaced.filter((each) => each.id !== id)),
      pricesAsAudited([version]),
    ),
  };
}

function refuseUnchargeable(price: PriceTerms, field: string): void {
  if (isChargeable(price)) return;
  throw unchargeable(field, price.currency, chargeableStep(price.currency));
}
