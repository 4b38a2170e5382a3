/** Carries out what the calendar brings: a trial ends, a period renews, a cancellation falls due. */
import type { Invoice, InvoiceItem, Subscription } from '../stripe-objects.js';
import type { Turn } from './subscription-rules.js';
import type { World } from '../world/world.js';
import { finalizeAndCollect } from './collecting.js';
import { draft, pendingItems, takeUp } from './drafting.js';
import { finish } from './ending.js';
import { customerOf } from './owners.js';
import { expirePendingUpdate, giveUpFirstPayment } from './giving-up.js';
import type { Period } from './periods.js';
import { pauseAs } from './pausing.js';
import { itemsFrom } from './phases.js';
import { currentPeriod, sameInterval, startedAt } from './subscription-rules.js';

export function take(world: World, subscription: Subscription, turn: Turn): void {
  switch (turn.kind) {
    case 'announce-trial-end':
      announceTrialEnd(world, subscription);
      break;
    case 'end-trial':
      endTrial(world, subscription);
      break;
    case 'announce-renewal':
      announceRenewal(world, subscription);
      break;
    case 'renew':
      renew(world, subscription);
      break;
    case 'cancel':
      finish(world, subscription, 'cancellation_requested');
      break;
    case 'give-up-first-payment':
      giveUpFirstPayment(world, subscription);
      break;
    case 'give-up-pending-update':
      expirePendingUpdate(world, subscription);
      break;
    case 'resume-collection':
      world.update(
        world.shelves.subscriptions,
        subscription,
        { pause_collection: null },
        'customer.subscription.updated',
      );
      break;
  }
}

function announceTrialEnd(world: World, subscription: Subscription): void {
  note(world, subscription.id, { trialWillEnd: subscription.trial_end });
  world.emit('customer.subscription.trial_will_end', subscription);
}

function announceRenewal(world: World, subscription: Subscription): void {
  const { end } = currentPeriod(subscription);
  note(world, subscription.id, { upcomingInvoice: end });
  const { id: _id, ...upcoming } = upcomingInvoice(world, subscription);
  world.emit('invoice.upcoming', upcoming);
}

/** The invoice of the next renewal as it would be now. */
export function upcomingInvoice(
  world: World,
  subscription: Subscription,
  alsoBilled: readonly InvoiceItem[] = [],
): Invoice {
  const ended = currentPeriod(subscription);
  return draft(world, {
    id: world.ids.next('upcomingInvoice'),
    subscription: { ...subscription, ...renewal(world, subscription, ended.end) },
    reason: 'upcoming',
    currentPeriod: 'billed',
    items: [...pendingItems(world, subscription), ...alsoBilled],
    finalizesAt: null,
    period: ended,
  });
}

function note(
  world: World,
  id: string,
  change: { trialWillEnd?: number | null; upcomingInvoice?: number | null },
): void {
  const known = world.shelves.notices.get(id) ?? { id, trialWillEnd: null, upcomingInvoice: null };
  world.shelves.notices.put({ ...known, ...change });
}

/** The trial ends at its time. */
function endTrial(world: World, subscription: Subscription): void {
  if (stopsWithoutCard(world, subscription)) return;
  convert(world, subscription, subscription.trial_end ?? world.now(), 'later');
}

/** Without a card, its settings say what becomes of it; whether it went no further. */
function stopsWithoutCard(world: World, subscription: Subscription): boolean {
  const behaviour = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (hasPaymentMethod(world, subscription) || behaviour === 'create_invoice') return false;
  if (behaviour === 'pause') {
    const now = world.now();
    const trialOver = { trial_end: now, billing_cycle_anchor: now };
    pauseAs(world, subscription, 'trial_end_without_payment_method', trialOver);
  } else finish(world, subscription, 'payment_failed');
  return true;
}

