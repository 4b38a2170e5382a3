// /v1/subscriptions: what a customer pays for again and again. They begin in Checkout; here they are read, changed
// and ended.
import { finish } from '../billing/ending.js';
import { currentPeriod, isOver } from '../billing/subscription-rules.js';
import { endTrialNow } from '../billing/turns.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, listOf, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  metadata,
  nowOrTimestamp,
  oneOf,
  range,
  required,
  text,
  timestamp,
  type Params,
} from '../http/rules.js';
import type { List, Subscription } from '../stripe-objects.js';
import { requestCancellation, withdrawCancellation } from '../billing/cancelling.js';
import type { World } from '../world/world.js';

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

const CANCELLATION_DETAILS = hash({
  comment: clearable(text()),
  feedback: clearable(oneOf(...FEEDBACK)),
  feedback_option: clearable(text()),
});

const UPDATE = {
  cancel_at: clearable(timestamp()),
  cancel_at_period_end: boolean(),
  cancellation_details: CANCELLATION_DETAILS,
  default_payment_method: clearable(text()),
  description: clearable(text({ max: 500 })),
  metadata: metadata(),
  off_session: boolean(),
  pause_collection: clearable(
    hash({
      behavior: required(oneOf('keep_as_draft', 'mark_uncollectible', 'void')),
      resumes_at: timestamp(),
    }),
  ),
  payment_behavior: oneOf(
    'allow_incomplete',
    'default_incomplete',
    'error_if_incomplete',
    'pending_if_incomplete',
  ),
  proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  trial_end: nowOrTimestamp(),
  trial_settings: hash({
    end_behavior: required(
      hash({ missing_payment_method: required(oneOf('cancel', 'create_invoice', 'pause')) }),
    ),
  }),
};

type Update = Params<typeof UPDATE>;

function existing(world: World, id: string): Subscription {
  const subscription = world.shelves.subscriptions.get(id);
  if (!subscription) throw noSuch('subscription', id);
  return subscription;
}

function live(world: World, id: string): Subscription {
  const subscription = existing(world, id);
  // Stripe does not find a subscription that is over, where it is asked to change it.
  if (isOver(subscription)) throw noSuch('subscription', id);
  return subscription;
}

function requireUsable(world: World, subscription: Subscription, params: Update): void {
  if (params.cancel_at !== undefined && params.cancel_at_period_end !== undefined) {
    throw invalidParameter(
      'You may only specify one of these parameters: cancel_at, cancel_at_period_end.',
      'cancel_at',
      'parameters_exclusive',
    );
  }
  if (typeof params.cancel_at === 'number' && params.cancel_at <= world.now()) {
    throw refused('cancel_at must be a future timestamp', { param: 'cancel_at' });
  }
  const card = params.default_payment_method;
  if (card && world.shelves.paymentMethods.get(card)?.customer !== subscription.customer) {
    throw noSuch('PaymentMethod', card, 'default_payment_method');
  }
  if (params.trial_end !== undefined && subscription.status !== 'trialing') {
    throw refused('The simulator changes the trial only of a subscription in its trial.', {
      param: 'trial_end',
    });
  }
  if (typeof params.trial_end === 'number' && params.trial_end <= world.now()) {
    throw refused('Invalid timestamp: must be an integer Unix timestamp in the future', {
      param: 'trial_end',
    });
  }
}

/** The changes that are not a turn in its life. */
function plainChanges(subscription: Subscription, params: Update): Partial<Subscription> {
  const { pause_collection: pause, trial_settings: settings } = params;
  return {
    metadata: changedMetadata(subscription.metadata, params.metadata),
    ...(params.default_payment_method === undefined
      ? {}
      : { default_payment_method: params.default_payment_method }),
    ...(params.description === undefined ? {} : { description: params.description }),
    ...(pause === undefined
      ? {}
      : { pause_collection: pause && { ...pause, resumes_at: pause.resumes_at ?? null } }),
    ...(settings === undefined
      ? {}
      : {
          trial_settings: {
            end_behavior: { billing_cycle_anchor: null, ...settings.end_behavior },
          },
        }),
    ...(params.cancellation_details === undefined
      ? {}
      : { cancellation_details: changedDetails(subscription, params.cancellation_details) }),
  };
}

