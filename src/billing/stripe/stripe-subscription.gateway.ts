/** Reads what a customer has at Stripe now, and schedules or takes back a cancellation. */
import { Injectable } from '@nestjs/common';
import type { CustomerSnapshot } from '../subscription-snapshot.js';
import { StripeClient } from './stripe.client.js';
import { invoiceFrom, subscriptionFrom } from './stripe.mapper.js';

/** Stripe's largest page; a reader has a handful of subscriptions and a dozen invoices. */
const limit = 100;

@Injectable()
export class StripeSubscriptionGateway {
  constructor(private readonly client: StripeClient) {}

  /** All subscriptions and invoices of a customer, as they are at the moment of the call. */
  async snapshot(customerId: string): Promise<CustomerSnapshot> {
    return this.client.call(async (stripe) => {
      const [subscriptions, invoices] = await Promise.all([
        stripe.subscriptions.list({
          customer: customerId,
          status: 'all',
          limit,
          expand: ['data.default_payment_method'],
        }),
        stripe.invoices.list({ customer: customerId, limit }),
      ]);
      return {
        subscriptions: subscriptions.data.map((each) => subscriptionFrom(each, invoices.data)),
        invoices: invoices.data.map(invoiceFrom),
      };
    });
  }

  /** Lets a subscription end with the period that is paid. */
  async cancelAtPeriodEnd(subscriptionId: string): Promise<void> {
    await this.client.call((stripe) =>
      stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: true }),
    );
  }

  /** Takes back a scheduled cancellation, whichever way it was scheduled. */
  async resume(subscriptionId: string): Promise<void> {
    await this.client.call(async (stripe) => {
      const subscription = await stripe.subscriptions.retrieve(subscriptionId);
      if (subscription.cancel_at_period_end) {
        await stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: false });
      } else if (subscription.cancel_at !== null) {
        await stripe.subscriptions.update(subscriptionId, { cancel_at: '' });
      }
    });
  }
}
