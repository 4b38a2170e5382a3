/** What a Checkout Session costs, today and later, with its discounts and its tax. Pure. */
import { deduct } from '../billing/deduction-rules.js';
import { termsOf, type Redemption } from '../billing/redemption-rules.js';
import type { LineItem, Price } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { DAY } from '../world/settings.js';

export interface Sums {
  subtotal: number;
  discount: number;
  tax: number;
  total: number;
}

export interface Quote {
  items: LineItem[];
  today: Sums;
  /** What it costs once the trial, if there is one, is over. */
  later: Sums;
}

export interface Basket {
  items: readonly LineItem[];
  redemptions: readonly Redemption[];
  hasTrial: boolean;
  taxBasisPoints: number;
}

const NOTHING: Sums = { subtotal: 0, discount: 0, tax: 0, total: 0 };

export function quoteOf({ items, redemptions, hasTrial, taxBasisPoints }: Basket): Quote {
  const currency = items[0]?.currency ?? 'usd';
  const deductions = deduct(
    items.map((item) => ({
      amount: item.amount_subtotal,
      product: priceOf(item).product,
      discountable: true,
    })),
    redemptions.map(({ coupon }) => termsOf(coupon.id, coupon, currency)),
    taxBasisPoints,
    currency,
  );
  const priced = items.map((item, index): LineItem => {
    const { discounted = 0, tax = 0 } = deductions[index] ?? {};
    return {
      ...item,
      amount_discount: discounted,
      amount_tax: tax,
      amount_total: item.amount_subtotal - discounted + tax,
    };
  });
  const sum = (field: 'amount_subtotal' | 'amount_discount' | 'amount_tax' | 'amount_total') =>
    priced.reduce((whole, item) => whole + item[field], 0);
  const later: Sums = {
    subtotal: sum('amount_subtotal'),
    discount: sum('amount_discount'),
    tax: sum('amount_tax'),
    total: sum('amount_total'),
  };
  return { items: priced, later, today: hasTrial ? NOTHING : later };
}

export function priceOf(item: LineItem): Price {
  if (!item.price) throw new Error(`Line item ${item.id} has no price`);
  return item.price;
}

export function withQuantity(item: LineItem, quantity: number): LineItem {
  const amount = (priceOf(item).unit_amount ?? 0) * quantity;
  return { ...item, quantity, amount_subtotal: amount, amount_total: amount };
}

/** The items with the quantities a member chose on the page, where the page let them choose. */
export function withQuantities(
  items: readonly LineItem[],
  chosen: Readonly<Record<string, number>>,
): LineItem[] {
  return items.map((item) => {
    const quantity = chosen[item.id];
    const bounds = item.adjustable_quantity;
    if (quantity === undefined || !bounds?.enabled) return item;
    const least = bounds.minimum ?? 0;
    const most = bounds.maximum ?? 99;
    return withQuantity(item, Math.min(Math.max(quantity, least), most));
  });
}

/** When the trial a plan promises would end if it began now; null without one. */
export function trialEndOf(
  plan: Pick<CheckoutPlan, 'trialDays' | 'trialEnd'>,
  now: number,
): number | null {
  return plan.trialDays === null ? plan.trialEnd : now + plan.trialDays * DAY;
}
