/** Builds subscriptions and their items as Stripe shows them. Pure: time and ids are given. */
import type Stripe from 'stripe';
import type {
  Metadata,
  Plan,
  Price,
  Stored,
  Subscription,
  SubscriptionItem,
} from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { intervalOf, periodAt, type Period } from './periods.js';

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
  /** Null where its usual card is charged; otherwise how many days a sent invoice may take. */
  daysUntilDue?: number | null;
  /** The clock its customer lives by, where it is not the account's. */
  testClock?: string | null;
  /** The ids of the discounts it begins with. */
  discounts?: string[];
}

/** Something a subscription sells, in the period it is bought in. */
export function newItem(given: {
  id: string;
  subscription: string;
  now: number;
  price: Price;
  quantity: number;
  metadata: Metadata;
  period: Period;
}): SubscriptionItem {
  return {
    id: given.id,
    object: 'subscription_item',
    billing_thresholds: null,
    created: given.now,
    current_period_end: given.period.end,
    current_period_start: given.period.start,
    current_trial: null,
    discounts: [],
    metadata: given.metadata,
    plan: planOf(given.price),
    price: given.price,
    quantity: given.quantity,
    subscription: given.subscription,
    tax_rates: [],
  };
}

export function newSubscription(given: NewSubscription): Subscription {
  const { now, trialEnd, daysUntilDue = null } = given;
  const anchor = trialEnd ?? now;
  const first = given.items[0];
  if (!first) throw new Error('A subscription needs at least one item');
  const items = given.items.map((item): SubscriptionItem => {
    const period =
      trialEnd === null
        ? periodAt(now, intervalOf(item.price), now)
        : { start: now, end: trialEnd };
    return newItem({ ...item, subscription: given.id, now, period });
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
    collection_method: daysUntilDue === null ? 'charge_automatically' : 'send_invoice',
    created: now,
    currency: first.price.currency,
    customer: given.customer,
    customer_account: null,
    days_until_due: daysUntilDue,
    default_payment_method: given.defaultPaymentMethod,
    default_source: null,
    default_tax_rates: [],
    description: given.description,
    discounts: given.discounts ?? [],
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
    test_clock: given.testClock ?? null,
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
export function planOf(price: Price): Plan {
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
