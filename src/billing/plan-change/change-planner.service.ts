/** Gathers what a member has and what she asks for, and has the change decided. */
import { Injectable } from '@nestjs/common';
import type { Membership } from '../../memberships/membership.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import type { Price } from '../../plans/plan.js';
import { PriceRepository } from '../../plans/price.repository.js';
import { PriceFinder } from '../catalogue/price-finder.service.js';
import { SubscriptionRepository } from '../sync/subscription.repository.js';
import { changeRefused } from './plan-change.errors.js';
import {
  type Held,
  type OtherPrice,
  type PlanChange,
  decidePlanChange,
  otherPrices,
} from './plan-change.rules.js';

export interface PlannedChange {
  readonly subscriptionId: string;
  /** Stripe's id of the price that is asked for. */
  readonly stripePriceId: string;
  readonly price: Price;
  readonly change: PlanChange;
  /** The end of what she has paid for, or of her trial. */
  readonly periodEnd: Date | null;
}

@Injectable()
export class ChangePlanner {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly subscriptions: SubscriptionRepository,
    private readonly prices: PriceRepository,
    private readonly catalogue: PlanCatalogue,
    private readonly finder: PriceFinder,
  ) {}

  /**
   * @throws Problem 404 `billing/price-not-found`, 409 and 422 for what is refused; see
   *   `plan-change.errors.ts`
   */
  async plan(userId: string, priceId: string): Promise<PlannedChange> {
    const { price, plan, stripePriceId, onSale } = await this.finder.find(priceId);
    const { membership, held } = await this.held(userId);
    const decision = decidePlanChange(held, { price, onSale, audience: plan.audience });
    if (!decision.granted) throw changeRefused(decision.denial, membership?.payUrl ?? null);
    const subscriptionId =
      membership === null ? null : await this.subscriptions.subscriptionOf(membership.id);
    if (subscriptionId === null) throw changeRefused('no-membership', null);
    const periodEnd = held.currentPeriodEnd;
    return { subscriptionId, stripePriceId, price, change: decision.change, periodEnd };
  }

  /** What she could change to now, the way it is on sale. */
  async optionsOf(userId: string): Promise<OtherPrice[]> {
    const { held } = await this.held(userId);
    return otherPrices(held, await this.catalogue.onSale());
  }

  private async held(userId: string): Promise<{ membership: Membership | null; held: Held }> {
    const { membership, standing } = await this.keeper.holding(userId);
    const [plan, price] = await Promise.all([
      membership === null ? null : this.catalogue.find(membership.planId),
      membership?.priceId == null ? null : this.prices.find(membership.priceId),
    ]);
    const held = {
      state: standing.state,
      price,
      audience: plan?.audience ?? 'person',
      currentPeriodEnd: membership?.currentPeriodEnd ?? null,
      cancelsAt: membership?.cancelsAt ?? null,
      nextPriceId: membership?.nextPriceId ?? null,
    } as const;
    return { membership, held };
  }
}
