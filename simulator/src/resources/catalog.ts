/** Makes products and prices, which are often made together. */
import { amountProblem } from '../billing/money.js';
import { invalidParameter } from '../http/errors.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  required,
  text,
  type MetadataChange,
  type Params,
} from '../http/rules.js';
import type { Price, Product } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { supportedCurrency } from './parameters.js';

export const PRODUCT_DETAILS = {
  active: boolean(),
  description: clearable(text()),
  images: clearable(list(text(), { max: 8 })),
  marketing_features: clearable(list(hash({ name: required(text({ max: 80 })) }), { max: 15 })),
  metadata: metadata(),
  shippable: boolean(),
  statement_descriptor: text({ max: 22 }),
  tax_code: clearable(text()),
  unit_label: clearable(text({ max: 12 })),
  url: clearable(text()),
};

export function newProduct(
  world: World,
  params: Params<typeof PRODUCT_DETAILS> & { id?: string; name: string; type?: Product['type'] },
): Product {
  const now = world.now();
  return {
    id: params.id ?? world.ids.next('product'),
    object: 'product',
    active: params.active ?? true,
    created: now,
    default_price: null,
    description: params.description ?? null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: params.marketing_features ?? [],
    metadata: changedMetadata({}, params.metadata),
    name: params.name,
    package_dimensions: null,
    shippable: params.shippable ?? null,
    statement_descriptor: params.statement_descriptor ?? null,
    tax_code: params.tax_code ?? null,
    tax_details: null,
    type: params.type ?? 'service',
    unit_label: params.unit_label ?? null,
    updated: now,
    url: params.url ?? null,
  };
}

/** The longest a billing period may be, in each of its units. */
const LONGEST = { day: 1095, week: 156, month: 36, year: 3 };

/** The parameters that say how much and how often. */
export const PRICE_AMOUNT = {
  currency: required(text()),
  recurring: hash({
    interval: required(oneOf('day', 'week', 'month', 'year')),
    interval_count: integer({ min: 1 }),
    usage_type: oneOf('licensed'),
    trial_period_days: integer({ min: 1 }),
  }),
  tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
  unit_amount: integer({ min: 0, max: 99_999_999 }),
  unit_amount_decimal: text(),
};

type Amount = Params<typeof PRICE_AMOUNT> & {
  product: string;
  active?: boolean;
  lookup_key?: string;
  metadata?: MetadataChange;
  nickname?: string | null;
};

export function newPrice(world: World, params: Amount): Price {
  const currency = supportedCurrency(params.currency);
  const amount = unitAmount(params);
  const problem = amountProblem(amount, currency);
  if (problem !== null) throw invalidParameter(problem, 'unit_amount');
  const { recurring } = params;
  const count = recurring?.interval_count ?? 1;
  if (recurring && count > LONGEST[recurring.interval]) {
    throw invalidParameter(
      'Invalid interval_count: the billing interval can be three years at most.',
      'recurring[interval_count]',
    );
  }
  return {
    id: world.ids.next('price'),
    object: 'price',
    active: params.active ?? true,
    billing_scheme: 'per_unit',
    created: world.now(),
    currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: changedMetadata({}, params.metadata),
    nickname: params.nickname ?? null,
    product: params.product,
    recurring: recurring
      ? {
          interval: recurring.interval,
          interval_count: count,
          meter: null,
          trial_period_days: recurring.trial_period_days ?? null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: amount,
    unit_amount_decimal: String(amount),
  };
}

/** Whole minor units only: fractions of a cent are for metered prices, which nobody sells here. */
function unitAmount(params: Params<typeof PRICE_AMOUNT>): number {
  const { unit_amount: amount, unit_amount_decimal: decimal } = params;
  if (amount !== undefined && decimal !== undefined) {
    throw invalidParameter(
      'You may only specify one of these parameters: unit_amount, unit_amount_decimal.',
      'unit_amount',
      'parameters_exclusive',
    );
  }
  if (amount !== undefined) return amount;
  if (decimal !== undefined) return integer({ min: 0 }).read(decimal, 'unit_amount_decimal');
  throw invalidParameter(
    'Missing required param: unit_amount.',
    'unit_amount',
    'parameter_missing',
  );
}
