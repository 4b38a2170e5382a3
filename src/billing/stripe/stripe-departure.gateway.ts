/** A customer leaves Stripe: whatever runs for her ends, and what is kept of her goes. */
import { Injectable } from '@nestjs/common';
import { StripeEndingGateway } from './stripe-ending.gateway.js';
import { StripeClient } from './stripe.client.js';

/** Stripe's words for a subscription that runs no more. */
const over: readonly string[] = ['canceled', 'incomplete_expired'];

/** Stripe's largest page; a reader has a handful of subscriptions. */
const limit = 100;

@Injectable()
export class StripeDepartureGateway {
  constructor(
    private readonly client: StripeClient,
    private readonly endings: StripeEndingGateway,
  ) {}

  /** At once, and without a last invoice. */
  async endSubscriptions(customer: string): Promise<void> {
    const list = await this.client.find((stripe) =>
      stripe.subscriptions.list({ customer, status: 'all', limit }),
    );
    for (const { id, status } of list?.data ?? []) {
      if (!over.includes(status)) await this.endings.cancelNow(id);
    }
  }

  /** Her name, address and cards go with it. One that is gone already stays so. */
  async deleteCustomer(customerId: string): Promise<void> {
    await this.client.find((stripe) => stripe.customers.del(customerId));
  }
}
