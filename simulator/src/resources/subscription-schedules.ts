/** /v1/subscription_schedules: what a subscription will sell from which day on. */
import { finish } from '../billing/ending.js';
import { isRunning, newPhase, newSchedule, phaseAt } from '../billing/schedule-rules.js';
import {
  beginSchedule,
  changeSchedule,
  passBoundary,
  releaseSchedule,
} from '../billing/scheduling.js';
import { settleUp } from '../billing/settling-up.js';
import { currentPeriod } from '../billing/subscription-rules.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  metadata,
  nowOrTimestamp,
  oneOf,
  range,
  text,
  type Params,
} from '../http/rules.js';
import type { SchedulePhase, Subscription, SubscriptionSchedule } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { PHASES, readPhases } from './schedule-phases.js';
import { liveSubscription } from './subscriptions.js';

const COMMON = { end_behavior: oneOf('cancel', 'release'), metadata: metadata(), phases: PHASES };

const CREATE = {
  ...COMMON,
  customer: text(),
  from_subscription: text(),
  start_date: nowOrTimestamp(),
};

function existing(world: World, id: string): SubscriptionSchedule {
  const schedule = world.shelves.subscriptionSchedules.get(id);
  if (!schedule) throw noSuch('subscription schedule', id);
  return schedule;
}

function running(world: World, id: string): SubscriptionSchedule {
  const schedule = existing(world, id);
  if (isRunning(schedule)) return schedule;
  throw refused(
    `You cannot update a subscription schedule that is currently in the \`${schedule.status}\` status. It must have a \`status\` of \`not_started\` or \`active\`.`,
  );
}

/** A schedule that takes over a subscription as it is: one phase, to the end of its period. */
function fromSubscription(world: World, params: Params<typeof CREATE>): SubscriptionSchedule {
  const other = (['customer', 'end_behavior', 'phases', 'start_date'] as const).find(
    (name) => params[name] !== undefined,
  );
  if (other !== undefined) {
    throw invalidParameter(
      `You cannot set \`${other}\` if \`from_subscription\` is set.`,
      other,
      'parameters_exclusive',
    );
  }
  const subscription = liveSubscription(world, params.from_subscription ?? '', 'from_subscription');
  if (subscription.schedule !== null) {
    throw refused(
      `You cannot migrate a subscription that is already attached to a schedule: ${subscription.schedule}`,
      { param: 'from_subscription' },
    );
  }
  if (subscription.status === 'incomplete' || subscription.status === 'paused') {
    throw refused(`A subscription that is ${subscription.status} cannot have a schedule.`, {
      param: 'from_subscription',
    });
  }
  return newSchedule({
    id: world.ids.next('subscriptionSchedule'),
    now: world.now(),
    customer: subscription.customer,
    testClock: subscription.test_clock,
    subscription: subscription.id,
    billingMode: subscription.billing_mode,
    // A subscription that is to end keeps its end.
    endBehavior: subscription.cancel_at === null ? 'release' : 'cancel',
    metadata: changedMetadata({}, params.metadata),
    phases: [phaseOf(subscription)],
  });
}

function phaseOf(subscription: Subscription): SchedulePhase {
  const { start, end } = currentPeriod(subscription);
  return newPhase({
    currency: subscription.currency,
    items: subscription.items.data.map(({ price, quantity, metadata: meta }) => ({
      price: price.id,
      quantity: quantity ?? 1,
      metadata: meta,
    })),
    start,
    end: subscription.cancel_at ?? end,
    prorationBehavior: 'create_prorations',
    billingCycleAnchor: null,
    trialEnd: subscription.status === 'trialing' ? subscription.trial_end : null,
    metadata: {},
  });
}

/** A schedule that makes its subscription when it begins. */
function fromPhases(world: World, params: Params<typeof CREATE>): SubscriptionSchedule {
  const now = world.now();
  const { start_date: start } = params;
  if (params.customer === undefined) throw missing('customer');
  if (start === undefined) throw missing('start_date');
  if (typeof start === 'number' && start < now) {
    throw refused('The simulator begins no schedule in the past.', { param: 'start_date' });
  }
  const begins = start === 'now' ? now : start;
  const customer = existingCustomer(world, params.customer, 'customer');
  const schedule = newSchedule({
    id: world.ids.next('subscriptionSchedule'),
    now,
    customer: customer.id,
    testClock: customer.test_clock ?? null,
    subscription: null,
    billingMode: {
      flexible: { proration_discounts: 'included' },
      type: 'flexible',
      updated_at: now,
    },
    endBehavior: params.end_behavior ?? 'release',
    metadata: changedMetadata({}, params.metadata),
    phases: readPhases(world, params.phases ?? [], begins, []),
  });
  return { ...schedule, status: 'not_started', current_phase: null };
}

