/** Makes our plans and prices known to Stripe. Our own ids are the idempotency keys. */
import { Injectable } from '@nestjs/common';
import type { Plan, Price } from '../../plans/plan.js';
import { StripeClient } from './stripe.client.js';

@Injectable()
export class StripeCatalogueGateway {
  constructor(private readonly client: StripeClient) {}

  /** @returns Stripe's product id; the same again for the same plan */
  async createProduct(plan: Pick<Plan, 'id' | 'name'>): Promise<string> {
    const product = await this.client.call((stripe) =>
      stripe.products.create(
        { name: plan.name, metadata: { broadsheet_plan: plan.id } },
        { idempotencyKey: `product:${plan.id}` },
      ),
    );
    return product.id;
  }

  async renameProduct(productId: string, name: string): Promise<void> {
    await this.client.call((stripe) => stripe.products.update(productId, { name }));
  }

  /** @returns Stripe's price id; the same again for the same version */
  async createPrice(productId: string, price: Price): Promise<string> {
    const created = await this.client.call((stripe) =>
      stripe.prices.create(
        {
          product: productId,
          unit_amount: price.amount,
          currency: price.currency,
          recurring: { interval: price.interval },
          metadata: { broadsheet_price: price.id },
        },
        { idempotencyKey: `price:${price.id}` },
      ),
    );
    return created.id;
  }

  /** Takes a price off sale; subscriptions that have it keep it. */
  async archivePrice(stripePriceId: string): Promise<void> {
    await this.client.call((stripe) => stripe.prices.update(stripePriceId, { active: false }));
  }
}
