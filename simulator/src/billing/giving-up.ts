/** Gives up payments nobody made in time: a first one, and that of a change which waits for it. */
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { setAside } from './collecting.js';
import { dropPendingChange } from './pending-changes.js';

/** A first payment has 23 hours. */
export function giveUpFirstPayment(world: World, subscription: Subscription): void {
  world.update(
    world.shelves.subscriptions,
    subscription,
    { status: 'incomplete_expired', ended_at: world.now() },
    'customer.subscription.updated',
  );
  const invoice = world.shelves.invoices.get(subscription.latest_invoice ?? '');
  if (invoice?.status === 'open') setAside(world, invoice, 'void');
}

/** So has the payment of a change. */
export function expirePendingUpdate(world: World, subscription: Subscription): void {
  const kept = giveUpPendingUpdate(world, subscription);
  world.emit('customer.subscription.pending_update_expired', kept);
}

/** The subscription stays what it is, and the invoice of the change is void. */
export function giveUpPendingUpdate(world: World, subscription: Subscription): Subscription {
  if (subscription.pending_update === null) return subscription;
  const invoice = dropPendingChange(world, subscription);
  const kept = world.update(
    world.shelves.subscriptions,
    subscription,
    { pending_update: null },
    'customer.subscription.updated',
  );
  if (invoice?.status === 'open') setAside(world, invoice, 'void');
  return kept;
}
