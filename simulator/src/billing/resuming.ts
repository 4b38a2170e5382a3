/** Resumes a paused subscription: at once where nothing is to be paid, or with the payment of its resumption invoice. */
import { refused } from '../http/errors.js';
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { applyQuietly, invoiceChange } from './changing.js';
import { collect, finalize, usualCard } from './collecting.js';
import { announcePendingChange } from './pending-changes.js';
import { prorationItems, type ItemChange, type Reckoning } from './reckoning.js';
import { startedAt } from './subscription-rules.js';

export type Resumption = Pick<ItemChange, 'beginsPeriod' | 'proration' | 'proratedFrom'> & {
  resumes: 'on-attempt' | 'on-success';
};

export function resume(world: World, subscription: Subscription, asked: Resumption): Subscription {
  const reckoning = reckonResumption(world, subscription, asked);
  if (reckoning.invoiced !== null) return resumeOncePaid(world, subscription, reckoning, asked);
  const resumed = applyQuietly(world, subscription, reckoning, {
    status: 'active',
    status_details: undefined,
  });
  world.emit('customer.subscription.resumed', resumed);
  return resumed;
}

/** A new period costs its whole price; the one that surrounds this instant, what it has left. */
function reckonResumption(
  world: World,
  subscription: Subscription,
  { beginsPeriod, proration, proratedFrom }: Resumption,
): Reckoning {
  const now = world.now();
  const { items, billing_cycle_anchor: anchor } = subscription;
  if (beginsPeriod) {
    return { changes: startedAt(items, now, now), prorations: [], invoiced: 'new-period' };
  }
  const changes = startedAt(items, anchor, now);
  const after = changes.items.data;
  const at = proratedFrom ?? now;
  if (after.some((item) => at < item.current_period_start || at >= item.current_period_end)) {
    throw refused('Cannot specify proration date outside of current subscription period', {
      param: 'proration_date',
    });
  }
  const change = { before: [], after, at, beginsPeriod };
  const prorations =
    proration === 'none' ? [] : prorationItems(world, { ...subscription, ...changes }, change);
  const isInvoiced = proration === 'always_invoice' && prorations.length > 0;
  return { changes, prorations, invoiced: isInvoiced ? 'prorations' : null };
}

function resumeOncePaid(
  world: World,
  subscription: Subscription,
  reckoning: Reckoning,
  { resumes }: Resumption,
): Subscription {
  const { pendingChanges, subscriptions } = world.shelves;
  const id = world.ids.next('invoice');
  const { changes } = reckoning;
  const pending = pendingChanges.put({ id, subscription: subscription.id, changes, resumes });
  const resumed = { ...subscription, ...changes };
  const invoice = finalize(world, invoiceChange(world, subscription, resumed, reckoning, id));
  const paysNow = resumes === 'on-success' || invoice.amount_due === 0;
  if (paysNow) {
    requireCard(world, subscription, invoice.amount_due);
    collect(world, invoice, { automatic: true });
  }
  const after = subscriptions.get(subscription.id) ?? subscription;
  return after.status === 'paused' ? announcePendingChange(world, after, pending) : after;
}

function requireCard(world: World, subscription: Subscription, due: number): void {
  if (due === 0 || usualCard(world, subscription, subscription.customer) !== null) return;
  throw refused(
    'This customer has no default payment method. Add one, or resume with `payment_behavior=resume_on_payment_attempt`.',
    { code: 'resource_missing', param: 'payment_behavior' },
  );
}
