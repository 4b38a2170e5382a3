/** The life of an invoice: draft, open, paid or tried again. Pure: time, ids and lines are given. */
import type {
  Customer,
  Invoice,
  InvoiceLineItem,
  InvoicePayment,
  Subscription,
} from '../stripe-objects.js';
import { DAY, type Settings } from '../world/settings.js';
import type { Period } from './periods.js';

export interface InvoiceDraft {
  id: string;
  now: number;
  lines: InvoiceLineItem[];
  customer: Customer;
  /** Null for what is billed outside of any subscription. */
  subscription: Subscription | null;
  currency: string;
  reason:
    'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'upcoming';
  settings: Settings;
  finalizesAt: number | null;
  /** A renewal's invoice looks back on the period that has just ended; its lines look ahead. */
  period: Period;
}

/** What is left to pay of a total, once the credit (or the debt) a customer carries along is counted in. */
export function amountDue(total: number, balance: number): number {
  return Math.max(0, total + balance);
}

export function draftInvoice(given: InvoiceDraft): Invoice {
  const { subscription, customer, lines, now } = given;
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  const due = amountDue(total, customer.balance);
  const isTaxed = subscription?.automatic_tax.enabled ?? false;
  const dueDays = subscription?.days_until_due ?? null;
  return {
    id: given.id,
    object: 'invoice',
    account_country: given.settings.accountCountry,
    account_name: given.settings.accountName,
    account_tax_ids: null,
    amount_due: due,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: due,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: {
      disabled_reason: null,
      enabled: isTaxed,
      liability: subscription?.automatic_tax.liability ?? null,
      provider: null,
      status: isTaxed ? 'complete' : null,
    },
    automatically_finalizes_at: given.finalizesAt,
    billing_reason: given.reason,
    collection_method: subscription?.collection_method ?? 'charge_automatically',
    created: now,
    currency: given.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: null,
    // Those of the subscription; the ones that are over or used up are taken out with the deductions.
    discounts: subscription?.discounts ?? [],
    due_date: dueDays === null ? null : now + dueDays * DAY,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: lines,
      has_more: false,
      url: `/v1/invoices/${given.id}/lines`,
    },
    livemode: false,
    metadata: {},
    next_payment_attempt: given.finalizesAt,
    number: null,
    on_behalf_of: null,
    parent: subscription && {
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: given.period.end,
    period_start: given.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: customer.balance,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: customer.test_clock ?? null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  };
}

/** A draft is finalised: its total is settled against the balance the customer has at this moment. */
export function finalizedInvoice(
  invoice: Invoice,
  given: { now: number; number: string; hostedUrl: string; balance: number },
): Partial<Invoice> {
  const due = amountDue(invoice.total, given.balance);
  return {
    status: 'open',
    number: given.number,
    hosted_invoice_url: given.hostedUrl,
    effective_at: given.now,
    amount_due: due,
    amount_remaining: due,
    starting_balance: given.balance,
    // What the total did not use up of a credit stays the customer's.
    ending_balance: Math.min(0, invoice.total + given.balance),
    automatically_finalizes_at: null,
    next_payment_attempt: null,
    webhooks_delivered_at: invoice.webhooks_delivered_at ?? given.now,
    status_transitions: { ...invoice.status_transitions, finalized_at: given.now },
  };
}

export function paidInvoice(invoice: Invoice, now: number): Partial<Invoice> {
  return {
    status: 'paid',
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    attempt_count: invoice.amount_due > 0 ? Math.max(1, invoice.attempt_count) : 0,
    next_payment_attempt: null,
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  };
}

/**
 * What a refused attempt leaves: the count, and when the next try is due (null after the last). Only the first attempt
 * and the automatic retries count; a member who tries another card by hand does not use up a retry.
 */
export function refusedInvoice(
  invoice: Invoice,
  given: { now: number; automatic: boolean; retryDays: readonly number[] },
): Partial<Invoice> {
  if (invoice.attempt_count > 0 && !given.automatic) return {};
  const attempts = invoice.attempt_count + 1;
  const days = given.retryDays[attempts - 1];
  const firstAttempt = invoice.status_transitions.finalized_at ?? given.now;
  return {
    attempt_count: attempts,
    attempted: true,
    auto_advance: days !== undefined,
    next_payment_attempt: days === undefined ? null : firstAttempt + days * DAY,
  };
}

export function openInvoicePayment(
  invoice: Invoice,
  given: { id: string; now: number; paymentIntent: string },
): InvoicePayment {
  return {
    id: given.id,
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created: given.now,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: given.paymentIntent, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  };
}

export function paidInvoicePayment(payment: InvoicePayment, now: number): Partial<InvoicePayment> {
  return {
    status: 'paid',
    amount_paid: payment.amount_requested,
    status_transitions: { ...payment.status_transitions, paid_at: now },
  };
}

export function subscriptionOf(invoice: Invoice): string | null {
  return invoice.parent?.subscription_details?.subscription ?? null;
}
