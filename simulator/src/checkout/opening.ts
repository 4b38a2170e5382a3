// Opens a Checkout Session: checks what is asked for against the account, and keeps the plan of what it will make.
import { withQuantity } from './amounts.js';
import { isOver } from '../billing/subscription-rules.js';
import { invalidParameter, refused } from '../http/errors.js';
import { changedMetadata } from '../http/rules.js';
import { existingCustomer } from '../resources/customers.js';
import { existingPrice } from '../resources/prices.js';
import type { CheckoutSession, LineItem } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { DAY, HOUR, MINUTE } from '../world/settings.js';
import type { World } from '../world/world.js';
import { newSession } from './session-object.js';
import type { LineItemParams, SessionParams } from './session-parameters.js';

export function openSession(world: World, params: SessionParams, baseUrl: string): CheckoutSession {
  requireSellable(params);
  const items = (params.line_items ?? []).map((item, index) => lineItem(world, item, index));
  const currency = oneCurrency(items);
  const customer =
    params.customer === undefined ? null : existingCustomer(world, params.customer, 'customer');
  if (customer) requireCustomersCurrency(world, customer.id, currency);
  requireRecurring(params, items);
  const plan = planFor(world, params, items);
  const id = world.ids.next('checkoutSession');
  const expiresAt = expiry(world, params.expires_at);
  const session = newSession(
    { id, now: world.now(), expiresAt, currency, customer, plan, url: `${baseUrl}/c/pay/${id}` },
    params,
  );
  world.shelves.checkoutPlans.put({ ...plan, id });
  return world.create(world.shelves.checkoutSessions, session);
}

/** What the simulator's page can sell, and what does not go together. */
function requireSellable(params: SessionParams): void {
  const exclusive = (one: string, other: string) =>
    invalidParameter(
      `You may only specify one of these parameters: ${one}, ${other}.`,
      one,
      'parameters_exclusive',
    );
  if (params.mode === 'setup') {
    throw refused('The simulator opens Checkout in mode subscription or payment, not setup.', {
      param: 'mode',
    });
  }
  if (params.ui_mode !== undefined && params.ui_mode !== 'hosted_page') {
    throw refused('The simulator has only the hosted page.', { param: 'ui_mode' });
  }
  if (params.success_url === undefined) throw missing('success_url');
  if (!params.line_items?.length) throw missing('line_items');
  if (params.customer !== undefined && params.customer_email !== undefined) {
    throw exclusive('customer', 'customer_email');
  }
  if (params.customer_update && params.customer === undefined) {
    throw refused('`customer_update` can only be used with `customer`.', {
      param: 'customer_update',
    });
  }
  const { subscription_data: data, payment_intent_data: payment } = params;
  if (data && params.mode !== 'subscription') {
    throw refused('You can not pass `subscription_data` in `payment` mode.', {
      param: 'subscription_data',
    });
  }
  if (payment && params.mode !== 'payment') {
    throw refused('You can not pass `payment_intent_data` in `subscription` mode.', {
      param: 'payment_intent_data',
    });
  }
  if (params.payment_method_collection && params.mode !== 'subscription') {
    throw refused('You can only set `payment_method_collection` in `subscription` mode.', {
      param: 'payment_method_collection',
    });
  }
  if (data?.trial_end !== undefined && data.trial_period_days !== undefined) {
    throw exclusive('subscription_data[trial_end]', 'subscription_data[trial_period_days]');
  }
}

const missing = (name: string) =>
  invalidParameter(`Missing required param: ${name}.`, name, 'parameter_missing');

