/** Stripe's invoices, payments, refunds and disputes become our plain types here, and nowhere else. */
import type Stripe from 'stripe';
import type {
  DisputeSnapshot,
  InvoiceSnapshot,
  PaymentSnapshot,
  RefundSnapshot,
  ServicePeriod,
} from '../sync/invoice-snapshot.js';
import { idOf, instant, instantOrNull } from './stripe-instant.js';
import { requestMark } from './stripe-refund.gateway.js';

/** What came back of a customer's charges. */
export interface Reversals {
  refunds: readonly Stripe.Refund[];
  disputes: readonly Stripe.Dispute[];
}

/** Expects `payments` expanded. */
export function invoiceFrom(invoice: Stripe.Invoice, reversals: Reversals): InvoiceSnapshot {
  const { status_transitions: moments } = invoice;
  return {
    invoiceId: invoice.id,
    subscriptionId: idOf(invoice.parent?.subscription_details?.subscription),
    number: invoice.number,
    status: invoice.status ?? 'draft',
    total: invoice.total,
    amountPaid: invoice.amount_paid,
    amountDue: invoice.amount_remaining,
    currency: invoice.currency,
    hostedUrl: invoice.hosted_invoice_url ?? null,
    createdAt: instant(invoice.created),
    finalizedAt: instantOrNull(moments.finalized_at),
    paidAt: instantOrNull(moments.paid_at),
    attempts: invoice.attempt_count,
    nextAttemptAt: instantOrNull(invoice.next_payment_attempt),
    service: serviceOf(invoice.lines.data),
    payments: (invoice.payments?.data ?? [])
      .filter(({ status }) => status === 'paid')
      .map((payment) => paymentFrom(payment, reversals)),
  };
}

/** The line that is charged for says what was bought; credits for time not used stand beside it. */
function serviceOf(lines: readonly Stripe.InvoiceLineItem[]): ServicePeriod | null {
  const [line] = lines.toSorted((a, b) => b.amount - a.amount);
  if (line === undefined) return null;
  return {
    stripePriceId: idOf(line.pricing?.price_details?.price),
    start: instant(line.period.start),
    end: instant(Math.max(...lines.map(({ period }) => period.end))),
  };
}

function paymentFrom(payment: Stripe.InvoicePayment, reversals: Reversals): PaymentSnapshot {
  const paymentIntentId = idOf(payment.payment.payment_intent);
  const isOfThis = (reversal: { payment_intent: string | { id: string } | null }): boolean =>
    paymentIntentId !== null && idOf(reversal.payment_intent) === paymentIntentId;
  return {
    paymentId: payment.id,
    paymentIntentId,
    amount: payment.amount_paid ?? 0,
    currency: payment.currency,
    paidAt: instant(payment.status_transitions.paid_at ?? payment.created),
    refunds: reversals.refunds.filter(isOfThis).map(refundFrom),
    disputes: reversals.disputes.filter(isOfThis).map(disputeFrom),
  };
}

const refundFrom = (refund: Stripe.Refund): RefundSnapshot => ({
  refundId: refund.id,
  amount: refund.amount,
  currency: refund.currency,
  status: refund.status ?? 'succeeded',
  createdAt: instant(refund.created),
  requestKey: refund.metadata?.[requestMark] ?? null,
});

const disputeFrom = (dispute: Stripe.Dispute): DisputeSnapshot => ({
  disputeId: dispute.id,
  amount: dispute.amount,
  currency: dispute.currency,
  status: dispute.status,
  reason: dispute.reason,
  evidenceDueAt: instantOrNull(dispute.evidence_details.due_by),
  createdAt: instant(dispute.created),
});
