/** Carries out a change of plan that a member has confirmed in the portal: at once, or when the paid period is over. */
import { changedItems } from '../resources/item-parameters.js';
import { itemChange, updateSubscription } from '../resources/subscription-update.js';
import type { Invoice, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { onlyItem, type Granted, type UpdateFeature, type Wish } from './plan-rules.js';
import { after, intervalOf } from '../billing/periods.js';
import { previewChange } from '../billing/previewing.js';
import { newPhase, newSchedule } from '../billing/schedule-rules.js';
import { beginSchedule } from '../billing/scheduling.js';
import { currentPeriod } from '../billing/subscription-rules.js';

export function changePlan(
  world: World,
  subscription: Subscription,
  feature: UpdateFeature,
  wish: Wish,
  judgement: Granted,
): void {
  if (judgement.kind === 'at-period-end') {
    changeLater(world, subscription, wish);
    return;
  }
  updateSubscription(world, subscription, {
    ...requestFor(subscription, feature, wish),
    ...(judgement.endsTrial ? { trial_end: 'now' as const } : {}),
  });
}

/** The invoice the change would lead to. */
export function previewPlan(
  world: World,
  subscription: Subscription,
  feature: UpdateFeature,
  wish: Wish,
): Invoice {
  const { items, ...how } = requestFor(subscription, feature, wish);
  const changed = changedItems(world, subscription, items);
  return previewChange(world, subscription, itemChange(subscription, changed, how));
}

/** The same request a caller of the API would send. A card that is refused leaves everything as it was. */
function requestFor(subscription: Subscription, feature: UpdateFeature, wish: Wish) {
  const isTrial = subscription.status === 'trialing';
  return {
    items: [
      {
        id: onlyItem(subscription)?.id ?? '',
        price: wish.price.id,
        quantity: wish.quantity,
      },
    ],
    proration_behavior: prorationOf(feature),
    payment_behavior: 'error_if_incomplete' as const,
    ...(feature.billing_cycle_anchor === 'now' && !isTrial
      ? { billing_cycle_anchor: { type: 'now' as const } }
      : {}),
  };
}

function prorationOf({
  proration_behavior: behaviour,
}: UpdateFeature): 'always_invoice' | 'create_prorations' | 'none' {
  return behaviour === 'always_invoice' || behaviour === 'create_prorations' ? behaviour : 'none';
}

/** A schedule of two phases: what is paid for, and one period of what comes after it. */
function changeLater(world: World, subscription: Subscription, wish: Wish): void {
  const { start, end } = currentPeriod(subscription);
  const now = onlyItem(subscription);
  const phase = (price: string, quantity: number, from: number, until: number) =>
    newPhase({
      currency: subscription.currency,
      items: [{ price, quantity, metadata: {} }],
      start: from,
      end: until,
      prorationBehavior: 'none',
      billingCycleAnchor: null,
      trialEnd: null,
      metadata: {},
    });
  beginSchedule(
    world,
    newSchedule({
      id: world.ids.next('subscriptionSchedule'),
      now: world.now(),
      customer: subscription.customer,
      testClock: subscription.test_clock,
      subscription: subscription.id,
      billingMode: subscription.billing_mode,
      endBehavior: 'release',
      metadata: {},
      phases: [
        phase(now?.price.id ?? '', now?.quantity ?? 1, start, end),
        phase(wish.price.id, wish.quantity, end, after(end, intervalOf(wish.price), 1)),
      ],
    }),
  );
}
