/** POST /v1/subscriptions: begins a subscription for a customer whose card is known. */
import { requestCancellation } from '../billing/cancelling.js';
import { hasPaid, redemptionsFor } from '../billing/redeeming.js';
import { startSubscription, type Started } from '../billing/starting.js';
import { currentPeriod } from '../billing/subscription-rules.js';
import { requireCustomersCurrency } from '../checkout/opening.js';
import { cardRefused, invalidParameter, noSuch, refused, StripeError } from '../http/errors.js';
import { changedMetadata } from '../http/rules.js';
import type { Subscription } from '../stripe-objects.js';
import { DAY } from '../world/settings.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { itemOrders, type ItemOrder } from './item-parameters.js';
import type { Create } from './subscription-parameters.js';

/** Nothing is left of a subscription that could not begin, but for the payment that was tried. */
export function createSubscription(world: World, params: Create): Subscription {
  return world.tentatively(() => {
    const { subscription, invoice, refusal } = start(world, params);
    if (params.payment_behavior === 'error_if_incomplete') requirePaid(refusal, invoice.id);
    return world.shelves.subscriptions.get(subscription.id) ?? subscription;
  });
}

function start(world: World, params: Create): Started {
  const customer = existingCustomer(world, params.customer, 'customer');
  const items = itemOrders(world, params.items);
  const currency = items[0]?.price.currency ?? '';
  requireUsable(world, params, currency);
  requireCustomersCurrency(world, customer.id, currency);
  const isClassic = params.billing_mode?.type === 'classic';
  return startSubscription(world, {
    customer: customer.id,
    items,
    trialEnd: trialEnd(world, params),
    defaultPaymentMethod: params.default_payment_method ?? null,
    missingPaymentMethod:
      params.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
    metadata: changedMetadata({}, params.metadata),
    description: params.description ?? null,
    billingMode: {
      flexible: isClassic
        ? null
        : { proration_discounts: params.billing_mode?.flexible?.proration_discounts ?? 'included' },
      type: isClassic ? 'classic' : 'flexible',
      ...(isClassic ? {} : { updated_at: world.now() }),
    },
    automaticTax: params.automatic_tax?.enabled ?? false,
    daysUntilDue: params.collection_method === 'send_invoice' ? (params.days_until_due ?? 0) : null,
    payment: { kind: params.payment_behavior === 'default_incomplete' ? 'prepare' : 'charge' },
    redemptions: redemptionsFor(world, params.discounts ?? [], {
      customer: customer.id,
      hasPaid: hasPaid(world, customer.id),
      currency,
      subtotal: items.reduce(
        (sum, { price, quantity }) => sum + (price.unit_amount ?? 0) * quantity,
        0,
      ),
      products: items.map(({ price }: ItemOrder) => price.product),
    }),
    alsoSet: (planned) => alsoSet(world, planned, params),
  });
}

/** What a request sets besides what every subscription begins with. */
function alsoSet(world: World, planned: Subscription, params: Create): Partial<Subscription> {
  const { cancel_at: at, payment_settings: payment } = params;
  const now = world.now();
  const { end } = currentPeriod(planned);
  const cancellation =
    params.cancel_at_period_end === true
      ? { ...requestCancellation(planned, now, end), cancel_at_period_end: true }
      : at === undefined
        ? {}
        : requestCancellation(planned, now, typeof at === 'number' ? at : end);
  return {
    ...cancellation,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: payment?.payment_method_types ?? null,
      save_default_payment_method: payment?.save_default_payment_method ?? 'off',
    },
  };
}

function requireUsable(world: World, params: Create, currency: string): void {
  const exclusive: [keyof Create, keyof Create][] = [
    ['cancel_at', 'cancel_at_period_end'],
    ['trial_end', 'trial_period_days'],
  ];
  for (const [one, other] of exclusive) {
    if (params[one] === undefined || params[other] === undefined) continue;
    throw invalidParameter(
      `You may only specify one of these parameters: ${one}, ${other}.`,
      one,
      'parameters_exclusive',
    );
  }
  if (typeof params.cancel_at === 'number' && params.cancel_at <= world.now()) {
    throw refused('cancel_at must be a future timestamp', { param: 'cancel_at' });
  }
  if (typeof params.trial_end === 'number' && params.trial_end <= world.now()) {
    throw refused('Invalid timestamp: must be an integer Unix timestamp in the future', {
      param: 'trial_end',
    });
  }
  if (params.currency !== undefined && params.currency.toLowerCase() !== currency) {
    throw refused(`The prices are in ${currency}, not in ${params.currency}.`, {
      param: 'currency',
    });
  }
  const isSent = params.collection_method === 'send_invoice';
  if (isSent !== (params.days_until_due !== undefined)) {
    throw refused(
      isSent
        ? 'You must provide `days_until_due` when `collection_method` is `send_invoice`.'
        : '`days_until_due` can only be set when `collection_method` is `send_invoice`.',
      { param: 'days_until_due' },
    );
  }
  if (params.payment_behavior === 'pending_if_incomplete') {
    throw refused('`pending_if_incomplete` is only for updates.', { param: 'payment_behavior' });
  }
  const card = params.default_payment_method;
  if (card !== undefined && world.shelves.paymentMethods.get(card)?.customer !== params.customer) {
    throw noSuch('PaymentMethod', card, 'default_payment_method');
  }
}

function trialEnd(world: World, params: Create): number | null {
  const { trial_end: end, trial_period_days: days = 0 } = params;
  if (typeof end === 'number') return end;
  return days > 0 ? world.now() + days * DAY : null;
}

function requirePaid(refusal: Started['refusal'], invoice: string): void {
  if (refusal === null) return;
  if (refusal !== 'requires-action') throw cardRefused(refusal);
  throw new StripeError(402, {
    type: 'card_error',
    code: 'subscription_payment_intent_requires_action',
    message: `Payment for this subscription requires additional user action before it can be completed successfully (${invoice}).`,
  });
}
