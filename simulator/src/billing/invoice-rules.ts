// The life of an invoice: draft, open, paid or tried again. Pure: time, ids and names are given.
import type {
  Customer,
  Invoice,
  InvoiceLineItem,
  InvoicePayment,
  Subscription,
  SubscriptionItem,
} from '../stripe-objects.js';
import { DAY, type Settings } from '../world/settings.js';
import { moneyText } from './money.js';
import { intervalOf, type Period } from './periods.js';

export interface InvoiceDraft {
  id: string;
  now: number;
  lineIds: readonly string[];
  subscription: Subscription;
  customer: Customer;
  reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update' | 'upcoming';
  /** A trial's own invoice has every line at zero. */
  free: boolean;
  productNames: ReadonlyMap<string, string>;
  settings: Settings;
  finalizesAt: number | null;
  /** A renewal's invoice looks back on the period that has just ended; its lines look ahead. */
  period: Period;
}

export function draftInvoice(given: InvoiceDraft): Invoice {
  const { subscription, customer, now } = given;
  const lines = subscription.items.data.map((item, index) => invoiceLine(given, item, index));
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    id: given.id,
    object: 'invoice',
    account_country: given.settings.accountCountry,
    account_name: given.settings.accountName,
    account_tax_ids: null,
    amount_due: total,
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: total,
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    automatic_tax: {
      disabled_reason: null,
      enabled: subscription.automatic_tax.enabled,
      liability: subscription.automatic_tax.liability,
      provider: null,
      status: subscription.automatic_tax.enabled ? 'complete' : null,
    },
    automatically_finalizes_at: given.finalizesAt,
    billing_reason: given.reason,
    collection_method: subscription.collection_method,
    created: now,
    currency: subscription.currency,
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
    discounts: [],
    due_date: null,
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
    parent: {
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
    starting_balance: 0,
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
    test_clock: null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: null,
  };
}

function invoiceLine(given: InvoiceDraft, item: SubscriptionItem, index: number): InvoiceLineItem {
  const { price } = item;
  const quantity = item.quantity ?? 1;
  const amount = given.free ? 0 : (price.unit_amount ?? 0) * quantity;
  const name = given.productNames.get(price.product) ?? price.product;
  return {
    id: given.lineIds[index] ?? `${given.id}_${index}`,
    object: 'line_item',
    amount,
    currency: price.currency,
    description: given.free ? `Trial period for ${name}` : lineText(item, name),
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: given.id,
    livemode: false,
    metadata: given.subscription.metadata,
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription: given.subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_item_details',
    },
    period: { start: item.current_period_start, end: item.current_period_end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: 'price_details',
      unit_amount_decimal: given.free ? '0' : price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: String(quantity),
    subscription: given.subscription.id,
    subtotal: amount,
    taxes: [],
  };
}

function lineText(item: SubscriptionItem, name: string): string {
  const { interval, interval_count: count } = intervalOf(item.price);
  const every = count === 1 ? interval : `every ${count} ${interval}s`;
  const price = moneyText(item.price.unit_amount ?? 0, item.price.currency);
  return `${item.quantity ?? 1} × ${name} (at ${price} / ${every})`;
}

export function finalizedInvoice(
  invoice: Invoice,
  given: { now: number; number: string; hostedUrl: string },
): Partial<Invoice> {
  return {
    status: 'open',
    number: given.number,
    hosted_invoice_url: given.hostedUrl,
    effective_at: given.now,
    ending_balance: 0,
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
  given: { now: number; automatic: boolean; settings: Settings },
): Partial<Invoice> {
  if (invoice.attempt_count > 0 && !given.automatic) return {};
  const attempts = invoice.attempt_count + 1;
  const days = given.settings.retryDays[attempts - 1];
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
