/** A change of a subscription that is made only once its invoice is paid (`payment_behavior: pending_if_incomplete`). */
import type { Invoice, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import type { PendingChange } from '../world/private-records.js';
import { HOUR } from '../world/settings.js';

const WAITS_SECONDS = 23 * HOUR;

/** Shows on the subscription what waits, and until when. */
export function announcePendingChange(
  world: World,
  subscription: Subscription,
  { changes, id }: PendingChange,
): Subscription {
  return world.update(
    world.shelves.subscriptions,
    subscription,
    {
      latest_invoice: id,
      pending_update: {
        billing_cycle_anchor:
          changes.billing_cycle_anchor === subscription.billing_cycle_anchor
            ? null
            : changes.billing_cycle_anchor,
        cancel_at_period_end: null,
        discount: null,
        discounts: null,
        expires_at: world.now() + WAITS_SECONDS,
        metadata: null,
        subscription_items: changes.items.data,
        trial_end: null,
        trial_from_plan: null,
      },
    },
    'customer.subscription.updated',
  );
}

/** The invoice of the change is paid. */
export function applyPendingChange(world: World, paid: Invoice): void {
  const pending = world.shelves.pendingChanges.get(paid.id);
  const subscription = world.shelves.subscriptions.get(pending?.subscription ?? '');
  if (!pending || !subscription) return;
  world.shelves.pendingChanges.remove(pending.id);
  const hasWaited = subscription.pending_update !== null;
  const changed = world.update(
    world.shelves.subscriptions,
    subscription,
    { ...pending.changes, latest_invoice: paid.id, pending_update: null },
    'customer.subscription.updated',
  );
  if (hasWaited) world.emit('customer.subscription.pending_update_applied', changed);
}

/** Nobody paid in time, or something else was asked for: the subscription stays as it is. Answers the open invoice. */
export function dropPendingChange(world: World, subscription: Subscription): Invoice | null {
  const [pending] = world.shelves.pendingChanges.where(
    (change) => change.subscription === subscription.id,
  );
  if (!pending) return null;
  world.shelves.pendingChanges.remove(pending.id);
  return world.shelves.invoices.get(pending.id) ?? null;
}
