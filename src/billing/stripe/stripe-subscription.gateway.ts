/** Schedules the end of a subscription at Stripe, or takes it back. */
import { Injectable } from '@nestjs/common';
import { releaseSchedule } from './stripe-schedule.js';
import { StripeClient } from './stripe.client.js';

@Injectable()
export class StripeSubscriptionGateway {
  constructor(private readonly client: StripeClient) {}

  /** Lets a subscription end with the period that is paid; a change that was to come then is forgotten. */
  async cancelAtPeriodEnd(subscriptionId: string): Promise<void> {
    await this.client.call(async (stripe) => {
      await releaseSchedule(stripe, await stripe.subscriptions.retrieve(subscriptionId));
      await stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: true });
    });
  }

  /** Takes back a scheduled cancellation, whichever way it was scheduled. */
  async resume(subscriptionId: string): Promise<void> {
    await this.client.call(async (stripe) => {
      const subscription = await stripe.subscriptions.retrieve(subscriptionId);
      await releaseSchedule(stripe, subscription);
      if (subscription.cancel_at_period_end) {
        await stripe.subscriptions.update(subscriptionId, { cancel_at_period_end: false });
      } else if (subscription.cancel_at !== null) {
        await stripe.subscriptions.update(subscriptionId, { cancel_at: '' });
      }
    });
  }
}
