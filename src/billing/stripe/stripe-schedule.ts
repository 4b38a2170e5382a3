/** A subscription's schedule at Stripe: while there is one, it alone says what becomes of the subscription. */
import type Stripe from 'stripe';
import { idOf } from './stripe-instant.js';

/** The schedule that is attached to a subscription, or a new one that leaves it as it is. */
export async function attachSchedule(
  stripe: Stripe,
  subscription: Stripe.Subscription,
): Promise<Stripe.SubscriptionSchedule> {
  const attached = idOf(subscription.schedule);
  if (attached !== null) return stripe.subscriptionSchedules.retrieve(attached);
  try {
    return await stripe.subscriptionSchedules.create({ from_subscription: subscription.id });
  } catch (error) {
    // There can be one only; a parallel request may have attached it meanwhile.
    const { schedule } = await stripe.subscriptions.retrieve(subscription.id);
    const meanwhile = idOf(schedule);
    if (meanwhile === null) throw error;
    return stripe.subscriptionSchedules.retrieve(meanwhile);
  }
}

/** From here on the subscription goes on as it is. Stripe refuses cancellations while a schedule holds it. */
export async function releaseSchedule(
  stripe: Stripe,
  subscription: Stripe.Subscription,
): Promise<void> {
  const attached = idOf(subscription.schedule);
  if (attached === null) return;
  try {
    await stripe.subscriptionSchedules.release(attached);
  } catch (error) {
    // Released by a parallel request, or at its end, since it was looked at.
    const { schedule } = await stripe.subscriptions.retrieve(subscription.id);
    if (idOf(schedule) !== null) throw error;
  }
}
