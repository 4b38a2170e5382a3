/** Reckons what a change of a subscription's items costs and gives back. Nothing is kept or told. */
import type { InvoiceItem, Subscription, SubscriptionItem } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { draft, productNames } from './drafting.js';
import { prorationItem } from './invoice-item-objects.js';
import { prorations, type ProratedChange } from './proration-rules.js';
import { currentPeriod, sameInterval, startedAt } from './subscription-rules.js';

export interface ItemChange {
  /** What it sells from now on; the periods are as they were. */
  items: SubscriptionItem[];
  /** `billing_cycle_anchor: now` */
  beginsPeriod: boolean;
  proration: 'always_invoice' | 'create_prorations' | 'none';
  /** The instant prorations count from; null for now. */
  proratedFrom: number | null;
  payment:
    'allow_incomplete' | 'default_incomplete' | 'error_if_incomplete' | 'pending_if_incomplete';
}

export interface Reckoning {
  changes: Pick<Subscription, 'items' | 'billing_cycle_anchor'>;
  /** What the change itself costs and gives back; not kept yet. */
  prorations: InvoiceItem[];
  /** What it is invoiced with at once; null where nothing is. */
  invoiced: 'new-period' | 'prorations' | null;
}

export function reckon(world: World, subscription: Subscription, change: ItemChange): Reckoning {
  const before = subscription.items;
  const items = { ...before, data: change.items };
  const kept = { items, billing_cycle_anchor: subscription.billing_cycle_anchor };
  // A trial has cost nothing, so nothing is given back or asked for; what it converts to is billed when it ends.
  // Nor is anything billed in a pause.
  if (subscription.status === 'trialing' || subscription.status === 'paused') {
    return { changes: kept, prorations: [], invoiced: null };
  }
  const now = world.now();
  const beginsPeriod = change.beginsPeriod || !sameInterval(before.data, change.items);
  const prorated =
    change.proration === 'none'
      ? []
      : prorationItems(world, subscription, {
          after: change.items,
          at: change.proratedFrom ?? now,
          beginsPeriod,
        });
  if (beginsPeriod) {
    return { changes: startedAt(items, now, now), prorations: prorated, invoiced: 'new-period' };
  }
  const isInvoiced = change.proration === 'always_invoice' && prorated.length > 0;
  return { changes: kept, prorations: prorated, invoiced: isInvoiced ? 'prorations' : null };
}

/** The invoice items of a change; `after` is empty where a subscription ends, `before` where it goes on after a pause. */
export function prorationItems(
  world: World,
  subscription: Subscription,
  change: Pick<ProratedChange, 'after' | 'at' | 'beginsPeriod'> &
    Partial<Pick<ProratedChange, 'before'>>,
): InvoiceItem[] {
  const { before = subscription.items.data } = change;
  const names = productNames(world, [...before, ...change.after]);
  const found = prorations({
    ...change,
    before,
    costBefore: costsOf(world, subscription, before),
    costAfter: costsOf(world, subscription, change.after),
  });
  return found.map((proration) =>
    prorationItem(proration, {
      id: world.ids.next('invoiceItem'),
      now: world.now(),
      subscription,
      productName: names.get(proration.item.price.product) ?? proration.item.price.product,
    }),
  );
}

/** What each item costs for a whole period once the subscription's discounts are taken off. */
function costsOf(
  world: World,
  subscription: Subscription,
  data: readonly SubscriptionItem[],
): Map<string, number> {
  const { lines } = draft(world, {
    id: 'reckoned',
    subscription: { ...subscription, items: { ...subscription.items, data: [...data] } },
    reason: 'upcoming',
    currentPeriod: 'billed',
    items: [],
    finalizesAt: null,
    period: currentPeriod(subscription),
  });
  return new Map(
    lines.data.map((line) => [
      line.parent?.subscription_item_details?.subscription_item ?? '',
      (line.discount_amounts ?? []).reduce((left, { amount }) => left - amount, line.amount),
    ]),
  );
}
