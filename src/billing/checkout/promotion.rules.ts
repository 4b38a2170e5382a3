/** May this promotion code be used for this purchase? What only Stripe can know, it says when the page is opened. */
import type { Money } from '../../platform/money/money.js';

/** A promotion code, in plain types. */
export interface Promotion {
  /** Stripe's. */
  readonly id: string;
  /** False once it, or the coupon behind it, has expired or is used up. */
  readonly isActive: boolean;
  /** Stripe's customer, when it is for one person. */
  readonly customerId: string | null;
  /** Stripe's products that it is for; null for all. */
  readonly productIds: readonly string[] | null;
  /** The currencies that it takes a fixed amount off in; null for a percentage, which knows no currency. */
  readonly currencies: readonly string[] | null;
  /** What the purchase has to come to at least, a choice of currencies; empty where any amount will do. */
  readonly minimums: readonly Money[];
}

export type PromotionDenial =
  'over' | 'other-person' | 'other-plan' | 'other-currency' | 'too-small';

/** What a promotion code is judged by. */
export interface PromotedPurchase {
  readonly customerId: string | null;
  readonly productId: string | null;
  /** Of all seats. */
  readonly total: Money;
}

/** @returns null when it may be used */
export function promotionDenial(
  promotion: Promotion,
  { customerId, productId, total }: PromotedPurchase,
): PromotionDenial | null {
  if (!promotion.isActive) return 'over';
  if (promotion.customerId !== null && promotion.customerId !== customerId) return 'other-person';
  if (promotion.productIds !== null && !promotion.productIds.includes(productId ?? '')) {
    return 'other-plan';
  }
  if (promotion.currencies !== null && !promotion.currencies.includes(total.currency)) {
    return 'other-currency';
  }
  if (promotion.minimums.length === 0) return null;
  const minimum = promotion.minimums.find(({ currency }) => currency === total.currency);
  if (minimum === undefined) return 'other-currency';
  return total.amount < minimum.amount ? 'too-small' : null;
}
