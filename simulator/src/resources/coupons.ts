/** /v1/coupons: what is taken off a price, and for how long. */
import { amountOff } from '../billing/redemption-rules.js';
import { closeCodesOf } from '../billing/redeeming.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  changedMetadata,
  hash,
  hashOf,
  integer,
  list,
  metadata,
  oneOf,
  percentage,
  range,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import type { Coupon } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { supportedCurrency } from './parameters.js';

const AMOUNT = integer({ min: 1, max: 99_999_999 });

const COMMON = {
  currency_options: hashOf({ amount_off: required(AMOUNT) }),
  metadata: metadata(),
  name: text({ max: 40 }),
};

const CREATE = {
  ...COMMON,
  amount_off: AMOUNT,
  applies_to: hash({ products: list(text()) }),
  currency: text(),
  duration: oneOf('forever', 'once', 'repeating'),
  duration_in_months: integer({ min: 1, max: 1200 }),
  id: text({ max: 200 }),
  max_redemptions: integer({ min: 1 }),
  percent_off: percentage(),
  redeem_by: timestamp(),
};

export function existingCoupon(world: World, id: string, param = 'id'): Coupon {
  const coupon = world.shelves.coupons.get(id);
  if (!coupon) throw noSuch('coupon', id, param);
  return coupon;
}

function newCoupon(world: World, params: Params<typeof CREATE>): Coupon {
  requireWhole(world, params);
  const products = params.applies_to?.products;
  const currency = params.currency?.toLowerCase();
  return {
    id: params.id ?? world.ids.next('coupon'),
    object: 'coupon',
    amount_off: params.amount_off ?? null,
    ...(products ? { applies_to: { products } } : {}),
    created: world.now(),
    currency: currency ?? null,
    ...(params.currency_options ? { currency_options: params.currency_options } : {}),
    duration: params.duration ?? 'once',
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: changedMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  };
}

/** What belongs together, and what excludes the other. */
function requireWhole(world: World, params: Params<typeof CREATE>): void {
  const { amount_off: amount, percent_off: percent, duration, duration_in_months: months } = params;
  if ((amount === undefined) === (percent === undefined)) {
    throw invalidParameter('You must pass exactly one of percent_off, amount_off.', 'percent_off');
  }
  if ((amount === undefined) !== (params.currency === undefined)) {
    throw invalidParameter('currency is required with amount_off, and only with it.', 'currency');
  }
  if (params.currency_options && amount === undefined) {
    throw invalidParameter('currency_options needs amount_off.', 'currency_options');
  }
  const currencies = [params.currency ?? 'usd', ...Object.keys(params.currency_options ?? {})];
  for (const currency of currencies) supportedCurrency(currency);
  if ((duration === 'repeating') !== (months !== undefined)) {
    throw invalidParameter(
      'duration_in_months is required when duration is repeating, and only then.',
      'duration_in_months',
    );
  }
  if (params.redeem_by !== undefined && params.redeem_by <= world.now()) {
    throw refused('redeem_by must be in the future.', { param: 'redeem_by' });
  }
  for (const product of params.applies_to?.products ?? []) {
    if (!world.shelves.products.get(product))
      throw noSuch('product', product, 'applies_to[products]');
  }
  const { coupons, retiredCoupons } = world.shelves;
  if (params.id !== undefined && (coupons.get(params.id) ?? retiredCoupons.get(params.id))) {
    throw refused('Coupon already exists.', { param: 'id', code: 'resource_already_exists' });
  }
}

/** New currencies may be added; an amount that was promised cannot be changed. */
function moreCurrencies(coupon: Coupon, asked: Coupon['currency_options']): Partial<Coupon> {
  if (!asked) return {};
  const changed = Object.entries(asked).find(
    ([currency, option]) =>
      (amountOff(coupon, currency) ?? option.amount_off) !== option.amount_off,
  );
  if (changed || coupon.percent_off !== null) {
    throw refused('The amount a coupon takes off cannot be changed.', {
      param: 'currency_options',
    });
  }
  return { currency_options: { ...coupon.currency_options, ...asked } };
}

export const coupons: Endpoint[] = [
  endpoint('POST', '/v1/coupons', CREATE, ({ world, params }) =>
    world.create(world.shelves.coupons, newCoupon(world, params), 'coupon.created'),
  ),

  endpoint('GET', '/v1/coupons/:id', {}, ({ world, id }) => existingCoupon(world, id)),

  endpoint('POST', '/v1/coupons/:id', COMMON, ({ world, id, params }) => {
    const coupon = existingCoupon(world, id);
    const changes = {
      ...moreCurrencies(coupon, params.currency_options),
      metadata: changedMetadata(coupon.metadata ?? {}, params.metadata),
      name: params.name ?? coupon.name,
    };
    return world.update(world.shelves.coupons, coupon, changes, 'coupon.updated');
  }),

  endpoint('DELETE', '/v1/coupons/:id', {}, ({ world, id }) => {
    const coupon = existingCoupon(world, id);
    const retired = { ...coupon, valid: false };
    // Discounts already given, and promotion codes, go on naming it.
    world.shelves.retiredCoupons.put(retired);
    world.shelves.coupons.remove(id);
    closeCodesOf(world, id);
    world.emit('coupon.deleted', retired);
    return { id, object: 'coupon', deleted: true };
  }),

  endpoint('GET', '/v1/coupons', { ...PAGE, created: range() }, ({ world, params }) => {
    const found = world.shelves.coupons
      .newestFirst()
      .filter(({ created }) => inRange(created, params.created));
    return page(found, params, '/v1/coupons');
  }),
];
