/** Builds invoice items: what waits to be billed with the next invoice. Pure: time, ids and names are given. */
import type { InvoiceItem, Metadata, Price, Subscription } from '../stripe-objects.js';
import type { Period } from './periods.js';
import type { Proration } from './proration-rules.js';

export interface NewInvoiceItem {
  id: string;
  now: number;
  customer: string;
  /** The clock its customer lives by, where it is not the account's. */
  testClock?: string | null;
  currency: string;
  amount: number;
  description: string | null;
  discountable: boolean;
  invoice: string | null;
  metadata: Metadata;
  period: Period;
  price: Price | null;
  quantity: number;
  subscription: string | null;
}

export function newInvoiceItem(given: NewInvoiceItem): InvoiceItem {
  const { price } = given;
  return {
    id: given.id,
    object: 'invoiceitem',
    amount: given.amount,
    currency: given.currency,
    customer: given.customer,
    customer_account: null,
    date: given.now,
    description: given.description,
    discountable: given.discountable,
    discounts: [],
    invoice: given.invoice,
    livemode: false,
    metadata: given.metadata,
    parent:
      given.subscription === null
        ? null
        : {
            subscription_details: { subscription: given.subscription },
            type: 'subscription_details',
          },
    period: given.period,
    pricing: price && {
      price_details: { price: price.id, product: price.product },
      type: 'price_details',
      unit_amount_decimal: price.unit_amount_decimal,
    },
    proration: false,
    quantity: given.quantity,
    quantity_decimal: String(given.quantity),
    tax_rates: [],
    test_clock: given.testClock ?? null,
  };
}

/** Discounts are in a proration's amount already, so none is taken off again. */
export function prorationItem(
  { kind, item, amount, period }: Proration,
  given: { id: string; now: number; subscription: Subscription; productName: string },
): InvoiceItem {
  const quantity = item.quantity ?? 1;
  const what = quantity === 1 ? given.productName : `${quantity} × ${given.productName}`;
  const verb = kind === 'unused' ? 'Unused time on' : 'Remaining time on';
  const plain = newInvoiceItem({
    ...given,
    customer: given.subscription.customer,
    testClock: given.subscription.test_clock,
    currency: item.price.currency,
    amount,
    description: `${verb} ${what} after ${dayText(period.start)}`,
    discountable: false,
    invoice: null,
    metadata: {},
    period,
    price: item.price,
    quantity,
    subscription: given.subscription.id,
  });
  return {
    ...plain,
    parent: {
      subscription_details: {
        subscription: given.subscription.id,
        subscription_item: item.id,
      },
      type: 'subscription_details',
    },
    proration: true,
    proration_details: { credited_items: null, discount_amounts: [] },
  };
}

/** "22 Nov 2026". */
function dayText(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    instant * 1000,
  );
}
