// Begins a subscription whose card is already set up, or whose first payment is already made, and its first invoice.
import type { Invoice, PaymentIntent, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { customerOf, finalize, linkPayment, settle } from './collecting.js';
import { draftInvoice } from './invoice-rules.js';
import { newSubscription, type NewSubscription } from './subscription-rules.js';
import { productNames } from './turns.js';

export type SubscriptionOrder = Omit<NewSubscription, 'id' | 'now' | 'latestInvoice' | 'items'> & {
  items: Omit<NewSubscription['items'][number], 'id'>[];
  /** The payment that was made for the first period; null when there is nothing to pay yet. */
  paidBy: PaymentIntent | null;
};

export function startSubscription(
  world: World,
  { items, paidBy, ...order }: SubscriptionOrder,
): { subscription: Subscription; invoice: Invoice } {
  const now = world.now();
  const invoiceId = world.ids.next('invoice');
  const subscription = newSubscription({
    ...order,
    id: world.ids.next('subscription'),
    now,
    latestInvoice: invoiceId,
    items: items.map((item) => ({ ...item, id: world.ids.next('subscriptionItem') })),
  });
  const customer = customerOf(world, order.customer);
  if (!customer.currency) {
    world.update(world.shelves.customers, customer, { currency: subscription.currency });
  }
  world.create(world.shelves.subscriptions, subscription, 'customer.subscription.created');
  const draft = draftInvoice({
    id: invoiceId,
    now,
    lineIds: items.map(() => world.ids.next('invoiceLineItem')),
    subscription,
    customer,
    reason: 'subscription_create',
    free: subscription.status === 'trialing',
    productNames: productNames(world, subscription),
    settings: world.settings,
    finalizesAt: null,
    period: { start: now, end: now },
  });
  world.create(world.shelves.invoices, draft, 'invoice.created');
  const open = finalize(world, draft);
  if (paidBy) linkPayment(world, open, paidBy.id);
  return { subscription, invoice: settle(world, open) };
}
