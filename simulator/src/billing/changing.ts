/** Changes what a subscription sells: makes the change and bills it, or lets it wait for its payment. */
import { StripeError, cardRefused } from '../http/errors.js';
import type { Invoice, InvoiceItem, Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { collect, finalize, finalizeAndCollect, prepare, type Collected } from './collecting.js';
import { draft, keepPending, pendingItems, takeUp } from './drafting.js';
import { giveUpPendingUpdate } from './giving-up.js';
import { announcePendingChange } from './pending-changes.js';
import { reckon, type ItemChange, type Reckoning } from './reckoning.js';
import { currentPeriod } from './subscription-rules.js';

/** Makes the change, together with whatever else the same request changes. */
export function changeItems(
  world: World,
  subscription: Subscription,
  change: ItemChange,
  others: Partial<Subscription> = {},
): Subscription {
  return world.tentatively(() =>
    carryOut(world, giveUpPendingUpdate(world, subscription), change, others),
  );
}

function carryOut(
  world: World,
  subscription: Subscription,
  change: ItemChange,
  others: Partial<Subscription>,
): Subscription {
  const reckoning = reckon(world, subscription, change);
  if (reckoning.invoiced === null) return applyQuietly(world, subscription, reckoning, others);
  // Where no card is charged, there is no payment to wait for.
  const isCharged =
    subscription.collection_method === 'charge_automatically' &&
    subscription.pause_collection === null;
  const payment = isCharged ? change.payment : 'allow_incomplete';
  if (payment === 'pending_if_incomplete') return applyOncePaid(world, subscription, reckoning);
  if (payment === 'error_if_incomplete') {
    const invoice = applyAndInvoice(world, subscription, reckoning, others);
    requirePaid(collectNew(world, finalize(world, invoice)));
    return current(world, subscription);
  }
  const invoice = applyAndInvoice(world, subscription, reckoning, others);
  if (payment === 'default_incomplete') prepare(world, finalize(world, invoice));
  else finalizeAndCollect(world, invoice);
  return current(world, subscription);
}

/** What the change costs and gives back waits for the next invoice. */
export function applyQuietly(
  world: World,
  subscription: Subscription,
  { changes, prorations: waiting }: Reckoning,
  others: Partial<Subscription>,
): Subscription {
  const changed = world.update(
    world.shelves.subscriptions,
    subscription,
    { ...others, ...changes },
    'customer.subscription.updated',
  );
  keepPending(world, waiting);
  return changed;
}

/** First the subscription tells, then what it is billed with, then the draft. */
function applyAndInvoice(
  world: World,
  subscription: Subscription,
  reckoning: Reckoning,
  others: Partial<Subscription>,
): Invoice {
  const id = world.ids.next('invoice');
  const changed = world.update(
    world.shelves.subscriptions,
    subscription,
    { ...others, ...reckoning.changes, latest_invoice: id },
    'customer.subscription.updated',
  );
  return invoiceChange(world, subscription, changed, reckoning, id);
}

/** The invoice comes first; the subscription changes when it is paid. */
function applyOncePaid(
  world: World,
  subscription: Subscription,
  reckoning: Reckoning,
): Subscription {
  const id = world.ids.next('invoice');
  const pending = world.shelves.pendingChanges.put({
    id,
    subscription: subscription.id,
    changes: reckoning.changes,
  });
  const changed = { ...subscription, ...reckoning.changes };
  const invoice = invoiceChange(world, subscription, changed, reckoning, id);
  const collected = collectNew(world, finalize(world, invoice));
  const after = current(world, subscription);
  return collected.kind === 'paid' ? after : announcePendingChange(world, after, pending);
}

/** The draft of what the change costs and gives back. */
export function invoiceChange(
  world: World,
  before: Subscription,
  changed: Subscription,
  reckoning: Reckoning,
  id: string,
): Invoice {
  keepPending(world, reckoning.prorations);
  const waiting = pendingItems(world, changed).filter(
    (item) => reckoning.invoiced === 'new-period' || item.proration,
  );
  const invoice = draftChange(world, before, changed, reckoning, id, waiting);
  world.create(world.shelves.invoices, invoice, 'invoice.created');
  takeUp(world, waiting, id);
  return invoice;
}

/** The invoice of a change that is invoiced at once. */
export function draftChange(
  world: World,
  before: Subscription,
  changed: Subscription,
  { invoiced }: Reckoning,
  id: string,
  items: readonly InvoiceItem[],
): Invoice {
  return draft(world, {
    id,
    subscription: changed,
    reason: 'subscription_update',
    currentPeriod: invoiced === 'new-period' ? 'billed' : 'left-out',
    items,
    finalizesAt: null,
    period: { start: currentPeriod(before).start, end: world.now() },
  });
}

/** The member is there: a card that wants 3-D Secure asks for it instead of being refused. */
function collectNew(world: World, invoice: Invoice): Collected {
  return collect(world, invoice, { automatic: false });
}

function requirePaid(collected: Collected): void {
  if (collected.kind === 'refused') throw cardRefused(collected.refusal);
  if (collected.kind === 'paid') return;
  throw new StripeError(402, {
    type: 'card_error',
    code: 'subscription_payment_intent_requires_action',
    message:
      'Payment for this subscription requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with `latest_invoice`.',
    payment_intent: collected.intent,
  });
}

function current(world: World, { id }: Subscription): Subscription {
  const subscription = world.shelves.subscriptions.get(id);
  if (!subscription) throw new Error(`No subscription ${id}`);
  return subscription;
}
