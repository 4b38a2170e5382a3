/** The parameters of /v1/subscriptions. */
import { DISCOUNTS } from '../billing/redeeming.js';
import {
  boolean,
  clearable,
  hash,
  integer,
  list,
  metadata,
  nowOrTimestamp,
  oneOf,
  range,
  required,
  text,
  timestamp,
  timestampOr,
  type Params,
} from '../http/rules.js';
import { PAGE } from '../http/pagination.js';
import { CHANGED_ITEM, NEW_ITEM } from './item-parameters.js';

export const FEEDBACK = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const;

export const CANCELLATION_DETAILS = hash({
  comment: clearable(text()),
  feedback: clearable(oneOf(...FEEDBACK)),
  feedback_option: clearable(text()),
});

/** How a change of items is billed. */
export const BILLING_OF_CHANGE = {
  payment_behavior: oneOf(
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ),
  proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  proration_date: timestamp(),
};

export const BILLING_CYCLE_ANCHOR = hash({ type: required(oneOf('now', 'unchanged')) });

const COMMON = {
  ...BILLING_OF_CHANGE,
  cancel_at_period_end: boolean(),
  discounts: DISCOUNTS,
  metadata: metadata(),
  off_session: boolean(),
  trial_end: nowOrTimestamp(),
  trial_settings: hash({
    end_behavior: required(
      hash({ missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')) }),
    ),
  }),
};

const CANCEL_AT = timestampOr('max_period_end', 'min_period_end');

const { proration_date: _proration, ...CREATE_COMMON } = COMMON;

export const CREATE = {
  ...CREATE_COMMON,
  automatic_tax: hash({ enabled: required(boolean()) }),
  billing_mode: hash({
    flexible: hash({ proration_discounts: oneOf('included', 'itemized') }),
    type: required(oneOf('classic', 'flexible')),
  }),
  cancel_at: CANCEL_AT,
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  currency: text(),
  customer: required(text()),
  days_until_due: integer({ min: 0 }),
  default_payment_method: text(),
  description: text({ max: 500 }),
  items: required(list(NEW_ITEM)),
  payment_settings: hash({
    payment_method_types: clearable(list(oneOf('card'))),
    save_default_payment_method: oneOf('off', 'on_subscription'),
  }),
  trial_period_days: integer({ min: 0, max: 730 }),
};

export const UPDATE = {
  ...COMMON,
  billing_cycle_anchor: BILLING_CYCLE_ANCHOR,
  cancel_at: clearable(CANCEL_AT),
  cancellation_details: CANCELLATION_DETAILS,
  default_payment_method: clearable(text()),
  description: clearable(text({ max: 500 })),
  items: list(CHANGED_ITEM),
  pause_collection: clearable(
    hash({
      behavior: required(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
      resumes_at: timestamp(),
    }),
  ),
};

export type Create = Params<typeof CREATE>;
export type Update = Params<typeof UPDATE>;

export const LIST = {
  ...PAGE,
  automatic_tax: hash({ enabled: boolean() }),
  collection_method: oneOf('charge_automatically', 'send_invoice'),
  created: range(),
  current_period_end: range(),
  current_period_start: range(),
  customer: text(),
  plan: text(),
  price: text(),
  status: oneOf(
    'active',
    'all',
    'canceled',
    'ended',
    'incomplete',
    'incomplete_expired',
    'past_due',
    'paused',
    'trialing',
    'unpaid',
  ),
};
