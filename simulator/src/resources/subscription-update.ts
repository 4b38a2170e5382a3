/** POST /v1/subscriptions/:id: changes what a subscription sells, how it is paid and when it ends. */
import { requestCancellation, withdrawCancellation } from '../billing/cancelling.js';
import { changeItems } from '../billing/changing.js';
import type { ItemChange } from '../billing/reckoning.js';
import { changedDiscounts, hasPaid } from '../billing/redeeming.js';
import { currentPeriod } from '../billing/subscription-rules.js';
import { endTrialNow, giveTime } from '../billing/turns.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { changedMetadata } from '../http/rules.js';
import type { Subscription, SubscriptionItem } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { changedItems } from './item-parameters.js';
import type { Update } from './subscription-parameters.js';

export function updateSubscription(
  world: World,
  subscription: Subscription,
  params: Update,
): Subscription {
  requireUsable(world, subscription, params);
  const plain = plainChanges(subscription, params);
  const others: Partial<Subscription> = {
    ...plain,
    ...cancellationChanges(world, { ...subscription, ...plain }, params),
    ...longerTrial(subscription, params.trial_end),
    ...discountChanges(world, subscription, params),
  };
  if (subscription.status === 'active' && typeof params.trial_end === 'number') {
    return giveTime(world, subscription, params.trial_end, others);
  }
  const beginsPeriod = params.billing_cycle_anchor?.type === 'now';
  if (params.items === undefined && !beginsPeriod) {
    const changed = world.update(
      world.shelves.subscriptions,
      subscription,
      others,
      'customer.subscription.updated',
    );
    return params.trial_end === 'now' ? endTrialNow(world, changed) : changed;
  }
  const items = changedItems(world, subscription, params.items ?? []);
  requireChangeable(subscription, items, params);
  const change = itemChange(subscription, items, params);
  const changed = changeItems(world, subscription, change, others);
  return params.trial_end === 'now' ? endTrialNow(world, changed) : changed;
}

/** How a change of items is made, as its request says or by default. */
export function itemChange(
  subscription: Subscription,
  items: SubscriptionItem[],
  params: Pick<
    Update,
    'billing_cycle_anchor' | 'payment_behavior' | 'proration_behavior' | 'proration_date'
  >,
): ItemChange {
  const { proration_date: from = null } = params;
  const { start, end } = currentPeriod(subscription);
  if (from !== null && (from < start || from >= end)) {
    throw refused('Cannot specify proration date outside of current subscription period', {
      param: 'proration_date',
    });
  }
  return {
    items,
    beginsPeriod: params.billing_cycle_anchor?.type === 'now',
    proration: params.proration_behavior ?? 'create_prorations',
    proratedFrom: from,
    payment: params.payment_behavior ?? 'allow_incomplete',
  };
}

/** What goes with a change that may wait for its payment. */
const WAITS_WITH = new Set([
  'billing_cycle_anchor',
  'items',
  'off_session',
  'payment_behavior',
  'proration_behavior',
  'proration_date',
]);

export function requireChangeable(
  subscription: Subscription,
  items: readonly SubscriptionItem[],
  params: Update,
): void {
  if (subscription.status === 'incomplete' || subscription.status === 'paused') {
    throw refused(
      `This subscription is ${subscription.status}; its items can be changed once it is active.`,
      { param: 'items' },
    );
  }
  if (items.some(({ price }) => price.currency !== subscription.currency)) {
    throw refused(`The price specified is not in ${subscription.currency}.`, { param: 'items' });
  }
  if (subscription.status === 'trialing' && params.billing_cycle_anchor?.type === 'now') {
    throw refused('The simulator keeps the billing cycle of a trial; end it with `trial_end`.', {
      param: 'billing_cycle_anchor',
    });
  }
  if (params.payment_behavior !== 'pending_if_incomplete') return;
  const other = Object.keys(params).find((name) => !WAITS_WITH.has(name));
  if (other !== undefined) {
    throw refused(
      `Some of the parameters you provided (${other}) are not supported when \`payment_behavior\` is set to \`pending_if_incomplete\`.`,
      { param: other },
    );
  }
}

function discountChanges(
  world: World,
  subscription: Subscription,
  { discounts }: Update,
): Partial<Subscription> {
  if (discounts === undefined) return {};
  const { data } = subscription.items;
  return {
    discounts: changedDiscounts(world, subscription, discounts, {
      customer: subscription.customer,
      hasPaid: hasPaid(world, subscription.customer),
      currency: subscription.currency,
      subtotal: data.reduce(
        (sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * (quantity ?? 1),
        0,
      ),
      products: data.map(({ price }) => price.product),
    }),
  };
}

function requireUsable(world: World, subscription: Subscription, params: Update): void {
  if (params.cancel_at !== undefined && params.cancel_at_period_end !== undefined) {
    throw invalidParameter(
      'You may only specify one of these parameters: cancel_at, cancel_at_period_end.',
      'cancel_at',
      'parameters_exclusive',
    );
  }
  const setsEnd = params.cancel_at !== undefined || params.cancel_at_period_end !== undefined;
  if (subscription.schedule !== null && setsEnd) {
    throw refused(
      `The subscription is managed by the subscription schedule \`${subscription.schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
      { param: params.cancel_at === undefined ? 'cancel_at_period_end' : 'cancel_at' },
    );
  }
  const endsWithPeriod = params.cancel_at_period_end || typeof params.cancel_at === 'string';
  if (subscription.status === 'paused' && endsWithPeriod) {
    throw refused(
      'A paused subscription has no period to end with; cancel it at a time, or at once.',
      {
        param: params.cancel_at === undefined ? 'cancel_at_period_end' : 'cancel_at',
      },
    );
  }
  if (typeof params.cancel_at === 'number' && params.cancel_at <= world.now()) {
    throw refused('cancel_at must be a future timestamp', { param: 'cancel_at' });
  }
  const card = params.default_payment_method;
  if (card && world.shelves.paymentMethods.get(card)?.customer !== subscription.customer) {
    throw noSuch('PaymentMethod', card, 'default_payment_method');
  }
  if (params.trial_end !== undefined && !takesTrialEnd(subscription, params)) {
    throw refused(
      'The simulator changes the end of a trial, and gives an active subscription time without prorations and by itself.',
      { param: 'trial_end' },
    );
  }
  if (typeof params.trial_end === 'number' && params.trial_end <= world.now()) {
    throw refused('Invalid timestamp: must be an integer Unix timestamp in the future', {
      param: 'trial_end',
    });
  }
}

function takesTrialEnd(
  { status, schedule }: Subscription,
  { trial_end: end, proration_behavior: proration, items, billing_cycle_anchor: anchor }: Update,
): boolean {
  if (status === 'trialing') return true;
  const byItself = items === undefined && anchor === undefined && schedule === null;
  return status === 'active' && typeof end === 'number' && proration === 'none' && byItself;
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
  if (params.cancel_at !== undefined && params.cancel_at !== null) {
    const { end } = currentPeriod(subscription);
    const at = typeof params.cancel_at === 'number' ? params.cancel_at : end;
    return requestCancellation(subscription, now, at);
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