function lineItem(world: World, params: LineItemParams, index: number): LineItem {
  const at = `line_items[${index}]`;
  if (params.price === undefined) throw missing(`${at}[price]`);
  if (params.quantity === undefined) throw missing(`${at}[quantity]`);
  const price = existingPrice(world, params.price, `${at}[price]`);
  const product = world.shelves.products.get(price.product);
  if (!price.active || product?.active === false) {
    throw refused(`The price specified is inactive. This field only accepts active prices.`, {
      param: `${at}[price]`,
    });
  }
  const adjustable = params.adjustable_quantity;
  const item: LineItem = {
    id: world.ids.next('lineItem'),
    object: 'item',
    adjustable_quantity: adjustable
      ? {
          enabled: adjustable.enabled,
          maximum: adjustable.enabled ? (adjustable.maximum ?? 99) : null,
          minimum: adjustable.enabled ? (adjustable.minimum ?? 0) : null,
        }
      : null,
    amount_discount: 0,
    amount_subtotal: 0,
    amount_tax: 0,
    amount_total: 0,
    currency: price.currency,
    description: product?.name ?? null,
    metadata: changedMetadata({}, params.metadata),
    price,
    quantity: params.quantity,
  };
  return withQuantity(item, params.quantity);
}

function oneCurrency(items: readonly LineItem[]): string {
  const currencies = new Set(items.map((item) => item.currency));
  const [currency = 'usd'] = currencies;
  if (currencies.size > 1) {
    throw refused('All line items must have the same currency.', { param: 'line_items' });
  }
  return currency;
}

function requireRecurring(params: SessionParams, items: readonly LineItem[]): void {
  const recurring = items.filter((item) => item.price?.recurring);
  if (params.mode === 'payment' && recurring.length > 0) {
    throw refused(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      { param: 'line_items' },
    );
  }
  if (params.mode === 'subscription' && recurring.length === 0) {
    throw refused(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      { param: 'line_items' },
    );
  }
  if (params.mode === 'subscription' && recurring.length < items.length) {
    throw refused('The simulator does not mix recurring and one-time prices in one subscription.', {
      param: 'line_items',
    });
  }
  const intervals = new Set(
    recurring.map(
      ({ price }) => `${price?.recurring?.interval_count} ${price?.recurring?.interval}`,
    ),
  );
  if (intervals.size > 1) {
    throw refused('All recurring prices in one session must have the same interval.', {
      param: 'line_items',
    });
  }
}

/** A customer pays in one currency for as long as anything of theirs is live in it. */
function requireCustomersCurrency(world: World, customer: string, currency: string): void {
  const other = world.shelves.subscriptions
    .where((subscription) => subscription.customer === customer && !isOver(subscription))
    .find((subscription) => subscription.currency !== currency);
  if (!other) return;
  throw refused(
    `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with currency ${other.currency}`,
  );
}

function planFor(
  world: World,
  params: SessionParams,
  lineItems: LineItem[],
): Omit<CheckoutPlan, 'id'> {
  const data = params.subscription_data ?? {};
  const { trial_end: trialEnd, billing_mode: mode } = data;
  if (trialEnd !== undefined && trialEnd < world.now() + 2 * DAY) {
    throw refused('The `trial_end` date has to be at least 2 days in the future.', {
      param: 'subscription_data[trial_end]',
    });
  }
  const isClassic = mode?.type === 'classic';
  return {
    lineItems,
    trialDays: data.trial_period_days ?? null,
    trialEnd: trialEnd ?? null,
    missingPaymentMethod:
      data.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
    description: data.description ?? null,
    subscriptionMetadata: changedMetadata({}, data.metadata),
    billingMode: {
      flexible: isClassic
        ? null
        : { proration_discounts: mode?.flexible?.proration_discounts ?? 'included' },
      type: mode?.type ?? 'flexible',
      ...(isClassic ? {} : { updated_at: world.now() }),
    },
    namesCustomer: params.customer_update?.name === 'auto',
    receiptEmail: params.payment_intent_data?.receipt_email ?? null,
    paymentDescription: params.payment_intent_data?.description ?? null,
    paymentMetadata: changedMetadata({}, params.payment_intent_data?.metadata),
  };
}

function expiry(world: World, asked: number | undefined): number {
  const now = world.now();
  if (asked === undefined) return now + DAY;
  // A caller's clock may be a few seconds off ours.
  if (asked < now + 30 * MINUTE - 10) {
    throw refused(
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
      {
        param: 'expires_at',
      },
    );
  }
  if (asked > now + 24 * HOUR + 10) {
    throw refused(
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
      {
        param: 'expires_at',
      },
    );
  }
  return asked;
}