/** `trial_end: 'now'`: the paid period begins at once, and so does its payment. */
export function endTrialNow(world: World, subscription: Subscription): Subscription {
  const now = world.now();
  const shortened = { ...subscription, trial_end: now };
  announceTrialEnd(world, shortened);
  if (!stopsWithoutCard(world, subscription)) convert(world, subscription, now, 'at-once');
  return world.shelves.subscriptions.get(subscription.id) ?? shortened;
}

/** `trial_end` of one that is paid for: without prorations, nothing more is billed until then, as in a trial. */
export function giveTime(
  world: World,
  subscription: Subscription,
  until: number,
  others: Partial<Subscription>,
): Subscription {
  const now = world.now();
  const { start } = currentPeriod(subscription);
  const data = subscription.items.data.map((item) => {
    return { ...item, current_period_start: now, current_period_end: until };
  });
  bill(world, subscription, {
    changes: {
      ...others,
      status: 'trialing',
      trial_start: now,
      trial_end: until,
      billing_cycle_anchor: until,
      items: { ...subscription.items, data },
    },
    period: { start, end: now },
    reason: 'subscription_update',
    finalizes: 'at-once',
  });
  return world.shelves.subscriptions.get(subscription.id) ?? subscription;
}

function convert(
  world: World,
  subscription: Subscription,
  anchor: number,
  finalizes: 'later' | 'at-once',
): void {
  const { start } = currentPeriod(subscription);
  bill(world, subscription, {
    changes: {
      status: 'active',
      trial_end: anchor,
      ...startedAt(itemsFrom(world, subscription, world.now()), anchor, world.now()),
    },
    period: { start, end: world.now() },
    reason: finalizes === 'later' ? 'subscription_cycle' : 'subscription_update',
    finalizes,
  });
}

function renew(world: World, subscription: Subscription): void {
  const ended = currentPeriod(subscription);
  bill(world, subscription, {
    changes: renewal(world, subscription, ended.end),
    period: ended,
    reason: 'subscription_cycle',
    finalizes: 'later',
  });
}

/** The next period, at the price and the quantity a schedule may have for it. */
function renewal(
  world: World,
  subscription: Subscription,
  at: number,
): Pick<Subscription, 'items' | 'billing_cycle_anchor'> {
  const items = itemsFrom(world, subscription, at);
  const goesOn = sameInterval(subscription.items.data, items.data);
  return startedAt(items, goesOn ? subscription.billing_cycle_anchor : at, at);
}

/** A new period and its invoice: first the subscription tells, then the draft. */
function bill(
  world: World,
  subscription: Subscription,
  given: {
    changes: Partial<Subscription>;
    period: Period;
    reason: 'subscription_cycle' | 'subscription_update';
    finalizes: 'later' | 'at-once';
  },
): void {
  const id = world.ids.next('invoice');
  const renewed = world.update(
    world.shelves.subscriptions,
    subscription,
    { ...given.changes, latest_invoice: id },
    'customer.subscription.updated',
  );
  const waiting = pendingItems(world, renewed);
  const made = draft(world, {
    id,
    subscription: renewed,
    reason: given.reason,
    currentPeriod: renewed.status === 'trialing' ? 'free' : 'billed',
    items: waiting,
    finalizesAt: given.finalizes === 'later' ? world.now() + world.settings.draftSeconds : null,
    period: given.period,
  });
  world.create(world.shelves.invoices, heldBack(renewed, made), 'invoice.created');
  takeUp(world, waiting, id);
  if (given.finalizes === 'at-once') finalizeAndCollect(world, made);
}

/** The invoice of an unpaid subscription, and of one whose collection is paused as a draft, waits for a person. */
function heldBack(subscription: Subscription, made: Invoice): Invoice {
  const pausedAsDraft = subscription.pause_collection?.behavior === 'keep_as_draft';
  if (subscription.status !== 'unpaid' && !pausedAsDraft) return made;
  return {
    ...made,
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  };
}

function hasPaymentMethod(world: World, subscription: Subscription): boolean {
  const customer = customerOf(world, subscription.customer);
  return Boolean(
    subscription.default_payment_method ?? customer.invoice_settings.default_payment_method,
  );
}
