/** Redeems coupons and promotion codes: finds what was asked for, refuses what cannot be used, and gives the discount. */
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { clearable, hash, list, text, type Params } from '../http/rules.js';
import type { Coupon, Discount, PromotionCode, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { forgetDiscount } from './discounting.js';
import { moneyText } from './money.js';
import { addMonths } from './periods.js';
import {
  isUsedUp,
  refusalOf,
  type Order,
  type Redemption,
  type Refusal,
} from './redemption-rules.js';

const DISCOUNT = { coupon: text(), discount: text(), promotion_code: text() };

/** The parameter `discounts` of a subscription. An empty value takes every discount off. */
export const DISCOUNTS = clearable(list(hash(DISCOUNT), { max: 20 }));

export type DiscountParams = Params<typeof DISCOUNT>;

/** Finds and checks what a caller asks for; throws Stripe's refusal. */
export function redemptionsFor(
  world: World,
  asked: readonly DiscountParams[],
  order: Order,
): Redemption[] {
  return asked.map((params, index) => {
    const at = `discounts[${index}]`;
    const redemption = named(world, params, at);
    const refusal = refusalOf(redemption, order, world.now());
    if (!refusal) return redemption;
    const field = params.coupon === undefined ? 'promotion_code' : 'coupon';
    throw refused(refusalText(refusal, redemption), {
      param: `${at}[${field}]`,
      ...(refusal === 'expired'
        ? { code: `${field === 'coupon' ? 'coupon' : 'promotion_code'}_expired` }
        : {}),
    });
  });
}

function named(world: World, params: DiscountParams, at: string): Redemption {
  const { coupon: couponId, promotion_code: codeId } = params;
  if (params.discount !== undefined) throw noSuch('discount', params.discount, `${at}[discount]`);
  if ((couponId === undefined) === (codeId === undefined)) {
    throw invalidParameter('You must pass exactly one of coupon, promotion_code.', at);
  }
  if (couponId !== undefined) {
    const coupon = world.shelves.coupons.get(couponId);
    if (!coupon) throw noSuch('coupon', couponId, `${at}[coupon]`);
    return { coupon, promotionCode: null };
  }
  const code = world.shelves.promotionCodes.get(codeId ?? '');
  if (!code) throw noSuch('promotion code', codeId ?? '', `${at}[promotion_code]`);
  return withCoupon(world, code);
}

function withCoupon(world: World, promotionCode: PromotionCode): Redemption {
  const id = promotionCode.promotion.coupon ?? '';
  const coupon = world.shelves.coupons.get(id) ?? world.shelves.retiredCoupons.get(id);
  if (!coupon) throw new Error(`Promotion code ${promotionCode.id} has no coupon`);
  return { coupon, promotionCode };
}

export type CodeAnswer = { ok: true; redemption: Redemption } | { ok: false; message: string };

/** What a person typed into the box for codes: the case of its letters does not matter. */
export function redemptionOfCode(world: World, typed: string, order: Order): CodeAnswer {
  const wanted = typed.toLowerCase();
  const codes = world.shelves.promotionCodes
    .newestFirst()
    .filter(({ code }) => code.toLowerCase() === wanted);
  const code = codes.find(({ active }) => active) ?? codes[0];
  if (!code) return { ok: false, message: 'This code is invalid.' };
  const redemption = withCoupon(world, code);
  const refusal = refusalOf(redemption, order, world.now());
  return refusal
    ? { ok: false, message: refusalText(refusal, redemption) }
    : { ok: true, redemption };
}

function refusalText(refusal: Refusal, { coupon, promotionCode: code }: Redemption): string {
  const what = code ? 'This code' : `Coupon ${coupon.id}`;
  const least = code?.restrictions.minimum_amount ?? 0;
  const currency = code?.restrictions.minimum_amount_currency ?? 'usd';
  const texts: Record<Refusal, string> = {
    inactive: `${what} is no longer active.`,
    expired: `${what} has expired.`,
    'used-up': `${what} has been used up.`,
    'other-currency': `${what} cannot be used with this currency.`,
    'other-customer': `${what} is for another customer.`,
    'other-products': `${what} is not for what is bought here.`,
    'not-the-first': `${what} is only for a first purchase.`,
    'too-small': `${what} is for orders of at least ${moneyText(least, currency)}.`,
  };
  return texts[refusal];
}

/** Whether a customer has paid for anything before, for codes that are for the first purchase only. */
export function hasPaid(world: World, customer: string | null): boolean {
  if (customer === null) return false;
  const { charges, invoices } = world.shelves;
  return (
    charges.where((charge) => charge.customer === customer && charge.paid).length > 0 ||
    invoices.where((invoice) => invoice.customer === customer && invoice.amount_paid > 0).length > 0
  );
}

/** Counts one use; what is used up with it is no longer valid. */
export function countRedemption(world: World, { coupon, promotionCode }: Redemption): void {
  const { coupons, promotionCodes } = world.shelves;
  const current = coupons.get(coupon.id);
  if (current) {
    const counted: Coupon = { ...current, times_redeemed: current.times_redeemed + 1 };
    world.update(coupons, current, { ...counted, valid: counted.valid && !isUsedUp(counted) });
    if (isUsedUp(counted)) closeCodesOf(world, coupon.id);
  }
  const code = promotionCodes.get(promotionCode?.id ?? '');
  if (!code) return;
  const counted: PromotionCode = { ...code, times_redeemed: code.times_redeemed + 1 };
  world.update(promotionCodes, code, {
    ...counted,
    active: counted.active && !isUsedUp(counted),
  });
}

/** A code is active only as long as its coupon is valid. */
export function closeCodesOf(world: World, coupon: string): void {
  const { promotionCodes } = world.shelves;
  for (const code of promotionCodes.where(({ promotion }) => promotion.coupon === coupon)) {
    world.update(promotionCodes, code, { active: false });
  }
}

/** The last day to redeem it is over. */
export function expireCoupon(world: World, coupon: Coupon): void {
  world.update(world.shelves.coupons, coupon, { valid: false });
  closeCodesOf(world, coupon.id);
}

export function expirePromotionCode(world: World, code: PromotionCode): void {
  world.update(world.shelves.promotionCodes, code, { active: false });
}

/** Gives a subscription what was redeemed, each counted once; answers the discounts' ids. */
export function redeem(
  world: World,
  redemptions: readonly Redemption[],
  holder: { customer: string; subscription: string; checkoutSession?: string },
): string[] {
  return redemptions.map((redemption) => {
    const { coupon, promotionCode } = redemption;
    const now = world.now();
    const months = coupon.duration === 'repeating' ? (coupon.duration_in_months ?? 0) : null;
    const discount: Discount = {
      id: world.ids.next('discount'),
      object: 'discount',
      checkout_session: holder.checkoutSession ?? null,
      customer: holder.customer,
      customer_account: null,
      end: months === null ? null : addMonths(now, months),
      invoice: null,
      invoice_item: null,
      promotion_code: promotionCode?.id ?? null,
      source: { coupon: coupon.id, type: 'coupon' },
      start: now,
      subscription: holder.subscription,
      subscription_item: null,
    };
    countRedemption(world, redemption);
    world.create(world.shelves.discounts, discount, 'customer.discount.created');
    return discount.id;
  });
}

/**
 * What `discounts` of a subscription become with an update: those named by `discount` stay, the rest of what is asked
 * for is redeemed, and what is not named any more is gone. The caller puts the ids on the subscription.
 */
export function changedDiscounts(
  world: World,
  subscription: Subscription,
  asked: readonly DiscountParams[] | null,
  order: Order,
): string[] {
  const kept = (asked ?? []).flatMap(({ discount }) =>
    discount !== undefined && subscription.discounts.includes(discount) ? [discount] : [],
  );
  const fresh = (asked ?? []).filter(({ discount }) => !kept.includes(discount ?? ''));
  const redemptions = redemptionsFor(world, fresh, order);
  for (const id of subscription.discounts.filter((each) => !kept.includes(each))) {
    const discount = world.shelves.discounts.get(id);
    if (discount) forgetDiscount(world, discount);
  }
  const { customer, id } = subscription;
  return [...kept, ...redeem(world, redemptions, { customer, subscription: id })];
}
