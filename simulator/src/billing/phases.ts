/** What a schedule says about the items of its subscription. */
import type { SchedulePhase, Subscription, SubscriptionSchedule } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { newItem } from './subscription-objects.js';
import { currentPeriod } from './subscription-rules.js';

export function scheduleOf(world: World, subscription: Subscription): SubscriptionSchedule | null {
  if (subscription.schedule === null) return null;
  return world.shelves.subscriptionSchedules.get(subscription.schedule) ?? null;
}

/** The items for a period that begins at `at`: a phase's, if one begins then, or those it has. */
export function itemsFrom(
  world: World,
  subscription: Subscription,
  at: number,
): Subscription['items'] {
  const phase = scheduleOf(world, subscription)?.phases.find(
    ({ start_date: start }) => start === at,
  );
  return phase ? phaseItems(world, subscription, phase) : subscription.items;
}

/** A price the subscription has already keeps its item; every other gets a new one. */
export function phaseItems(
  world: World,
  subscription: Subscription,
  phase: SchedulePhase,
): Subscription['items'] {
  const data = phase.items.map(({ price: id, quantity = 1, metadata }) => {
    const kept = subscription.items.data.find(({ price }) => price.id === id);
    if (kept) return kept.quantity === quantity ? kept : { ...kept, quantity };
    const price = world.shelves.prices.get(id);
    if (!price) throw new Error(`No price ${id}`);
    return newItem({
      id: world.ids.next('subscriptionItem'),
      subscription: subscription.id,
      now: world.now(),
      price,
      quantity,
      metadata: metadata ?? {},
      period: currentPeriod(subscription),
    });
  });
  return { ...subscription.items, data };
}
