/**
 * Time that staff give to somebody who has paid. Stripe knows it as a trial, which alone moves the next bill without a
 * charge (https://docs.stripe.com/billing/subscriptions/billing-cycle); what it is to us stands in the metadata, set
 * with it in one call: it uses up no trial, and what was paid for last is still what a refund is judged by.
 */
import type Stripe from 'stripe';
import { instant } from './stripe-instant.js';

/** Until when it was given, and until when was paid before; both in Stripe's seconds. */
const names = { until: 'broadsheet_given_until', paidUntil: 'broadsheet_paid_until' } as const;

interface GivenTime {
  readonly paidUntil: Date;
}

/** @returns null for a subscription whose trial is one, and for one without */
export function givenTimeOf({
  trial_end: trialEnd,
  metadata,
}: Pick<Stripe.Subscription, 'trial_end' | 'metadata'>): GivenTime | null {
  const paidUntil = Number(metadata[names.paidUntil]);
  if (trialEnd === null || metadata[names.until] !== String(trialEnd)) return null;
  return Number.isSafeInteger(paidUntil) ? { paidUntil: instant(paidUntil) } : null;
}

/** What says so, beside the `trial_end` that it is about. */
export function givenTimeNote(until: number, paidUntil: number): Record<string, string> {
  return { [names.until]: String(until), [names.paidUntil]: String(paidUntil) };
}
