/** What a price means for this buyer: its plan, whether it is on sale, and with how long a trial. */
import { Injectable } from '@nestjs/common';
import { TrialLedger } from '../../memberships/trial-ledger.repository.js';
import { trialDaysFor } from '../../memberships/trial.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Money } from '../../platform/money/money.js';
import type { Audience, BillingInterval } from '../../plans/plan.js';
import type { Reader } from '../../users/reader.js';
import { PriceFinder } from '../catalogue/price-finder.service.js';
import type { CheckoutDraft } from './checkout.js';
import { StripeCatalogueRepository } from '../catalogue/stripe-catalogue.repository.js';

export interface Offer extends Money {
  priceId: string;
  stripePriceId: string;
  /** The plan's, as Stripe knows it. */
  stripeProductId: string | null;
  interval: BillingInterval;
  onSale: boolean;
  audience: Audience;
  trialDays: number;
}

/** How long a page stays open; Stripe allows 30 minutes to 24 hours. */
const openFor = 23 * 60 * 60 * 1000;

@Injectable()
export class OfferFinder {
  constructor(
    private readonly prices: PriceFinder,
    private readonly known: StripeCatalogueRepository,
    private readonly trials: TrialLedger,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 `billing/price-not-found` */
  async find(reader: Reader, priceId: string): Promise<Offer> {
    const { price, plan, stripePriceId, onSale } = await this.prices.find(priceId);
    const hasHadTrial = await this.trials.hasHadTrial({ userId: reader.id, email: reader.email });
    return {
      priceId,
      stripePriceId,
      stripeProductId: await this.known.productOf(plan.id),
      amount: price.amount,
      currency: price.currency,
      interval: price.interval,
      onSale,
      audience: plan.audience,
      trialDays: trialDaysFor(plan, hasHadTrial),
    };
  }

  draft(
    reader: Reader,
    offer: Offer,
    seats: number,
  ): Pick<CheckoutDraft, 'userId' | 'priceId' | 'seats' | 'trialDays' | 'expiresAt'> {
    return {
      userId: reader.id,
      priceId: offer.priceId,
      seats,
      trialDays: offer.trialDays,
      expiresAt: new Date(this.clock.now().getTime() + openFor),
    };
  }
}
