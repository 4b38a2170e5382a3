/** Shows the next invoice of a subscription, as it is or as it would be after a change. Nothing is kept. */
import type { Invoice, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { draftChange } from './changing.js';
import { pendingItems } from './drafting.js';
import { reckon, type ItemChange } from './reckoning.js';
import { upcomingInvoice } from './turns.js';

export function previewChange(
  world: World,
  subscription: Subscription,
  change: ItemChange,
): Invoice {
  const reckoning = reckon(world, subscription, change);
  const changed = { ...subscription, ...reckoning.changes };
  if (reckoning.invoiced === null) return upcomingInvoice(world, changed, reckoning.prorations);
  const waiting = pendingItems(world, subscription).filter(
    (item) => reckoning.invoiced === 'new-period' || item.proration,
  );
  return draftChange(world, subscription, changed, reckoning, world.ids.next('upcomingInvoice'), [
    ...waiting,
    ...reckoning.prorations,
  ]);
}
