/** Finds what a price stands for: its plan, its name at Stripe, and whether it is on sale. */
import { Injectable } from '@nestjs/common';
import { PlanCatalogue } from '../../plans/plan-catalogue.service.js';
import type { Plan, Price } from '../../plans/plan.js';
import { pricesOnSale } from '../../plans/plan.rules.js';
import { PriceRepository } from '../../plans/price.repository.js';
import { priceNotFound } from '../billing.errors.js';
import { StripeCatalogueRepository } from './stripe-catalogue.repository.js';

export interface FoundPrice {
  readonly price: Price;
  readonly plan: Plan;
  readonly stripePriceId: string;
  readonly onSale: boolean;
}

@Injectable()
export class PriceFinder {
  constructor(
    private readonly prices: PriceRepository,
    private readonly catalogue: PlanCatalogue,
    private readonly known: StripeCatalogueRepository,
  ) {}

  /** @throws Problem 404 `billing/price-not-found` */
  async find(priceId: string): Promise<FoundPrice> {
    const price = await this.prices.find(priceId);
    const plan = price === null ? null : await this.catalogue.find(price.planId);
    const stripePriceId = price === null ? null : await this.known.stripePriceOf(priceId);
    if (price === null || plan === null || stripePriceId === null) throw priceNotFound();
    return {
      price,
      plan,
      stripePriceId,
      onSale: pricesOnSale(plan).some(({ id }) => id === priceId),
    };
  }
}
