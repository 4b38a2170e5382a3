/** Begins the subscription of a schedule: its first invoice is a draft for as long as a renewal's. */
import type { SchedulePhase, Subscription, SubscriptionSchedule } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { draft, pendingItems, takeUp } from './drafting.js';
import { newSubscription } from './subscription-objects.js';

export function startScheduled(
  world: World,
  schedule: SubscriptionSchedule,
  phase: SchedulePhase,
): Subscription {
  const now = world.now();
  const invoiceId = world.ids.next('invoice');
  const plain = newSubscription({
    id: world.ids.next('subscription'),
    now,
    customer: schedule.customer,
    items: phase.items.map(({ price: id, quantity = 1, metadata }) => {
      const price = world.shelves.prices.get(id);
      if (!price) throw new Error(`No price ${id}`);
      return { id: world.ids.next('subscriptionItem'), price, quantity, metadata: metadata ?? {} };
    }),
    trialEnd: phase.trial_end,
    defaultPaymentMethod: null,
    latestInvoice: invoiceId,
    missingPaymentMethod: 'create_invoice',
    metadata: phase.metadata ?? {},
    description: null,
    billingMode: schedule.billing_mode,
    automaticTax: false,
  });
  const subscription = world.create(
    world.shelves.subscriptions,
    { ...plain, schedule: schedule.id },
    'customer.subscription.created',
  );
  const waiting = pendingItems(world, subscription);
  const invoice = draft(world, {
    id: invoiceId,
    subscription,
    reason: 'subscription_create',
    currentPeriod: subscription.status === 'trialing' ? 'free' : 'billed',
    items: waiting,
    finalizesAt: now + world.settings.draftSeconds,
    period: { start: now, end: now },
  });
  world.create(world.shelves.invoices, invoice, 'invoice.created');
  takeUp(world, waiting, invoice.id);
  return subscription;
}
