// Carries out what the calendar brings: a trial ends, a period renews, a cancellation falls due.
import type { Invoice, Subscription } from '../stripe-objects.js';
import type { Turn } from './subscription-rules.js';
import type { World } from '../world/world.js';
import { customerOf, finalizeAndCollect } from './collecting.js';
import { finish } from './ending.js';
import { draftInvoice } from './invoice-rules.js';
import type { Period } from './periods.js';
import { currentPeriod, renewedItems } from './subscription-rules.js';

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
  const { start, end } = currentPeriod(subscription);
  note(world, subscription.id, { upcomingInvoice: end });
  const { id: _id, ...upcoming } = makeDraft(world, subscription, {
    reason: 'upcoming',
    id: world.ids.next('upcomingInvoice'),
    finalizesAt: null,
    period: { start, end },
    renewsAt: end,
  });
  world.emit('invoice.upcoming', upcoming);
}

function note(
  world: World,
  id: string,
  change: { trialWillEnd?: number | null; upcomingInvoice?: number | null },
): void {
  const known = world.shelves.notices.get(id) ?? { id, trialWillEnd: null, upcomingInvoice: null };
  world.shelves.notices.put({ ...known, ...change });
}

/** The trial ends at its time. Without a card, its settings say what happens. */
function endTrial(world: World, subscription: Subscription): void {
  const behaviour = subscription.trial_settings?.end_behavior.missing_payment_method;
  if (!hasPaymentMethod(world, subscription) && behaviour !== 'create_invoice') {
    if (behaviour === 'pause') pauseAtTrialEnd(world, subscription);
    else finish(world, subscription, 'payment_failed');
    return;
  }
  convert(world, subscription, subscription.trial_end ?? world.now(), 'later');
}

/** `trial_end: 'now'`: the paid period begins at once, and so does its payment. */
export function endTrialNow(world: World, subscription: Subscription): Subscription {
  const now = world.now();
  const shortened = { ...subscription, trial_end: now };
  announceTrialEnd(world, shortened);
  convert(world, subscription, now, 'at-once');
  return world.shelves.subscriptions.get(subscription.id) ?? shortened;
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
      billing_cycle_anchor: anchor,
      items: renewedItems(subscription, anchor, world.now()),
    },
    period: { start, end: world.now() },
    reason: finalizes === 'later' ? 'subscription_cycle' : 'subscription_update',
    finalizes,
  });
}

function renew(world: World, subscription: Subscription): void {
  const ended = currentPeriod(subscription);
  const items = renewedItems(subscription, subscription.billing_cycle_anchor, ended.end);
  bill(world, subscription, {
    changes: { items },
    period: ended,
    reason: 'subscription_cycle',
    finalizes: 'later',
  });
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
  const finalizesAt =
    given.finalizes === 'later' ? world.now() + world.settings.draftSeconds : null;
  const draft = makeDraft(world, renewed, {
    id,
    reason: given.reason,
    finalizesAt,
    period: given.period,
    renewsAt: null,
  });
  world.create(world.shelves.invoices, heldBack(renewed, draft), 'invoice.created');
  if (given.finalizes === 'at-once') finalizeAndCollect(world, draft);
}

/** The invoice of an unpaid subscription, and of one whose collection is paused as a draft, waits for a person. */
function heldBack(subscription: Subscription, draft: Invoice): Invoice {
  const pausedAsDraft = subscription.pause_collection?.behavior === 'keep_as_draft';
  if (subscription.status !== 'unpaid' && !pausedAsDraft) return draft;
  return {
    ...draft,
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  };
}

function makeDraft(
  world: World,
  subscription: Subscription,
  given: {
    id: string;
    reason: 'subscription_cycle' | 'subscription_update' | 'upcoming';
    finalizesAt: number | null;
    period: Period;
    /** For a preview: the instant whose period is billed, when it has not begun yet. */
    renewsAt: number | null;
  },
): Invoice {
  const billed =
    given.renewsAt === null
      ? subscription
      : {
          ...subscription,
          items: renewedItems(subscription, subscription.billing_cycle_anchor, given.renewsAt),
        };
  return draftInvoice({
    ...given,
    now: world.now(),
    lineIds: billed.items.data.map(() => world.ids.next('invoiceLineItem')),
    subscription: billed,
    customer: customerOf(world, subscription.customer),
    free: false,
    productNames: productNames(world, billed),
    settings: world.settings,
  });
}

export function productNames(world: World, subscription: Subscription): Map<string, string> {
  return new Map(
    subscription.items.data.map(({ price }) => [
      price.product,
      world.shelves.products.get(price.product)?.name ?? price.product,
    ]),
  );
}

function hasPaymentMethod(world: World, subscription: Subscription): boolean {
  const customer = customerOf(world, subscription.customer);
  return Boolean(
    subscription.default_payment_method ?? customer.invoice_settings.default_payment_method,
  );
}

function pauseAtTrialEnd(world: World, subscription: Subscription): void {
  const paused = world.update(
    world.shelves.subscriptions,
    subscription,
    {
      status: 'paused',
      status_details: {
        paused: {
          subscription: { type: 'trial_end_without_payment_method' },
          transitioned_at: world.now(),
          type: 'subscription',
        },
      },
    },
    'customer.subscription.updated',
  );
  world.emit('customer.subscription.paused', paused);
}
