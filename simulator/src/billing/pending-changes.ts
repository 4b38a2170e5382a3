/**
 * A change of a subscription that is made only once its invoice is paid (`payment_behavior: pending_if_incomplete`), or
 * its way back from a pause.
 */
import type { Invoice, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import type { PendingChange } from '../world/private-records.js';
import { DAY, HOUR } from '../world/settings.js';

const WAITS_SECONDS = 23 * HOUR;
/** A resumption whose payment is tried again and again has a year. */
const RETRIED_SECONDS = 365 * DAY;

/** Shows on the subscription what waits, and until when. */
export function announcePendingChange(
  world: World,
  subscription: Subscription,
  { changes, id, resumes }: PendingChange,
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
        expires_at: world.now() + (resumes === 'on-success' ? RETRIED_SECONDS : WAITS_SECONDS),
        metadata: null,
        subscription_items: changes.items.data,
        trial_end: null,
        trial_from_plan: null,
      },
    },
    'customer.subscription.updated',
  );
}

/** The invoice of the change is paid, or it is enough that somebody tried. */
export function applyPendingChange(
  world: World,
  invoice: Invoice,
  status: 'active' | 'past_due' = 'active',
): void {
  const pending = world.shelves.pendingChanges.get(invoice.id);
  const subscription = world.shelves.subscriptions.get(pending?.subscription ?? '');
  if (!pending || !subscription) return;
  world.shelves.pendingChanges.remove(pending.id);
  const hasWaited = subscription.pending_update !== null;
  const changed = world.update(
    world.shelves.subscriptions,
    subscription,
    {
      ...pending.changes,
      ...(pending.resumes ? { status, status_details: undefined } : {}),
      latest_invoice: invoice.id,
      pending_update: null,
    },
    'customer.subscription.updated',
  );
  if (hasWaited) world.emit('customer.subscription.pending_update_applied', changed);
  if (pending.resumes) world.emit('customer.subscription.resumed', changed);
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
