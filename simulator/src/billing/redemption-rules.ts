/** May this coupon or promotion code be used for this order, and why not? Pure. */
import type { Coupon, PromotionCode } from '../stripe-objects.js';
import type { DiscountTerms } from './deduction-rules.js';

export interface Redemption {
  coupon: Coupon;
  /** The code it was asked for with; null where the coupon itself was named. */
  promotionCode: PromotionCode | null;
}

/** What a redemption is judged by. */
export interface Order {
  customer: string | null;
  /** Whether this customer has paid for anything before. */
  hasPaid: boolean;
  currency: string;
  subtotal: number;
  products: readonly string[];
}

export type Refusal =
  | 'inactive'
  | 'expired'
  | 'used-up'
  | 'other-currency'
  | 'other-customer'
  | 'other-products'
  | 'not-the-first'
  | 'too-small';

export function refusalOf(
  { coupon, promotionCode: code }: Redemption,
  order: Order,
  now: number,
): Refusal | null {
  if (isPast(coupon.redeem_by, now) || isPast(code?.expires_at ?? null, now)) return 'expired';
  if (isUsedUp(coupon) || (code && isUsedUp(code))) return 'used-up';
  if (!coupon.valid || code?.active === false) return 'inactive';
  if (code && code.customer !== null && code.customer !== order.customer) return 'other-customer';
  if (coupon.percent_off === null && amountOff(coupon, order.currency) === null) {
    return 'other-currency';
  }
  const products = coupon.applies_to?.products;
  if (products && !products.some((product) => order.products.includes(product))) {
    return 'other-products';
  }
  return code ? restrictionOf(code.restrictions, order) : null;
}

function restrictionOf(
  restrictions: PromotionCode['restrictions'],
  order: Order,
): 'not-the-first' | 'other-currency' | 'too-small' | null {
  if (restrictions.first_time_transaction && order.hasPaid) return 'not-the-first';
  if (restrictions.minimum_amount === null) return null;
  const least = minimumIn(restrictions, order.currency);
  if (least === null) return 'other-currency';
  return order.subtotal < least ? 'too-small' : null;
}

function minimumIn(restrictions: PromotionCode['restrictions'], currency: string): number | null {
  if (restrictions.minimum_amount_currency === currency) return restrictions.minimum_amount;
  return restrictions.currency_options?.[currency]?.minimum_amount ?? null;
}

/** The fixed amount a coupon takes off in this currency; null where it has none. */
export function amountOff(coupon: Coupon, currency: string): number | null {
  if (coupon.currency === currency) return coupon.amount_off;
  return coupon.currency_options?.[currency]?.amount_off ?? null;
}

/** What the coupon takes off, under the id of the discount it was given as. */
export function termsOf(id: string, coupon: Coupon, currency: string): DiscountTerms {
  return {
    id,
    percentOff: coupon.percent_off,
    amountOff: amountOff(coupon, currency),
    products: coupon.applies_to?.products ?? null,
  };
}

export function isUsedUp(limited: {
  max_redemptions: number | null;
  times_redeemed: number;
}): boolean {
  return limited.max_redemptions !== null && limited.times_redeemed >= limited.max_redemptions;
}

export function isPast(instant: number | null, now: number): boolean {
  return instant !== null && instant <= now;
}
