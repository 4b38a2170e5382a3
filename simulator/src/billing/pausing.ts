/** Pauses a subscription: it has no periods and makes no invoices until it is resumed. */
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { keepPending } from './drafting.js';
import { giveUpPendingUpdate } from './giving-up.js';
import { prorationItems } from './reckoning.js';
import { invoiceProrations } from './settling-up.js';
import { currentPeriod } from './subscription-rules.js';

export interface Pause {
  /** From when on the period that is cut short is given back. */
  unusedTimeFrom: 'now' | 'item_current_period_start' | 'none';
  invoicing: 'invoice' | 'pending_invoice_item';
}

type Reason = NonNullable<Subscription['status_details']>['paused']['subscription']['type'];

/** Somebody asks for it. */
export function pause(world: World, subscription: Subscription, asked: Pause): Subscription {
  const running = giveUpPendingUpdate(world, subscription);
  const givenBack = unusedTime(world, running, asked.unusedTimeFrom);
  const paused = pauseAs(world, running, 'pause_requested');
  keepPending(world, givenBack);
  if (asked.invoicing === 'invoice') invoiceProrations(world, paused);
  return paused;
}

/** The period ends with the pause, and whatever else goes with its reason is changed. */
export function pauseAs(
  world: World,
  subscription: Subscription,
  reason: Reason,
  others: Partial<Subscription> = {},
): Subscription {
  const now = world.now();
  const { items } = subscription;
  const data = items.data.map((item) => ({ ...item, current_period_end: now }));
  const paused = world.update(
    world.shelves.subscriptions,
    subscription,
    {
      ...others,
      items: { ...items, data },
      status: 'paused',
      status_details: {
        paused: { subscription: { type: reason }, transitioned_at: now, type: 'subscription' },
      },
    },
    'customer.subscription.updated',
  );
  world.emit('customer.subscription.paused', paused);
  return paused;
}

function unusedTime(world: World, subscription: Subscription, from: Pause['unusedTimeFrom']) {
  if (from === 'none') return [];
  const at = from === 'now' ? world.now() : currentPeriod(subscription).start;
  return prorationItems(world, subscription, { after: [], at, beginsPeriod: true });
}
