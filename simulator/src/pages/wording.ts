/** How prices, trials and dates are worded on the pages. */
import { moneyText } from '../billing/money.js';
import type { Redemption } from '../billing/redemption-rules.js';
import type { Coupon, LineItem, Price } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { DAY } from '../world/settings.js';

/** "per year", "every 3 months", or nothing for what is sold once. */
function everyText(price: Price | null | undefined): string {
  if (!price?.recurring) return '';
  const { interval, interval_count: count } = price.recurring;
  return count === 1 ? `per ${interval}` : `every ${count} ${interval}s`;
}

export function priceText(price: Price, quantity = 1): string {
  return `${moneyText((price.unit_amount ?? 0) * quantity, price.currency)} ${everyText(price)}`.trim();
}

/** "7 days free", or null without a trial. */
function trialText(plan: CheckoutPlan, now: number): string | null {
  const days =
    plan.trialDays ?? (plan.trialEnd === null ? null : Math.ceil((plan.trialEnd - now) / DAY));
  if (days === null) return null;
  return days === 1 ? '1 day free' : `${days} days free`;
}

/** "SPRING: 20% off for 3 months". */
export function discountText({ coupon, promotionCode }: Redemption): string {
  const name = promotionCode?.code ?? coupon.name ?? coupon.id;
  const off =
    coupon.percent_off === null
      ? moneyText(coupon.amount_off ?? 0, coupon.currency ?? 'usd')
      : `${coupon.percent_off}%`;
  return `${name}: ${off} off${durationText(coupon)}`;
}

function durationText({ duration, duration_in_months: months }: Coupon): string {
  if (duration === 'forever') return ' for good';
  if (duration === 'once') return ', once';
  return months === 1 ? ' for 1 month' : ` for ${months} months`;
}

/** "7 days free, then $300.00 per year", before anything is taken off. */
export function offerText(plan: CheckoutPlan, items: readonly LineItem[], now: number): string {
  const [first] = items;
  const sum = items.reduce((total, item) => total + item.amount_subtotal, 0);
  const price = `${moneyText(sum, first?.currency ?? 'usd')} ${everyText(first?.price)}`.trim();
  const trial = trialText(plan, now);
  return trial === null ? price : `${trial}, then ${price}`;
}

export function dateText(instant: number): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    instant * 1000,
  );
}
