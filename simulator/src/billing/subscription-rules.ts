// The life of a subscription: what it becomes at each turn, and when the next turn is. Pure: time and ids are given.
import type {
  Metadata,
  Plan,
  Price,
  Stored,
  Subscription,
  SubscriptionItem,
} from '../stripe-objects.js';
import type { CheckoutPlan, Notices } from '../world/private-records.js';
import { DAY, type Settings } from '../world/settings.js';
import { intervalOf, periodAt, type Period } from './periods.js';
import type Stripe from 'stripe';

type MissingPaymentMethod = CheckoutPlan['missingPaymentMethod'];

export interface NewSubscription {
  id: string;
  now: number;
  customer: string;
  items: { id: string; price: Price; quantity: number; metadata: Metadata }[];
  trialEnd: number | null;
  defaultPaymentMethod: string | null;
  latestInvoice: string;
  missingPaymentMethod: MissingPaymentMethod;
  metadata: Metadata;
  description: string | null;
  billingMode: Stored<Stripe.Subscription.BillingMode>;
  automaticTax: boolean;
}

export function newSubscription(given: NewSubscription): Subscription {
  const { now, trialEnd } = given;
  const anchor = trialEnd ?? now;
  const first = given.items[0];
  if (!first) throw new Error('A subscription needs at least one item');
  const items = given.items.map(({ id, price, quantity, metadata }): SubscriptionItem => {
    const period =
      trialEnd === null ? periodAt(now, intervalOf(price), now) : { start: now, end: trialEnd };
    return {
      id,
      object: 'subscription_item',
      billing_thresholds: null,
      created: now,
      current_period_end: period.end,
      current_period_start: period.start,
      current_trial: null,
      discounts: [],
      metadata,
      plan: planOf(price),
      price,
      quantity,
      subscription: given.id,
      tax_rates: [],
    };
  });
  return {
    id: given.id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: {
      disabled_reason: null,
      enabled: given.automaticTax,
      liability: given.automaticTax ? { type: 'self' } : null,
    },
    billing_cycle_anchor: anchor,
    billing_cycle_anchor_config: null,
    billing_mode: given.billingMode,
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created: now,
    currency: first.price.currency,
    customer: given.customer,
    customer_account: null,
    days_until_due: null,
    default_payment_method: given.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: given.description,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: items,
      has_more: false,
      url: `/v1/subscription_items?subscription=${given.id}`,
    },
    latest_invoice: given.latestInvoice,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: 'off',
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: now,
    status: trialEnd === null ? 'active' : 'trialing',
    test_clock: null,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: given.missingPaymentMethod,
      },
    },
    trial_start: trialEnd === null ? null : now,
  };
}

/** The older twin of a recurring price that a subscription item still carries. */
function planOf(price: Price): Plan {
  const interval = intervalOf(price);
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: interval.interval,
    interval_count: interval.interval_count,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  };
}

export function currentPeriod(subscription: Subscription): Period {
  const [first] = subscription.items.data;
  if (!first) throw new Error(`Subscription ${subscription.id} has no items`);
  return { start: first.current_period_start, end: first.current_period_end };
}

/** The items with the period that begins at `now`. */
export function renewedItems(subscription: Subscription, anchor: number, now: number) {
  const data = subscription.items.data.map((item) => {
    const period = periodAt(anchor, intervalOf(item.price), now);
    return { ...item, current_period_start: period.start, current_period_end: period.end };
  });
  return { ...subscription.items, data };
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