const missing = (name: string) =>
  invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');

function created(world: World, params: Params<typeof CREATE>): SubscriptionSchedule {
  if (params.from_subscription !== undefined) {
    return beginSchedule(world, fromSubscription(world, params));
  }
  const schedule = beginSchedule(world, fromPhases(world, params));
  if (schedule.phases[0]?.start_date !== world.now()) return schedule;
  passBoundary(world, schedule);
  return existing(world, schedule.id);
}

const UPDATE = {
  ...COMMON,
  proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
};

function changed(
  world: World,
  schedule: SubscriptionSchedule,
  params: Params<typeof UPDATE>,
): SubscriptionSchedule {
  const subscription =
    schedule.subscription === null ? null : liveSubscription(world, schedule.subscription);
  const start = schedule.current_phase?.start_date ?? schedule.phases[0]?.start_date;
  if (start === undefined) throw new Error(`Schedule ${schedule.id} has no phases`);
  const phases =
    params.phases === undefined
      ? schedule.phases
      : readPhases(world, params.phases, start, subscription?.items.data ?? []);
  if (subscription) requireFitting(world, subscription, phases);
  return changeSchedule(
    world,
    schedule,
    {
      phases,
      end_behavior: params.end_behavior ?? schedule.end_behavior,
      metadata: changedMetadata(schedule.metadata ?? {}, params.metadata),
    },
    params.proration_behavior ?? 'create_prorations',
  );
}

function requireFitting(
  world: World,
  subscription: Subscription,
  phases: readonly SchedulePhase[],
): void {
  const current = phaseAt(phases, world.now());
  if (!current) {
    throw refused('The phases must include the current one.', { param: 'phases' });
  }
  if (phases.some(({ currency }) => currency !== subscription.currency)) {
    throw refused(`The phases must be in ${subscription.currency}.`, { param: 'phases' });
  }
  const trialEnd = subscription.status === 'trialing' ? subscription.trial_end : null;
  if (current.trial_end !== trialEnd || phases.some((each) => each !== current && each.trial_end)) {
    throw refused(
      'The simulator keeps a trial as it is: the current phase has its `trial_end`, no other has one.',
      { param: 'phases' },
    );
  }
}

export const subscriptionSchedules: Endpoint[] = [
  endpoint('POST', '/v1/subscription_schedules', CREATE, ({ world, params }) =>
    created(world, params),
  ),

  endpoint('GET', '/v1/subscription_schedules/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint(
    'GET',
    '/v1/subscription_schedules',
    {
      ...PAGE,
      canceled_at: range(),
      completed_at: range(),
      created: range(),
      customer: text(),
      released_at: range(),
      scheduled: boolean(),
    },
    ({ world, params }) => {
      const found = world.shelves.subscriptionSchedules
        .newestFirst()
        .filter(
          (schedule) =>
            (params.customer ?? schedule.customer) === schedule.customer &&
            inRange(schedule.created, params.created) &&
            (!params.canceled_at || inRange(schedule.canceled_at ?? -1, params.canceled_at)) &&
            (!params.completed_at || inRange(schedule.completed_at ?? -1, params.completed_at)) &&
            (!params.released_at || inRange(schedule.released_at ?? -1, params.released_at)) &&
            (params.scheduled !== true || schedule.status === 'not_started'),
        );
      return page(found, params, '/v1/subscription_schedules');
    },
  ),

  endpoint('POST', '/v1/subscription_schedules/:id', UPDATE, ({ world, id, params }) =>
    world.tentatively(() => changed(world, running(world, id), params)),
  ),

  endpoint(
    'POST',
    '/v1/subscription_schedules/:id/release',
    { preserve_cancel_date: boolean() },
    ({ world, id, params }) =>
      releaseSchedule(world, running(world, id), params.preserve_cancel_date ?? false),
  ),

  endpoint(
    'POST',
    '/v1/subscription_schedules/:id/cancel',
    { invoice_now: boolean(), prorate: boolean() },
    ({ world, id, params }) => {
      const schedule = running(world, id);
      if (schedule.subscription === null) {
        return world.update(
          world.shelves.subscriptionSchedules,
          schedule,
          { status: 'canceled', canceled_at: world.now(), current_phase: null },
          'subscription_schedule.canceled',
        );
      }
      settleUp(world, liveSubscription(world, schedule.subscription), {
        invoiceNow: params.invoice_now ?? true,
        prorate: params.prorate ?? true,
      });
      finish(world, liveSubscription(world, schedule.subscription), 'cancellation_requested');
      return existing(world, id);
    },
  ),
];
