/** Moves the day of a subscription's next bill, without a charge and without prorations. */
import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { givenTimeNote, givenTimeOf } from './given-time.js';
import { StripeClient } from './stripe.client.js';

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

@Injectable()
export class StripeExtensionGateway {
  constructor(private readonly client: StripeClient) {}

  /** A trial stays one and ends later. Twice is once. */
  async moveTrialEnd(subscriptionId: string, until: Date): Promise<void> {
    const trial_end = seconds(until);
    await this.client.call((stripe) =>
      stripe.subscriptions.update(subscriptionId, { trial_end, proration_behavior: 'none' }),
    );
  }

  /** What is paid for goes on for nothing. Twice is once, and what was paid last stays known. */
  async moveNextBill(subscriptionId: string, until: Date): Promise<void> {
    const trial_end = seconds(until);
    await this.client.call(async (stripe) => {
      const subscription = await stripe.subscriptions.retrieve(subscriptionId);
      await stripe.subscriptions.update(subscriptionId, {
        trial_end,
        proration_behavior: 'none',
        metadata: givenTimeNote(trial_end, paidUntil(subscription)),
      });
    });
  }
}

function paidUntil(subscription: Stripe.Subscription): number {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`Subscription ${subscription.id} has no item.`);
  const given = subscription.status === 'trialing' ? givenTimeOf(subscription) : null;
  return given === null ? item.current_period_end : seconds(given.paidUntil);
}
