/** /v1/promotion_codes: the words a customer types to get a coupon. */
import { isPast, isUsedUp } from '../billing/redemption-rules.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  hash,
  hashOf,
  integer,
  metadata,
  oneOf,
  range,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import type { PromotionCode } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCoupon } from './coupons.js';
import { existingCustomer } from './customers.js';
import { supportedCurrency } from './parameters.js';

const CURRENCY_OPTIONS = hashOf({ minimum_amount: integer({ min: 1 }) });

const CREATE = {
  active: boolean(),
  code: text({ max: 500 }),
  customer: text(),
  expires_at: timestamp(),
  max_redemptions: integer({ min: 1 }),
  metadata: metadata(),
  promotion: required(hash({ coupon: required(text()), type: required(oneOf('coupon')) })),
  restrictions: hash({
    currency_options: CURRENCY_OPTIONS,
    first_time_transaction: boolean(),
    minimum_amount: integer({ min: 1 }),
    minimum_amount_currency: text(),
  }),
};

function existing(world: World, id: string): PromotionCode {
  const code = world.shelves.promotionCodes.get(id);
  if (!code) throw noSuch('promotion code', id);
  return code;
}

function newPromotionCode(world: World, params: Params<typeof CREATE>): PromotionCode {
  const coupon = existingCoupon(world, params.promotion.coupon, 'promotion[coupon]');
  const customer =
    params.customer === undefined ? null : existingCustomer(world, params.customer, 'customer').id;
  if (!coupon.valid) {
    throw refused('The coupon of a promotion code must be valid.', { param: 'promotion[coupon]' });
  }
  if (params.expires_at !== undefined && params.expires_at <= world.now()) {
    throw refused('expires_at must be in the future.', { param: 'expires_at' });
  }
  const code: PromotionCode = {
    id: world.ids.next('promotionCode'),
    object: 'promotion_code',
    active: params.active ?? true,
    code: params.code ?? world.ids.next('promotionText').toUpperCase(),
    created: world.now(),
    customer,
    customer_account: null,
    expires_at: params.expires_at ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: changedMetadata({}, params.metadata),
    promotion: { coupon: coupon.id, type: 'coupon' },
    restrictions: restrictionsFrom(params.restrictions ?? {}),
    times_redeemed: 0,
  };
  if (code.active) requireUnused(world, code);
  return code;
}

function restrictionsFrom(
  params: NonNullable<Params<typeof CREATE>['restrictions']>,
): PromotionCode['restrictions'] {
  const { minimum_amount: amount, minimum_amount_currency: currency } = params;
  const at = 'restrictions[minimum_amount]';
  if ((amount === undefined) !== (currency === undefined)) {
    throw invalidParameter('minimum_amount and minimum_amount_currency go together.', at);
  }
  return {
    ...minimums(params.currency_options),
    first_time_transaction: params.first_time_transaction ?? false,
    minimum_amount: amount ?? null,
    minimum_amount_currency: currency === undefined ? null : supportedCurrency(currency, at),
  };
}

function minimums(
  options: Record<string, { minimum_amount?: number }> | undefined,
): Pick<PromotionCode['restrictions'], 'currency_options'> {
  if (!options) return {};
  const entries = Object.entries(options).map(
    ([currency, { minimum_amount: amount }]) =>
      [currency, { minimum_amount: amount ?? 0 }] as const,
  );
  return { currency_options: Object.fromEntries(entries) };
}

/** Of codes that read alike, one may be active, or one for each customer. */
function requireUnused(world: World, code: PromotionCode): void {
  const rival = world.shelves.promotionCodes.where(
    (other) =>
      other.id !== code.id &&
      other.active &&
      other.code.toLowerCase() === code.code.toLowerCase() &&
      (other.customer === code.customer || other.customer === null || code.customer === null),
  );
  if (rival.length === 0) return;
  throw refused(`An active promotion code with \`code: ${code.code}\` already exists.`, {
    param: 'code',
  });
}

function activated(world: World, code: PromotionCode, active: boolean | undefined): boolean {
  if (active !== true || code.active) return active ?? code.active;
  const coupon = world.shelves.coupons.get(code.promotion.coupon ?? '');
  if (!coupon?.valid || isUsedUp(code) || isPast(code.expires_at, world.now())) {
    throw refused('This promotion code cannot be activated any more.', { param: 'active' });
  }
  requireUnused(world, code);
  return true;
}

export const promotionCodes: Endpoint[] = [
  endpoint('POST', '/v1/promotion_codes', CREATE, ({ world, params }) =>
    world.create(
      world.shelves.promotionCodes,
      newPromotionCode(world, params),
      'promotion_code.created',
    ),
  ),

  endpoint('GET', '/v1/promotion_codes/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint(
    'POST',
    '/v1/promotion_codes/:id',
    {
      active: boolean(),
      metadata: metadata(),
      restrictions: hash({ currency_options: CURRENCY_OPTIONS }),
    },
    ({ world, id, params }) => {
      const code = existing(world, id);
      const { currency_options: added } = minimums(params.restrictions?.currency_options);
      const options = { ...code.restrictions.currency_options, ...added };
      const changes = {
        active: activated(world, code, params.active),
        metadata: changedMetadata(code.metadata ?? {}, params.metadata),
        restrictions: added
          ? { ...code.restrictions, currency_options: options }
          : code.restrictions,
      };
      return world.update(world.shelves.promotionCodes, code, changes, 'promotion_code.updated');
    },
  ),

  endpoint(
    'GET',
    '/v1/promotion_codes',
    {
      ...PAGE,
      active: boolean(),
      code: text(),
      coupon: text(),
      created: range(),
      customer: text(),
    },
    ({ world, params }) => {
      const wanted = params.code?.toLowerCase();
      const found = world.shelves.promotionCodes
        .newestFirst()
        .filter(
          ({ active, code, promotion, created, customer }) =>
            (params.active ?? active) === active &&
            (wanted ?? code.toLowerCase()) === code.toLowerCase() &&
            (params.coupon ?? promotion.coupon) === promotion.coupon &&
            (params.customer ?? customer) === customer &&
            inRange(created, params.created),
        );
      return page(found, params, '/v1/promotion_codes');
    },
  ),
];
