/** POST /v1/subscriptions/:id/pause and /resume: which subscription can be paused and resumed, and how. */
import { pause } from '../billing/pausing.js';
import { resume } from '../billing/resuming.js';
import { refused } from '../http/errors.js';
import { hash, oneOf, required, type Params } from '../http/rules.js';
import type { Subscription } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { BILLING_CYCLE_ANCHOR, BILLING_OF_CHANGE } from './subscription-parameters.js';

const { proration_behavior: PRORATION, proration_date: PRORATION_DATE } = BILLING_OF_CHANGE;

export const PAUSE = {
  bill_for: hash({
    outstanding_usage_through: hash({ type: required(oneOf('none', 'now')) }),
    unused_time_from: hash({ type: required(oneOf('item_current_period_start', 'none', 'now')) }),
  }),
  invoicing_behavior: oneOf('invoice', 'pending_invoice_item'),
  type: oneOf('subscription'),
};

export const RESUME = {
  billing_cycle_anchor: BILLING_CYCLE_ANCHOR,
  payment_behavior: oneOf('resume_on_payment_attempt', 'resume_on_payment_success'),
  proration_behavior: PRORATION,
  proration_date: PRORATION_DATE,
};

export function pauseSubscription(
  world: World,
  subscription: Subscription,
  params: Params<typeof PAUSE>,
): Subscription {
  const obstacle = obstacleToPause(subscription);
  if (obstacle !== null) throw refused(`This subscription cannot be paused: ${obstacle}.`);
  return pause(world, subscription, {
    unusedTimeFrom: params.bill_for?.unused_time_from?.type ?? 'now',
    invoicing: params.invoicing_behavior ?? 'pending_invoice_item',
  });
}

function obstacleToPause(subscription: Subscription): string | null {
  const { status, collection_method: collection, schedule, cancel_at: end } = subscription;
  if (status !== 'active' && status !== 'past_due') return `it is ${status}`;
  if (collection === 'send_invoice') return 'its invoices are sent';
  if (subscription.billing_mode.type === 'classic') return 'its billing mode is classic';
  if (schedule !== null) return `it is managed by the subscription schedule ${schedule}`;
  // Stripe does not say what becomes of an end that was asked for.
  if (end !== null) return 'it is set to be canceled';
  return null;
}

export function resumeSubscription(
  world: World,
  subscription: Subscription,
  params: Params<typeof RESUME>,
): Subscription {
  const beginsPeriod = params.billing_cycle_anchor?.type !== 'unchanged';
  requireResumable(subscription, params);
  if (beginsPeriod && params.proration_date !== undefined) {
    throw refused('There are prorations only with `billing_cycle_anchor[type]=unchanged`.', {
      param: 'proration_date',
    });
  }
  return world.tentatively(() =>
    resume(world, subscription, {
      beginsPeriod,
      proration: params.proration_behavior ?? 'create_prorations',
      proratedFrom: params.proration_date ?? null,
      resumes:
        params.payment_behavior === 'resume_on_payment_success' ? 'on-success' : 'on-attempt',
    }),
  );
}

function requireResumable(
  {
    billing_mode: mode,
    collection_method: collection,
    pending_update: pending,
    status,
  }: Subscription,
  params: Params<typeof RESUME>,
): void {
  if (status !== 'paused') throw refused(`This subscription is ${status}, not paused.`);
  if (collection === 'send_invoice') {
    throw refused('A subscription whose invoices are sent cannot be resumed.');
  }
  if (pending !== null) {
    throw refused('This subscription waits for the payment of its resumption invoice already.');
  }
  if (mode.type === 'classic' && params.payment_behavior === 'resume_on_payment_success') {
    throw refused('`resume_on_payment_success` needs the flexible billing mode.', {
      param: 'payment_behavior',
    });
  }
}
