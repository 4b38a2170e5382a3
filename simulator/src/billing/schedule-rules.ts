/** Subscription schedules: what they show, and which phase follows which. Pure: time and ids are given. */
import type {
  Metadata,
  SchedulePhase,
  Subscription,
  SubscriptionSchedule,
} from '../stripe-objects.js';
import type { ScheduleNotice } from '../world/private-records.js';
import { DAY } from '../world/settings.js';

export interface NewPhase {
  currency: string;
  items: { price: string; quantity: number; metadata: Metadata }[];
  start: number;
  end: number;
  prorationBehavior: 'always_invoice' | 'create_prorations' | 'none';
  billingCycleAnchor: 'automatic' | 'phase_start' | null;
  trialEnd: number | null;
  metadata: Metadata;
}

export function newPhase(given: NewPhase): SchedulePhase {
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: given.billingCycleAnchor,
    billing_thresholds: null,
    collection_method: null,
    currency: given.currency,
    default_payment_method: null,
    default_tax_rates: [],
    description: null,
    discounts: [],
    end_date: given.end,
    invoice_settings: null,
    items: given.items.map(({ price, quantity, metadata }) => ({
      billing_thresholds: null,
      discounts: [],
      metadata,
      plan: price,
      price,
      quantity,
      tax_rates: [],
    })),
    metadata: given.metadata,
    on_behalf_of: null,
    proration_behavior: given.prorationBehavior,
    start_date: given.start,
    transfer_data: null,
    trial_end: given.trialEnd,
  };
}

export function newSchedule(given: {
  id: string;
  now: number;
  customer: string;
  /** The clock its customer lives by, where it is not the account's. */
  testClock: string | null;
  subscription: string | null;
  billingMode: Subscription['billing_mode'];
  endBehavior: 'cancel' | 'release';
  metadata: Metadata;
  phases: SchedulePhase[];
}): SubscriptionSchedule {
  const { phases, now } = given;
  const current = phaseAt(phases, now);
  return {
    id: given.id,
    object: 'subscription_schedule',
    application: null,
    billing_mode: given.billingMode,
    canceled_at: null,
    completed_at: null,
    created: now,
    current_phase: current && datesOf(current),
    customer: given.customer,
    customer_account: null,
    default_settings: {
      application_fee_percent: null,
      billing_cycle_anchor: 'automatic',
      billing_thresholds: null,
      collection_method: 'charge_automatically',
      default_payment_method: null,
      description: null,
      invoice_settings: {
        account_tax_ids: null,
        custom_fields: null,
        days_until_due: null,
        description: null,
        footer: null,
        issuer: { type: 'self' },
      },
      on_behalf_of: null,
      transfer_data: null,
    },
    end_behavior: given.endBehavior,
    livemode: false,
    metadata: given.metadata,
    pause_schedules: [],
    phases,
    released_at: null,
    released_subscription: null,
    status: current ? 'active' : 'not_started',
    subscription: given.subscription,
    test_clock: given.testClock,
  };
}

export function phaseAt(phases: readonly SchedulePhase[], at: number): SchedulePhase | null {
  return phases.find(({ start_date: start, end_date: end }) => start <= at && at < end) ?? null;
}

export function datesOf({ start_date, end_date }: SchedulePhase) {
  return { start_date, end_date };
}

export function isRunning({ status }: SubscriptionSchedule): boolean {
  return status === 'active' || status === 'not_started';
}

/** When the schedule has its next turn; null when it is over. */
export function nextBoundary(schedule: SubscriptionSchedule): number | null {
  if (schedule.status === 'not_started') return schedule.phases[0]?.start_date ?? null;
  return schedule.status === 'active' ? (schedule.current_phase?.end_date ?? null) : null;
}

const NOTICE_SECONDS = 7 * DAY;

/** When its end is announced: a week before, or when it begins; null once that is done. */
export function expiryNoticeAt(
  { phases, created }: SubscriptionSchedule,
  notice: ScheduleNotice | undefined,
): number | null {
  const end = phases.at(-1)?.end_date;
  if (end === undefined || notice?.expires === end) return null;
  return Math.max(created, end - NOTICE_SECONDS);
}

/** A schedule that cancels shows its end on the subscription; one that releases shows none. */
export function plannedEnd(schedule: SubscriptionSchedule): number | null {
  return schedule.end_behavior === 'cancel' ? (schedule.phases.at(-1)?.end_date ?? null) : null;
}
