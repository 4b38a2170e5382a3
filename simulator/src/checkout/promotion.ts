/** Puts a promotion code on an open Checkout Session, and takes it off again. */
import { redemptionOfCode } from '../billing/redeeming.js';
import type { CheckoutSession } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { withQuantities } from './amounts.js';
import { amountsOf, NO_CHOICE, orderOf, planOfSession, quote, type Choice } from './quoting.js';

export type Applied = { ok: true; session: CheckoutSession } | { ok: false; message: string };

export function applyCode(
  world: World,
  session: CheckoutSession,
  code: string,
  choice: Choice,
): Applied {
  if (!session.allow_promotion_codes) {
    return { ok: false, message: 'This page takes no promotion codes.' };
  }
  const items = withQuantities(planOfSession(world, session).lineItems, choice.quantities);
  const answer = redemptionOfCode(world, code, orderOf(world, session.customer, items));
  if (!answer.ok) return answer;
  const { coupon, promotionCode } = answer.redemption;
  const discount = { coupon: coupon.id, promotion_code: promotionCode?.id ?? null };
  return { ok: true, session: withDiscounts(world, session, [discount], choice) };
}

export function removeCode(world: World, session: CheckoutSession): CheckoutSession {
  return session.allow_promotion_codes ? withDiscounts(world, session, [], NO_CHOICE) : session;
}

function withDiscounts(
  world: World,
  session: CheckoutSession,
  discounts: CheckoutSession['discounts'],
  choice: Choice,
): CheckoutSession {
  const { items: lineItems, today } = quote(world, { ...session, discounts }, choice);
  world.shelves.checkoutPlans.put({ ...planOfSession(world, session), lineItems });
  return world.update(world.shelves.checkoutSessions, session, {
    discounts,
    ...amountsOf(today),
  });
}
