/** The life of a subscription: what it becomes at each turn, and when the next turn is. Pure: time and ids are given. */
import type { Subscription, SubscriptionItem } from '../stripe-objects.js';
import type { Notices } from '../world/private-records.js';
import { DAY, HOUR, type Settings } from '../world/settings.js';
import { intervalOf, periodAt, type Period } from './periods.js';

/** How long an incomplete subscription waits for its first payment. */
const FIRST_PAYMENT_SECONDS = 23 * HOUR;

export function currentPeriod(subscription: Subscription): Period {
  const [first] = subscription.items.data;
  if (!first) throw new Error(`Subscription ${subscription.id} has no items`);
  return { start: first.current_period_start, end: first.current_period_end };
}

/** The items with the period that `instant` is in, counted from the anchor. */
export function startedAt(
  items: Subscription['items'],
  anchor: number,
  instant: number,
): Pick<Subscription, 'items' | 'billing_cycle_anchor'> {
  const data = items.data.map((item) => {
    const period = periodAt(anchor, intervalOf(item.price), instant);
    return { ...item, current_period_start: period.start, current_period_end: period.end };
  });
  return { items: { ...items, data }, billing_cycle_anchor: anchor };
}

/** Whether everything is billed as often as before. */
export function sameInterval(
  before: readonly SubscriptionItem[],
  after: readonly SubscriptionItem[],
): boolean {
  const [first] = before;
  if (!first) return false;
  const { interval, interval_count: count } = intervalOf(first.price);
  return after.every(({ price }) => {
    const its = intervalOf(price);
    return its.interval === interval && its.interval_count === count;
  });
}

export function isOver(subscription: Subscription): boolean {
  return subscription.status === 'canceled' || subscription.status === 'incomplete_expired';
}

/** What ends it for good. A cancellation that was asked for earlier keeps the instant of the asking. */
export function canceled(
  subscription: Subscription,
  now: number,
  reason: 'cancellation_requested' | 'payment_failed' | 'payment_disputed',
): Partial<Subscription> {
  return {
    status: 'canceled',
    canceled_at: subscription.canceled_at ?? now,
    ended_at: now,
    cancellation_details: {
      comment: null,
      feedback: null,
      feedback_option: null,
      ...subscription.cancellation_details,
      reason,
    },
  };
}

export type TurnKind =
  | 'announce-trial-end'
  | 'end-trial'
  | 'announce-renewal'
  | 'renew'
  | 'cancel'
  | 'give-up-first-payment'
  | 'give-up-pending-update'
  | 'resume-collection';

export interface Turn {
  at: number;
  kind: TurnKind;
}

/** What the calendar holds next for a subscription, the earliest; null when nothing is to come. */
export function nextTurn(
  subscription: Subscription,
  notices: Notices | undefined,
  settings: Settings,
): Turn | null {
  if (isOver(subscription)) return null;
  // Of two turns at one instant the one named first is taken: a cancellation comes before a renewal.
  const turns: Turn[] = [];
  if (subscription.cancel_at !== null) turns.push({ at: subscription.cancel_at, kind: 'cancel' });
  const resumesAt = subscription.pause_collection?.resumes_at ?? null;
  if (resumesAt !== null) turns.push({ at: resumesAt, kind: 'resume-collection' });
  const gaveUpAt = subscription.pending_update?.expires_at ?? null;
  if (gaveUpAt !== null) turns.push({ at: gaveUpAt, kind: 'give-up-pending-update' });
  turns.push(...turnsOfStatus(subscription, notices, settings));
  return turns.reduce<Turn | null>(
    (earliest, turn) => (earliest === null || turn.at < earliest.at ? turn : earliest),
    null,
  );
}

function turnsOfStatus(
  subscription: Subscription,
  notices: Notices | undefined,
  settings: Settings,
): Turn[] {
  const { status, trial_end: trialEnd } = subscription;
  if (status === 'trialing' && trialEnd !== null) {
    const announced = notices?.trialWillEnd === trialEnd;
    const announcement: Turn = {
      // A trial shorter than the notice is announced as it begins.
      at: Math.max(currentPeriod(subscription).start, trialEnd - settings.trialWillEndDays * DAY),
      kind: 'announce-trial-end',
    };
    return announced
      ? [{ at: trialEnd, kind: 'end-trial' }]
      : [announcement, { at: trialEnd, kind: 'end-trial' }];
  }
  if (status === 'incomplete') {
    return [{ at: subscription.created + FIRST_PAYMENT_SECONDS, kind: 'give-up-first-payment' }];
  }
  if (status === 'active' || status === 'past_due' || status === 'unpaid') {
    const { start, end } = currentPeriod(subscription);
    const announced = notices?.upcomingInvoice === end;
    const renewal: Turn = { at: end, kind: 'renew' };
    const isLast = subscription.cancel_at !== null && subscription.cancel_at <= end;
    if (announced || isLast) return [renewal];
    const noticeAt = Math.max(start, end - settings.upcomingInvoiceDays * DAY);
    return [{ at: noticeAt, kind: 'announce-renewal' }, renewal];
  }
  return [];
}
