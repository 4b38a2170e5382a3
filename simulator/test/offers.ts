/** Promotion codes, as the tests make them. */
import type Stripe from 'stripe';
import type { Town } from './support.js';

/** A coupon with a code for it. */
export async function code(town: Town, coupon: Stripe.CouponCreateParams, text = 'SPRING') {
  const made = await town.stripe.coupons.create(coupon);
  return town.stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: made.id },
    code: text,
  });
}
