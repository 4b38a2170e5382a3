/** Remembers which Stripe product and price stand for which of our plans and prices. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

export interface KnownPrice {
  priceId: string;
  planId: string;
}

@Injectable()
export class StripeCatalogueRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async productOf(planId: string): Promise<string | null> {
    const row = await this.database.client.stripeProduct.findUnique({ where: { planId } });
    return row?.stripeProductId ?? null;
  }

  async rememberProduct(planId: string, stripeProductId: string): Promise<void> {
    await this.database.client.stripeProduct.createMany({
      data: [{ planId, stripeProductId, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
  }

  async stripePriceOf(priceId: string): Promise<string | null> {
    const row = await this.database.client.stripePrice.findUnique({ where: { priceId } });
    return row?.stripePriceId ?? null;
  }

  async rememberPrice(priceId: string, stripePriceId: string): Promise<void> {
    await this.database.client.stripePrice.createMany({
      data: [{ priceId, stripePriceId, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
  }

  /** Which of these Stripe prices are ours; the others belong to other products of the account. */
  async knownPrices(stripePriceIds: readonly string[]): Promise<Map<string, KnownPrice>> {
    const rows = await this.database.client.stripePrice.findMany({
      where: { stripePriceId: { in: [...stripePriceIds] } },
      select: { stripePriceId: true, priceId: true, price: { select: { planId: true } } },
    });
    return new Map(
      rows.map(({ stripePriceId, priceId, price }) => [
        stripePriceId,
        { priceId, planId: price.planId },
      ]),
    );
  }
}
