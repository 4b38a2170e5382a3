/** What a portal configuration lets members do: as it is asked for, as it is shown, and what there is no page for. */
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import {
  boolean,
  clearable,
  hash,
  integer,
  list,
  oneOf,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { PortalConfiguration } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { FEEDBACK } from './subscription-parameters.js';

type Features = PortalConfiguration['features'];

export const FEATURES = {
  customer_update: hash({
    allowed_updates: clearable(
      list(oneOf('address', 'email', 'name', 'phone', 'shipping', 'tax_id')),
    ),
    enabled: boolean(),
  }),
  invoice_history: hash({ enabled: required(boolean()) }),
  payment_method_update: hash({
    enabled: required(boolean()),
    payment_method_configuration: clearable(text()),
  }),
  subscription_cancel: hash({
    cancellation_reason: hash({
      enabled: required(boolean()),
      options: clearable(list(oneOf(...FEEDBACK))),
    }),
    enabled: required(boolean()),
    mode: oneOf('at_period_end', 'immediately'),
    proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  }),
  subscription_pause: hash({ enabled: boolean() }),
  subscription_update: hash({
    billing_cycle_anchor: oneOf('now', 'unchanged'),
    default_allowed_updates: clearable(list(oneOf('price', 'promotion_code', 'quantity'))),
    enabled: boolean(),
    products: clearable(
      list(
        hash({
          adjustable_quantity: hash({
            enabled: required(boolean()),
            maximum: integer({ min: 1 }),
            minimum: integer({ min: 0 }),
          }),
          prices: required(list(text())),
          product: required(text()),
        }),
      ),
    ),
    proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
    schedule_at_period_end: hash({
      conditions: list(
        hash({ type: required(oneOf('decreasing_item_amount', 'shortening_interval')) }),
      ),
    }),
    trial_update_behavior: oneOf('continue_trial', 'end_trial'),
  }),
};

export const NO_FEATURES: Features = {
  customer_update: { allowed_updates: [], enabled: false },
  invoice_history: { enabled: false },
  payment_method_update: { enabled: false, payment_method_configuration: null },
  subscription_cancel: {
    cancellation_reason: { enabled: false, feedback_options: null, options: [] },
    enabled: false,
    mode: 'at_period_end',
    proration_behavior: 'none',
  },
  subscription_pause: {
    duration: { interval_options: [], type: 'indefinite' },
    enabled: false,
  },
  subscription_update: {
    billing_cycle_anchor: null,
    default_allowed_updates: [],
    enabled: false,
    proration_behavior: 'none',
    schedule_at_period_end: { conditions: [] },
    trial_update_behavior: 'end_trial',
  },
};

/** What a member can do where no configuration says otherwise. */
export const USUAL_FEATURES: Features = {
  ...NO_FEATURES,
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true, payment_method_configuration: null },
  subscription_cancel: { ...NO_FEATURES.subscription_cancel, enabled: true },
};

export function changedFeatures(before: Features, params: Params<typeof FEATURES>): Features {
  const { customer_update: customer, subscription_cancel: cancel } = params;
  const { subscription_update: update, payment_method_update: card } = params;
  return {
    customer_update: {
      ...before.customer_update,
      ...customer,
      allowed_updates: customer?.allowed_updates ?? before.customer_update.allowed_updates,
    },
    invoice_history: params.invoice_history ?? before.invoice_history,
    payment_method_update: { ...before.payment_method_update, ...card },
    subscription_cancel: {
      ...before.subscription_cancel,
      ...cancel,
      cancellation_reason: {
        ...before.subscription_cancel.cancellation_reason,
        ...cancel?.cancellation_reason,
        options:
          cancel?.cancellation_reason?.options ??
          before.subscription_cancel.cancellation_reason.options,
      },
    },
    subscription_pause: { ...before.subscription_pause, ...params.subscription_pause },
    subscription_update: {
      ...before.subscription_update,
      ...update,
      default_allowed_updates:
        update?.default_allowed_updates ?? before.subscription_update.default_allowed_updates,
      products:
        update?.products?.map(({ adjustable_quantity: quantity, ...product }) => ({
          ...product,
          adjustable_quantity: {
            enabled: quantity?.enabled ?? false,
            maximum: quantity?.maximum ?? null,
            minimum: quantity?.minimum ?? 1,
          },
        })) ?? before.subscription_update.products,
      schedule_at_period_end: {
        conditions:
          update?.schedule_at_period_end?.conditions ??
          before.subscription_update.schedule_at_period_end.conditions,
      },
    },
  };
}

/** What the portal's pages cannot do is refused, and what they offer must be there. */
export function requirePossible(
  world: World,
  { subscription_update: update, ...features }: Features,
): void {
  const at = 'features[subscription_update]';
  if (features.subscription_pause.enabled) {
    throw refused("The simulator's portal does not pause subscriptions.", {
      param: 'features[subscription_pause][enabled]',
    });
  }
  if (update.default_allowed_updates.includes('promotion_code')) {
    throw refused("The simulator's portal takes no promotion codes.", {
      param: `${at}[default_allowed_updates]`,
    });
  }
  if (!update.enabled) return;
  if (!update.products?.length) {
    throw invalidParameter(
      `Missing required param: ${at}[products].`,
      `${at}[products]`,
      'parameter_missing',
    );
  }
  for (const [index, { product, prices }] of update.products.entries()) {
    const stranger = prices.find((id) => world.shelves.prices.get(id)?.product !== product);
    if (stranger !== undefined) {
      throw noSuch('price', stranger, `${at}[products][${index}][prices]`);
    }
  }
}
