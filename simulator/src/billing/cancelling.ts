/** Schedules the end of a subscription, and takes it back. Pure. */
import type { Subscription } from '../stripe-objects.js';

type Details = NonNullable<Subscription['cancellation_details']>;

const NO_DETAILS: Details = { comment: null, feedback: null, feedback_option: null, reason: null };

/** The end is set for `at`. Only a request by API for the period's end also raises the older flag. */
export function requestCancellation(
  subscription: Subscription,
  now: number,
  at: number,
  details: Partial<Details> = {},
): Partial<Subscription> {
  return {
    cancel_at: at,
    cancel_at_period_end: false,
    canceled_at: now,
    cancellation_details: {
      ...NO_DETAILS,
      ...subscription.cancellation_details,
      ...details,
      reason: 'cancellation_requested',
    },
  };
}

export function withdrawCancellation(subscription: Subscription): Partial<Subscription> {
  return {
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { ...NO_DETAILS, ...subscription.cancellation_details, reason: null },
  };
}
