/** Makes our plans and prices known to Stripe. Our own ids see to it that each is made once. */
import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { Plan, Price } from '../../plans/plan.js';
import { StripeClient } from './stripe.client.js';

@Injectable()
export class StripeCatalogueGateway {
  constructor(private readonly client: StripeClient) {}

  /** @returns Stripe's product id; the same again for the same plan, under the plan's present name */
  async createProduct({ id, name }: Pick<Plan, 'id' | 'name'>): Promise<string> {
    return this.client.call(async (stripe) => {
      // The plan's id is the product's: an idempotency key would bar the retry of a plan renamed meanwhile.
      const product = { id, name, metadata: { broadsheet_plan: id } };
      try {
        await stripe.products.create(product);
      } catch (error) {
        if (!isTaken(error)) throw error;
        await stripe.products.update(id, { name });
      }
      return id;
    });
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

  /** Whether a price exists in this account and is on sale there. */
  async isSold(stripePriceId: string): Promise<boolean> {
    const price = await this.client.find((stripe) => stripe.prices.retrieve(stripePriceId));
    return price?.active === true;
  }

  /** Takes a price off sale; subscriptions that have it keep it. */
  async archivePrice(stripePriceId: string): Promise<void> {
    await this.client.call((stripe) => stripe.prices.update(stripePriceId, { active: false }));
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === 'resource_already_exists';
}
