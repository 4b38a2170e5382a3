/** Opens a Checkout Session: checks what is asked for against the account, and keeps the plan of what it will make. */
import { redemptionsFor } from '../billing/redeeming.js';
import { taxBasisPoints } from '../billing/tax-rules.js';
import { quoteOf, trialEndOf, withQuantity } from './amounts.js';
import { orderOf } from './quoting.js';
import { missing, requireRecurring, requireSellable, requireTaxable } from './sellable.js';
import { isOver } from '../billing/subscription-rules.js';
import { refused } from '../http/errors.js';
import { changedMetadata } from '../http/rules.js';
import { existingCustomer } from '../resources/customers.js';
import { shippingFrom } from '../resources/parameters.js';
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
  requireTaxable(world, params, items, customer);
  const order = orderOf(world, customer?.id ?? null, items);
  const redemptions = redemptionsFor(world, params.discounts ?? [], order);
  const plan = planFor(world, params, items);
  const id = world.ids.next('checkoutSession');
  const expiresAt = expiry(world, params.expires_at);
  const quote = quoteOf({
    items,
    redemptions,
    hasTrial: trialEndOf(plan, world.now()) !== null,
    taxBasisPoints: params.automatic_tax?.enabled
      ? taxBasisPoints(world.settings, customer?.address, customer?.tax_exempt)
      : 0,
  });
  const session = newSession(
    {
      id,
      now: world.clock.accountNow(),
      expiresAt,
      currency,
      customer,
      quote,
      redemptions,
      url: `${baseUrl}/c/pay/${id}`,
    },
    params,
  );
  world.shelves.checkoutPlans.put({ ...plan, id, lineItems: quote.items });
  return world.create(world.shelves.checkoutSessions, session);
}

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

/** A customer pays in one currency for as long as anything of theirs is live in it. */
export function requireCustomersCurrency(world: World, customer: string, currency: string): void {
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
  const shipping = params.payment_intent_data?.shipping;
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
    updatesAddress: params.customer_update?.address === 'auto',
    receiptEmail: params.payment_intent_data?.receipt_email ?? null,
    paymentDescription: params.payment_intent_data?.description ?? null,
    paymentMetadata: changedMetadata({}, params.payment_intent_data?.metadata),
    paymentShipping: shipping === undefined ? null : shippingFrom(shipping),
  };
}

function expiry(world: World, asked: number | undefined): number {
  const now = world.clock.accountNow();
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