function changedDetails(
  subscription: Subscription,
  details: NonNullable<Update['cancellation_details']>,
): Subscription['cancellation_details'] {
  return {
    comment: null,
    feedback: null,
    feedback_option: null,
    reason: null,
    ...subscription.cancellation_details,
    ...details,
  };
}

function cancellationChanges(
  world: World,
  subscription: Subscription,
  params: Update,
): Partial<Subscription> {
  const now = world.now();
  if (params.cancel_at_period_end === true) {
    const { end } = currentPeriod(subscription);
    return { ...requestCancellation(subscription, now, end), cancel_at_period_end: true };
  }
  if (typeof params.cancel_at === 'number') {
    return requestCancellation(subscription, now, params.cancel_at);
  }
  // `cancel_at_period_end: false` takes back only what was asked for with it, not a date set otherwise.
  const takesBack =
    params.cancel_at === null ||
    (params.cancel_at_period_end === false && subscription.cancel_at_period_end);
  return takesBack ? withdrawCancellation(subscription) : {};
}

function longerTrial(subscription: Subscription, trialEnd: Update['trial_end']) {
  if (typeof trialEnd !== 'number') return {};
  const data = subscription.items.data.map((item) => ({ ...item, current_period_end: trialEnd }));
  return {
    trial_end: trialEnd,
    billing_cycle_anchor: trialEnd,
    items: { ...subscription.items, data },
  };
}

/** A customer shows their subscriptions only when they are expanded, and never those that are over. */
export function liveSubscriptionsOf(world: World, customer: string): List<Subscription> {
  const found = world.shelves.subscriptions
    .newestFirst()
    .filter((subscription) => subscription.customer === customer && !isOver(subscription));
  return listOf(found.slice(0, 10), found.length > 10, `/v1/customers/${customer}/subscriptions`);
}

function hasStatus(subscription: Subscription, status: string | undefined): boolean {
  if (status === undefined) return !isOver(subscription);
  if (status === 'all') return true;
  if (status === 'ended') return isOver(subscription);
  return subscription.status === status;
}

const LIST = {
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

export const subscriptions: Endpoint[] = [
  endpoint('GET', '/v1/subscriptions/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint('GET', '/v1/subscriptions', LIST, ({ world, params }) => {
    const price = params.price ?? params.plan;
    const found = world.shelves.subscriptions.newestFirst().filter((subscription) => {
      const period = currentPeriod(subscription);
      return (
        hasStatus(subscription, params.status) &&
        (params.customer ?? subscription.customer) === subscription.customer &&
        (price === undefined || subscription.items.data.some((item) => item.price.id === price)) &&
        inRange(subscription.created, params.created) &&
        inRange(period.start, params.current_period_start) &&
        inRange(period.end, params.current_period_end)
      );
    });
    return page(found, params, '/v1/subscriptions');
  }),

  endpoint('POST', '/v1/subscriptions/:id', UPDATE, ({ world, id, params }) => {
    const subscription = live(world, id);
    requireUsable(world, subscription, params);
    const plain = plainChanges(subscription, params);
    const changed = world.update(
      world.shelves.subscriptions,
      subscription,
      {
        ...plain,
        ...cancellationChanges(world, { ...subscription, ...plain }, params),
        ...longerTrial(subscription, params.trial_end),
      },
      'customer.subscription.updated',
    );
    return params.trial_end === 'now' ? endTrialNow(world, changed) : changed;
  }),

  endpoint(
    'DELETE',
    '/v1/subscriptions/:id',
    { cancellation_details: CANCELLATION_DETAILS, invoice_now: boolean(), prorate: boolean() },
    ({ world, id, params }) =>
      finish(world, live(world, id), 'cancellation_requested', params.cancellation_details),
  ),
];
