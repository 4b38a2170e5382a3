/** Ends a subscription for good. */
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { subscriptionOf } from './invoice-rules.js';
import { dropPendingChange } from './pending-changes.js';
import { isRunning, plannedEnd } from './schedule-rules.js';
import { canceled } from './subscription-rules.js';

export function finish(
  world: World,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed' | 'payment_disputed',
  asked?: Partial<Subscription['cancellation_details']>,
): Subscription {
  const changes = canceled(subscription, world.now(), reason);
  dropPendingChange(world, subscription);
  const ended: Subscription = {
    ...subscription,
    ...changes,
    pending_update: null,
    cancellation_details: mergeDetails(changes.cancellation_details, asked),
  };
  world.shelves.subscriptions.put(ended);
  stopCollecting(world, ended);
  // Unlike an update, the event of a deletion names no previous attributes.
  world.emit('customer.subscription.deleted', ended);
  endSchedule(world, ended, reason);
  return ended;
}

function mergeDetails(
  details: Subscription['cancellation_details'] | undefined,
  asked: Partial<Subscription['cancellation_details']> | undefined,
): Subscription['cancellation_details'] {
  if (!details) return null;
  return { ...details, ...asked };
}

/** The subscription's schedule ends with it: at its end as it was planned, or before. */
function endSchedule(world: World, { id, ended_at: now }: Subscription, reason: string): void {
  const { subscriptionSchedules } = world.shelves;
  const [schedule] = subscriptionSchedules.where(
    (each) => each.subscription === id && isRunning(each),
  );
  if (!schedule) return;
  const asPlanned = plannedEnd(schedule) === now;
  const over = world.update(subscriptionSchedules, schedule, {
    current_phase: null,
    ...(asPlanned
      ? { status: 'completed', completed_at: now }
      : { status: 'canceled', canceled_at: now }),
  });
  const isAborted = reason === 'payment_failed';
  if (asPlanned) world.emit('subscription_schedule.completed', over);
  else world.emit(`subscription_schedule.${isAborted ? 'aborted' : 'canceled'}`, over);
}

/** Drafts stay drafts and open invoices are not tried again; both can still be paid by hand. */
function stopCollecting(world: World, subscription: Subscription): void {
  const waiting = world.shelves.invoices.where(
    (invoice) =>
      subscriptionOf(invoice) === subscription.id &&
      (invoice.status === 'draft' || invoice.status === 'open'),
  );
  for (const invoice of waiting) {
    world.update(world.shelves.invoices, invoice, {
      auto_advance: false,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
    });
  }
}
