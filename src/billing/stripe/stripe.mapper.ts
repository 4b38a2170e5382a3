/** A subscription of Stripe's becomes our plain type here, and nowhere else. */
import type Stripe from 'stripe';
import type { SubscriptionSnapshot } from '../sync/subscription-snapshot.js';
import { givenTimeOf } from './given-time.js';
import { checkoutMark } from './checkout-mark.js';
import { idOf, instant, instantOrNull } from './stripe-instant.js';

/**
 * Expects `default_payment_method` and `schedule` expanded.
 * @throws Error when the subscription has no item, which Stripe does not allow
 */
export function subscriptionFrom(subscription: Stripe.Subscription): SubscriptionSnapshot {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`Subscription ${subscription.id} has no item.`);
  const currentPeriodEnd = instant(item.current_period_end);
  return {
    subscriptionId: subscription.id,
    checkoutId: subscription.metadata[checkoutMark] ?? null,
    ...trialFrom(subscription, currentPeriodEnd),
    stripePriceId: item.price.id,
    quantity: item.quantity ?? 1,
    isDiscounted: subscription.discounts.length > 0,
    currentPeriodEnd,
    cancelsAt:
      instantOrNull(subscription.cancel_at) ??
      (subscription.cancel_at_period_end ? currentPeriodEnd : null),
    startedAt: instant(subscription.start_date),
    endedAt: instantOrNull(subscription.ended_at),
    endedBecause: subscription.cancellation_details?.reason ?? null,
    cardFingerprint: fingerprintOf(subscription.default_payment_method),
    ...changeFrom(subscription.schedule, item.price.id),
  };
}

/** A trial as it is to us: time that staff gave after a payment is none, neither while it lasts nor afterwards. */
function trialFrom(
  subscription: Stripe.Subscription,
  currentPeriodEnd: Date,
): Pick<SubscriptionSnapshot, 'status' | 'trialStart' | 'trialEnd' | 'paidUntil'> {
  const { status, trial_start: start, trial_end: end } = subscription;
  const given = givenTimeOf(subscription);
  const [trialStart, trialEnd] = [instantOrNull(start), instantOrNull(end)];
  if (given === null) return { status, trialStart, trialEnd, paidUntil: currentPeriodEnd };
  const lasts = status === 'trialing';
  return {
    status: lasts ? 'active' : status,
    trialStart: null,
    trialEnd: null,
    paidUntil: lasts ? given.paidUntil : currentPeriodEnd,
  };
}

/** What a running schedule changes the price to, once its present phase is over. */
function changeFrom(
  schedule: string | Stripe.SubscriptionSchedule | null | undefined,
  stripePriceId: string,
): Pick<SubscriptionSnapshot, 'nextStripePriceId' | 'nextPriceAt'> {
  const none = { nextStripePriceId: null, nextPriceAt: null };
  if (schedule == null || typeof schedule === 'string') return none;
  const { current_phase: present } = schedule;
  if (schedule.status !== 'active' || present === null) return none;
  const next = schedule.phases.find(({ start_date: start }) => start >= present.end_date);
  const nextStripePriceId = idOf(next?.items[0]?.price);
  if (next === undefined || nextStripePriceId === null || nextStripePriceId === stripePriceId) {
    return none;
  }
  return { nextStripePriceId, nextPriceAt: instant(next.start_date) };
}

function fingerprintOf(method: string | Stripe.PaymentMethod | null): string | null {
  if (method === null || typeof method === 'string') return null;
  return method.card?.fingerprint ?? null;
}
