/** Carries out subscription schedules: begins them, takes their subscription from phase to phase, and lets it go. */
import type { SchedulePhase, Subscription, SubscriptionSchedule } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { requestCancellation, withdrawCancellation } from './cancelling.js';
import { changeItems } from './changing.js';
import { phaseItems } from './phases.js';
import { datesOf, isRunning, phaseAt, plannedEnd } from './schedule-rules.js';
import { startScheduled } from './starting-scheduled.js';

/** Keeps a new schedule, and the subscription says that it has one. */
export function beginSchedule(world: World, schedule: SubscriptionSchedule): SubscriptionSchedule {
  world.create(world.shelves.subscriptionSchedules, schedule, 'subscription_schedule.created');
  showOnSubscription(world, schedule);
  return schedule;
}

/** The phases are changed; where that changes the one that runs, so does the subscription, at once. */
export function changeSchedule(
  world: World,
  schedule: SubscriptionSchedule,
  changes: Pick<SubscriptionSchedule, 'phases' | 'end_behavior' | 'metadata'>,
  proration: 'always_invoice' | 'create_prorations' | 'none',
): SubscriptionSchedule {
  const current = phaseAt(changes.phases, world.now());
  const changed = world.update(
    world.shelves.subscriptionSchedules,
    schedule,
    { ...changes, current_phase: current && datesOf(current) },
    'subscription_schedule.updated',
  );
  showOnSubscription(world, changed);
  const subscription = subscriptionOf(world, changed);
  if (subscription && current) takeItems(world, subscription, current, proration, false);
  return changed;
}

/** A phase ends, or the first begins. What a renewal at the same instant has done is not done again. */
export function passBoundary(world: World, schedule: SubscriptionSchedule): void {
  const { subscriptionSchedules } = world.shelves;
  const next = phaseAt(schedule.phases, world.now());
  if (schedule.status === 'not_started') {
    if (!next) throw new Error(`Schedule ${schedule.id} begins with no phase`);
    const subscription = startScheduled(world, schedule, next);
    world.update(
      subscriptionSchedules,
      schedule,
      { status: 'active', current_phase: datesOf(next), subscription: subscription.id },
      'subscription_schedule.updated',
    );
    return;
  }
  const subscription = subscriptionOf(world, schedule);
  if (!next) {
    letGo(world, schedule, { status: 'completed', completed_at: world.now() });
    return;
  }
  world.update(
    subscriptionSchedules,
    schedule,
    { current_phase: datesOf(next) },
    'subscription_schedule.updated',
  );
  if (!subscription) return;
  const proration = prorationOf(next);
  takeItems(world, subscription, next, proration, next.billing_cycle_anchor === 'phase_start');
}

export function announceExpiry(world: World, schedule: SubscriptionSchedule): void {
  const expires = schedule.phases.at(-1)?.end_date ?? world.now();
  world.shelves.scheduleNotices.put({ id: schedule.id, expires });
  world.emit('subscription_schedule.expiring', schedule);
}

function prorationOf({ proration_behavior: behaviour }: SchedulePhase) {
  return behaviour === 'none' || behaviour === 'always_invoice' ? behaviour : 'create_prorations';
}

function takeItems(
  world: World,
  subscription: Subscription,
  phase: SchedulePhase,
  proration: 'always_invoice' | 'create_prorations' | 'none',
  beginsPeriod: boolean,
): void {
  const items = phaseItems(world, subscription, phase).data;
  const before = subscription.items.data;
  const isSame = items.length === before.length && items.every((item) => before.includes(item));
  const hasJustBegun = subscription.items.data.every(
    ({ current_period_start: start }) => start === world.now(),
  );
  if (isSame && (!beginsPeriod || hasJustBegun)) return;
  changeItems(world, subscription, {
    items,
    beginsPeriod,
    proration,
    proratedFrom: null,
    payment: 'allow_incomplete',
  });
}

/** The subscription goes on without the schedule. */
export function releaseSchedule(
  world: World,
  schedule: SubscriptionSchedule,
  keepsEnd: boolean,
): SubscriptionSchedule {
  return letGo(world, schedule, { status: 'released', released_at: world.now() }, keepsEnd);
}

function letGo(
  world: World,
  schedule: SubscriptionSchedule,
  changes: Pick<SubscriptionSchedule, 'status'> & Partial<SubscriptionSchedule>,
  keepsEnd = false,
): SubscriptionSchedule {
  const subscription = subscriptionOf(world, schedule);
  const over = world.update(world.shelves.subscriptionSchedules, schedule, {
    ...changes,
    current_phase: null,
    subscription: null,
    released_subscription: schedule.subscription,
  });
  world.emit(
    changes.status === 'released'
      ? 'subscription_schedule.released'
      : 'subscription_schedule.completed',
    over,
  );
  if (subscription) {
    const takesBack = plannedEnd(schedule) !== null && !keepsEnd;
    world.update(
      world.shelves.subscriptions,
      subscription,
      { ...(takesBack ? withdrawCancellation(subscription) : {}), schedule: null },
      'customer.subscription.updated',
    );
  }
  return over;
}

function showOnSubscription(world: World, schedule: SubscriptionSchedule): void {
  const subscription = subscriptionOf(world, schedule);
  if (!subscription) return;
  const end = plannedEnd(schedule);
  const cancellation =
    end === subscription.cancel_at
      ? {}
      : end === null
        ? withdrawCancellation(subscription)
        : requestCancellation(subscription, world.now(), end);
  world.update(
    world.shelves.subscriptions,
    subscription,
    { ...cancellation, schedule: schedule.id },
    'customer.subscription.updated',
  );
}

function subscriptionOf(world: World, schedule: SubscriptionSchedule): Subscription | null {
  if (!isRunning(schedule) || schedule.subscription === null) return null;
  return world.shelves.subscriptions.get(schedule.subscription) ?? null;
}
