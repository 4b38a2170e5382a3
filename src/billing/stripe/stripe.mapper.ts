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
 * Expects `default_payment_method` expanded.
 * @param invoices the customer's
 * @throws Error when the subscription has no item, which Stripe does not allow
 */
export function subscriptionFrom(
  subscription: Stripe.Subscription,
  invoices: readonly Stripe.Invoice[],
): SubscriptionSnapshot {
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
    pastDueSince: firstFailureOf(subscription.id, invoices),
    cardFingerprint: fingerprintOf(subscription.default_payment_method),
  };
}

/**
 * Stripe charges an invoice when it finalises it, so an open one's first attempt failed then. The oldest
 * counts: a member who never pays gets no new grace with each new invoice.
 */
function firstFailureOf(subscriptionId: string, invoices: readonly Stripe.Invoice[]): Date | null {
  const attempts = invoices
    .filter(({ status, parent }) => {
      return (
        status === 'open' && idOf(parent?.subscription_details?.subscription) === subscriptionId
      );
    })
    .map(({ status_transitions: { finalized_at: finalizedAt } }) => finalizedAt)
    .filter((seconds) => seconds !== null);
  return attempts.length === 0 ? null : instant(Math.min(...attempts));
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
