// What a Checkout Session costs: today, and later.
import type { LineItem, Price } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { DAY } from '../world/settings.js';

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

export function total(items: readonly LineItem[]): number {
  return items.reduce((sum, item) => sum + item.amount_total, 0);
}

/** When the trial a plan promises would end if it began now; null without one. */
export function trialEndOf(plan: CheckoutPlan, now: number): number | null {
  return plan.trialDays === null ? plan.trialEnd : now + plan.trialDays * DAY;
}

/** A trial costs nothing today. */
export function dueToday(items: readonly LineItem[], hasTrial: boolean): number {
  return hasTrial ? 0 : total(items);
}
