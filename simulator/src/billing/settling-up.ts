/** Settles what is open between a customer and a subscription that ends at once. */
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { finalizeAndCollect } from './collecting.js';
import { draft, pendingItems, takeUp } from './drafting.js';
import { prorationItems } from './reckoning.js';
import { currentPeriod } from './subscription-rules.js';

/**
 * Gives back the time that will not be used (`prorate`) and bills all that waits (`invoice_now`). Where neither is
 * asked for, prorations that waited for the next invoice are forgotten.
 */
export function settleUp(
  world: World,
  subscription: Subscription,
  asked: { prorate: boolean; invoiceNow: boolean },
): void {
  const { invoiceItems, invoices } = world.shelves;
  const isPaidFor = subscription.status === 'active' || subscription.status === 'past_due';
  if (asked.prorate && isPaidFor) {
    const change = { after: [], at: world.now(), beginsPeriod: true };
    for (const item of prorationItems(world, subscription, change)) {
      world.create(invoiceItems, item, 'invoiceitem.created');
    }
  }
  const waiting = pendingItems(world, subscription).filter(({ proration }) => proration);
  if (asked.invoiceNow && waiting.length > 0) {
    const invoice = draft(world, {
      id: world.ids.next('invoice'),
      subscription,
      reason: 'subscription_update',
      currentPeriod: 'left-out',
      items: waiting,
      finalizesAt: null,
      period: { start: currentPeriod(subscription).start, end: world.now() },
    });
    world.create(invoices, invoice, 'invoice.created');
    takeUp(world, waiting, invoice.id);
    finalizeAndCollect(world, invoice);
  } else if (!asked.prorate) {
    for (const item of waiting) {
      invoiceItems.remove(item.id);
      world.emit('invoiceitem.deleted', item);
    }
  }
}
