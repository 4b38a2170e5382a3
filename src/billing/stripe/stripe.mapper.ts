/** Stripe's seconds, optional ids and nested shapes become our plain types here, and nowhere else. */
import type Stripe from 'stripe';
import type { InvoiceSnapshot, SubscriptionSnapshot } from '../subscription-snapshot.js';

const instant = (seconds: number): Date => new Date(seconds * 1000);

const instantOrNull = (seconds: number | null | undefined): Date | null =>
  seconds == null ? null : instant(seconds);

/** An expandable field's id, whether or not it was expanded. */
export const idOf = (field: string | { id: string } | null | undefined): string | null =>
  typeof field === 'string' ? field : (field?.id ?? null);

/**
 * Expects `default_payment_method` and `latest_invoice` expanded.
 * @throws Error when the subscription has no item, which Stripe does not allow
 */
export function subscriptionFrom(subscription: Stripe.Subscription): SubscriptionSnapshot {
  const [item] = subscription.items.data;
  if (item === undefined) throw new Error(`Subscription ${subscription.id} has no item.`);
  const currentPeriodEnd = instant(item.current_period_end);
  return {
    subscriptionId: subscription.id,
    status: subscription.status,
    stripePriceId: item.price.id,
    quantity: item.quantity ?? 1,
    trialStart: instantOrNull(subscription.trial_start),
    trialEnd: instantOrNull(subscription.trial_end),
    currentPeriodEnd,
    cancelsAt:
      instantOrNull(subscription.cancel_at) ??
      (subscription.cancel_at_period_end ? currentPeriodEnd : null),
    startedAt: instant(subscription.start_date),
    endedAt: instantOrNull(subscription.ended_at),
    pastDueSince: firstChargeOf(subscription.latest_invoice),
    cardFingerprint: fingerprintOf(subscription.default_payment_method),
  };
}

/** Stripe charges an invoice when it finalises it, so that is when the first attempt failed. */
function firstChargeOf(invoice: string | Stripe.Invoice | null): Date | null {
  if (invoice === null || typeof invoice === 'string' || invoice.status === 'paid') return null;
  return instantOrNull(invoice.status_transitions.finalized_at);
}

function fingerprintOf(method: string | Stripe.PaymentMethod | null): string | null {
  if (method === null || typeof method === 'string') return null;
  return method.card?.fingerprint ?? null;
}

export function invoiceFrom(invoice: Stripe.Invoice): InvoiceSnapshot {
  return {
    invoiceId: invoice.id,
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    number: invoice.number,
    status: invoice.status ?? 'draft',
    total: invoice.total,
    amountPaid: invoice.amount_paid,
    currency: invoice.currency,
    hostedUrl: invoice.hosted_invoice_url ?? null,
    createdAt: instant(invoice.created),
    paidAt: instantOrNull(invoice.status_transitions.paid_at),
  };
}
