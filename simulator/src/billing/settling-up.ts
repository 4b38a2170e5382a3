/** Settles what is open between a customer and a subscription that ends or pauses at once. */
import type { InvoiceItem, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { finalizeAndCollect } from './collecting.js';
import { draft, keepPending, pendingItems, takeUp } from './drafting.js';
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
  const isPaidFor = subscription.status === 'active' || subscription.status === 'past_due';
  if (asked.prorate && isPaidFor) {
    const change = { after: [], at: world.now(), beginsPeriod: true };
    keepPending(world, prorationItems(world, subscription, change));
  }
  const { invoiceNow, prorate } = asked;
  if (invoiceNow && invoiceProrations(world, subscription)) return;
  if (prorate) return;
  for (const item of pendingProrations(world, subscription)) {
    world.shelves.invoiceItems.remove(item.id);
    world.emit('invoiceitem.deleted', item);
  }
}

/** Bills all prorations that wait, at once; whether there were any. */
export function invoiceProrations(world: World, subscription: Subscription): boolean {
  const waiting = pendingProrations(world, subscription);
  if (waiting.length === 0) return false;
  const invoice = draft(world, {
    id: world.ids.next('invoice'),
    subscription,
    reason: 'subscription_update',
    currentPeriod: 'left-out',
    items: waiting,
    finalizesAt: null,
    period: { start: currentPeriod(subscription).start, end: world.now() },
  });
  world.create(world.shelves.invoices, invoice, 'invoice.created');
  takeUp(world, waiting, invoice.id);
  finalizeAndCollect(world, invoice);
  return true;
}

function pendingProrations(world: World, subscription: Subscription): InvoiceItem[] {
  return pendingItems(world, subscription).filter(({ proration }) => proration);
}
