// Ends a subscription for good.
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { subscriptionOf } from './invoice-rules.js';
import { canceled } from './subscription-rules.js';

export function finish(
  world: World,
  subscription: Subscription,
  reason: 'cancellation_requested' | 'payment_failed' | 'payment_disputed',
  asked?: Partial<Subscription['cancellation_details']>,
): Subscription {
  const changes = canceled(subscription, world.now(), reason);
  const ended: Subscription = {
    ...subscription,
    ...changes,
    cancellation_details: mergeDetails(changes.cancellation_details, asked),
  };
  world.shelves.subscriptions.put(ended);
  stopCollecting(world, ended);
  // Unlike an update, the event of a deletion names no previous attributes.
  world.emit('customer.subscription.deleted', ended);
  return ended;
}

function mergeDetails(
  details: Subscription['cancellation_details'] | undefined,
  asked: Partial<Subscription['cancellation_details']> | undefined,
): Subscription['cancellation_details'] {
  if (!details) return null;
  return { ...details, ...asked };
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
