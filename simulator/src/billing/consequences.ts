/** What becomes of a subscription when one of its invoices is paid, refused, or set aside. */
import type { Invoice, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { finish } from './ending.js';
import { customerOf, subscriptionFor } from './owners.js';
import { applyPendingChange, dropPendingChange } from './pending-changes.js';
import { isOver } from './subscription-rules.js';

/** A subscription that was behind is in order again; a change that waited for this payment is made. */
export function afterPayment(world: World, paid: Invoice): void {
  applyPendingChange(world, paid);
  const subscription = subscriptionFor(world, paid);
  if (!subscription) return;
  const recovers = isBehind(subscription) && subscription.latest_invoice === paid.id;
  world.update(
    world.shelves.subscriptions,
    subscription,
    {
      ...(recovers ? { status: 'active' } : {}),
      ...cardToKeep(world, subscription, paid),
    },
    'customer.subscription.updated',
  );
  if (recovers) setDelinquent(world, paid, false);
}

/** The card that has just paid, where the subscription is to keep it. */
function cardToKeep(
  world: World,
  { payment_settings: settings }: Subscription,
  paid: Invoice,
): Pick<Subscription, 'default_payment_method'> | null {
  if (settings?.save_default_payment_method !== 'on_subscription') return null;
  const { invoicePayments, paymentIntents } = world.shelves;
  const [payment] = invoicePayments.where(
    ({ invoice, status }) => invoice === paid.id && status === 'paid',
  );
  const card = paymentIntents.get(payment?.payment.payment_intent ?? '')?.payment_method;
  return card ? { default_payment_method: card } : null;
}

function isBehind({ status }: Subscription): boolean {
  return status === 'past_due' || status === 'unpaid' || status === 'incomplete';
}

/** A first payment, and the payment of a change that waits for it, is left to its customer. */
export function isTriedAgain(world: World, invoice: Invoice): boolean {
  const isFirst = subscriptionFor(world, invoice)?.status === 'incomplete';
  const pending = world.shelves.pendingChanges.get(invoice.id);
  return !isFirst && (!pending || pending.resumes === 'on-success');
}

export function afterRefusal(world: World, failed: Invoice): void {
  const subscription = subscriptionFor(world, failed);
  if (!subscription || isOver(subscription)) return;
  if (world.shelves.pendingChanges.get(failed.id)?.resumes === 'on-attempt') {
    applyPendingChange(world, failed, 'past_due');
    setDelinquent(world, failed, true);
    return;
  }
  // Whether its invoices are paid changes nothing for a subscription while it is paused.
  if (subscription.status === 'paused' || !isTriedAgain(world, failed)) return;
  setDelinquent(world, failed, true);
  const isLastTry = failed.next_payment_attempt === null;
  const { afterLastRetry } = world.settings;
  if (isLastTry && afterLastRetry === 'cancel') {
    finish(world, subscription, 'payment_failed');
    return;
  }
  fallBehind(world, failed, isLastTry && afterLastRetry === 'unpaid' ? 'unpaid' : 'past_due');
}

/** A subscription goes on without the money that is written off; a change whose invoice is void is given up. */
export function afterSettingAside(world: World, invoice: Invoice): void {
  const pending = world.shelves.pendingChanges.get(invoice.id);
  const subscription = subscriptionFor(world, invoice);
  if (!pending || !subscription) return;
  if (invoice.status === 'uncollectible') {
    if (pending.resumes) applyPendingChange(world, invoice);
    return;
  }
  dropPendingChange(world, subscription);
  world.update(
    world.shelves.subscriptions,
    subscription,
    { pending_update: null },
    'customer.subscription.updated',
  );
}

export function fallBehind(
  world: World,
  invoice: Invoice,
  status: 'past_due' | 'unpaid' = 'past_due',
): void {
  const subscription = subscriptionFor(world, invoice);
  if (!subscription) return;
  world.update(
    world.shelves.subscriptions,
    subscription,
    { status },
    'customer.subscription.updated',
  );
}

function setDelinquent(world: World, invoice: Invoice, delinquent: boolean): void {
  const customer = customerOf(world, invoice.customer ?? '');
  world.update(world.shelves.customers, customer, { delinquent });
}
