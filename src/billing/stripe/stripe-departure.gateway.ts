/** A customer leaves Stripe: whatever runs for her ends, and what is kept of her goes. */
import { Injectable } from '@nestjs/common';
import { StripeCheckoutGateway } from './stripe-checkout.gateway.js';
import { StripeEndingGateway, isOver } from './stripe-ending.gateway.js';
import { StripeClient } from './stripe.client.js';

/** Stripe's largest page; a reader has a handful of subscriptions. */
const limit = 100;

@Injectable()
export class StripeDepartureGateway {
  constructor(
    private readonly client: StripeClient,
    private readonly endings: StripeEndingGateway,
    private readonly pages: StripeCheckoutGateway,
  ) {}

  /** At once, and without a last invoice. */
  async endSubscriptions(customer: string): Promise<void> {
    const list = await this.client.find((stripe) =>
      stripe.subscriptions.list({ customer, status: 'all', limit }),
    );
    for (const { id, status } of list?.data ?? []) {
      if (!isOver(status)) await this.endings.cancelNow(id);
    }
  }

  /**
   * Her name, address and cards go with it, and nobody can pay on a page that was opened for her. One that
   * is gone already stays so.
   */
  async deleteCustomer(customerId: string): Promise<void> {
    await this.closePages(customerId);
    await this.client.find((stripe) => stripe.customers.del(customerId));
  }

  private async closePages(customer: string): Promise<void> {
    const list = await this.client.find((stripe) =>
      stripe.checkout.sessions.list({ customer, status: 'open', limit }),
    );
    for (const { id } of list?.data ?? []) await this.pages.expire(id);
  }
}
