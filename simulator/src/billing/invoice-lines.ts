/** The lines of an invoice: the next period of a subscription, and invoice items that waited for one. Pure. */
import type {
  InvoiceItem,
  InvoiceLineItem,
  Subscription,
  SubscriptionItem,
} from '../stripe-objects.js';
import { moneyText } from './money.js';
import { intervalOf } from './periods.js';

export interface PeriodLines {
  invoice: string;
  lineIds: readonly string[];
  subscription: Subscription;
  /** A trial's own invoice has every line at zero. */
  free: boolean;
  productNames: ReadonlyMap<string, string>;
}

/** One line for each thing the subscription sells, for the period it is in. */
export function periodLines(given: PeriodLines): InvoiceLineItem[] {
  return given.subscription.items.data.map((item, index) =>
    periodLine(given, item, given.lineIds[index] ?? `${given.invoice}_${index}`),
  );
}

function periodLine(given: PeriodLines, item: SubscriptionItem, id: string): InvoiceLineItem {
  const { price } = item;
  const quantity = item.quantity ?? 1;
  const amount = given.free ? 0 : (price.unit_amount ?? 0) * quantity;
  const name = given.productNames.get(price.product) ?? price.product;
  return {
    ...blankLine(id, given.invoice),
    amount,
    currency: price.currency,
    description: given.free ? `Trial period for ${name}` : lineText(item, name),
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
    pricing: {
      price_details: { price: price.id, product: price.product },
      type: 'price_details',
      unit_amount_decimal: given.free ? '0' : price.unit_amount_decimal,
    },
    quantity,
    quantity_decimal: String(quantity),
    subscription: given.subscription.id,
    subtotal: amount,
  };
}

function lineText(item: SubscriptionItem, name: string): string {
  const { interval, interval_count: count } = intervalOf(item.price);
  const every = count === 1 ? interval : `every ${count} ${interval}s`;
  const price = moneyText(item.price.unit_amount ?? 0, item.price.currency);
  return `${item.quantity ?? 1} × ${name} (at ${price} / ${every})`;
}

/** The line an invoice item becomes on the invoice that takes it up. */
export function itemLine(item: InvoiceItem, id: string, invoice: string): InvoiceLineItem {
  const details = item.parent?.subscription_details ?? null;
  const subscription = details?.subscription ?? null;
  const subscriptionItem = details?.subscription_item;
  return {
    ...blankLine(id, invoice),
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discountable: item.discountable,
    metadata: item.metadata ?? {},
    parent:
      subscriptionItem === undefined
        ? {
            invoice_item_details: {
              invoice_item: item.id,
              proration: false,
              proration_details: null,
              subscription,
            },
            subscription_item_details: null,
            type: 'invoice_item_details',
          }
        : {
            invoice_item_details: null,
            subscription_item_details: {
              invoice_item: item.id,
              proration: item.proration,
              proration_details: { credited_items: null },
              subscription,
              subscription_item: subscriptionItem,
            },
            type: 'subscription_item_details',
          },
    period: item.period,
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription,
    subtotal: item.amount,
  };
}

function blankLine(id: string, invoice: string) {
  return {
    id,
    object: 'line_item' as const,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    pretax_credit_amounts: [],
    taxes: [],
  };
}
