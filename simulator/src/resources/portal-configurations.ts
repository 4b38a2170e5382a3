// /v1/billing_portal/configurations: what members may do for themselves in the portal.
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
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
  type Params,
} from '../http/rules.js';
import type { PortalConfiguration } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { FEEDBACK } from './subscriptions.js';

type Features = PortalConfiguration['features'];

const FEATURES = {
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

const COMMON = {
  business_profile: hash({
    headline: clearable(text({ max: 60 })),
    privacy_policy_url: clearable(text()),
    terms_of_service_url: clearable(text()),
  }),
  default_return_url: clearable(text()),
  login_page: hash({ enabled: required(boolean()) }),
  metadata: metadata(),
  name: clearable(text()),
};

const NO_FEATURES: Features = {
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
const USUAL_FEATURES: Features = {
  ...NO_FEATURES,
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true, payment_method_configuration: null },
  subscription_cancel: { ...NO_FEATURES.subscription_cancel, enabled: true },
};

function changedFeatures(before: Features, params: Params<typeof FEATURES>): Features {
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

function blankConfiguration(world: World): PortalConfiguration {
  const now = world.now();
  return {
    id: world.ids.next('portalConfiguration'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created: now,
    default_return_url: null,
    features: NO_FEATURES,
    is_default: false,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: {},
    name: null,
    updated: now,
  };
}

/** The configuration of a portal session that names none. */
export function defaultConfiguration(world: World): PortalConfiguration {
  const { portalConfigurations: shelf } = world.shelves;
  const [existing] = shelf.where((configuration) => configuration.is_default);
  return (
    existing ??
    shelf.put({ ...blankConfiguration(world), features: USUAL_FEATURES, is_default: true })
  );
}

export function existingConfiguration(world: World, id: string, param = 'id'): PortalConfiguration {
  const configuration = world.shelves.portalConfigurations.get(id);
  if (!configuration) throw noSuch('configuration', id, param);
  return configuration;
}

function plainChanges(
  before: PortalConfiguration,
  params: Params<typeof COMMON>,
): Partial<PortalConfiguration> {
  return {
    business_profile: { ...before.business_profile, ...params.business_profile },
    default_return_url:
      params.default_return_url === undefined
        ? before.default_return_url
        : params.default_return_url,
    metadata: changedMetadata(before.metadata ?? {}, params.metadata),
    name: params.name === undefined ? before.name : params.name,
  };
}

export const portalConfigurations: Endpoint[] = [
  endpoint(
    'POST',
    '/v1/billing_portal/configurations',
    { ...COMMON, features: required(hash(FEATURES)) },
    ({ world, params }) => {
      const blank = blankConfiguration(world);
      const configuration = {
        ...blank,
        ...plainChanges(blank, params),
        features: changedFeatures(NO_FEATURES, params.features),
      };
      return world.create(
        world.shelves.portalConfigurations,
        configuration,
        'billing_portal.configuration.created',
      );
    },
  ),

  endpoint('GET', '/v1/billing_portal/configurations/:id', {}, ({ world, id }) =>
    existingConfiguration(world, id),
  ),

  endpoint(
    'POST',
    '/v1/billing_portal/configurations/:id',
    { ...COMMON, active: boolean(), features: hash(FEATURES) },
    ({ world, id, params }) => {
      const before = existingConfiguration(world, id);
      const changes = {
        ...plainChanges(before, params),
        active: params.active ?? before.active,
        features: changedFeatures(before.features, params.features ?? {}),
        updated: world.now(),
      };
      return world.update(
        world.shelves.portalConfigurations,
        before,
        changes,
        'billing_portal.configuration.updated',
      );
    },
  ),

  endpoint(
    'GET',
    '/v1/billing_portal/configurations',
    { ...PAGE, active: boolean(), is_default: boolean() },
    ({ world, params }) => {
      const found = world.shelves.portalConfigurations
        .newestFirst()
        .filter(
          ({ active, is_default: isDefault }) =>
            (params.active ?? active) === active && (params.is_default ?? isDefault) === isDefault,
        );
      return page(found, params, '/v1/billing_portal/configurations');
    },
  ),
];
