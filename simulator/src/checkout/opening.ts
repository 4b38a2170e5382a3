// Opens a Checkout Session: checks what is asked for against the account, and keeps the plan of what it will make.
import { total, withQuantity, dueToday } from './amounts.js';
import { isOver } from '../billing/subscription-rules.js';
import { invalidParameter, refused } from '../http/errors.js';
import { changedMetadata } from '../http/rules.js';
import { existingCustomer } from '../resources/customers.js';
import { existingPrice } from '../resources/prices.js';
import type { CheckoutSession, LineItem } from '../stripe-objects.js';
import type { CheckoutPlan } from '../world/private-records.js';
import { DAY, HOUR, MINUTE } from '../world/settings.js';
import type { World } from '../world/world.js';
import type { LineItemParams, SessionParams } from './session-parameters.js';

export function openSession(world: World, params: SessionParams, baseUrl: string): CheckoutSession {
  requireSellable(params);
  const items = (params.line_items ?? []).map((item, index) => lineItem(world, item, index));
  const currency = oneCurrency(items);
  const customer = params.customer === undefined ? null : existingCustomer(world, params.customer, 'customer');
  if (customer) requireCustomersCurrency(world, customer.id, currency);
  requireRecurring(params, items);
  const plan = planFor(world, params, items);
  const session = sessionFor(world, params, plan, currency, baseUrl);
  world.shelves.checkoutPlans.put({ ...plan, id: session.id });
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
    throw refused('`customer_update` can only be used with `customer`.', { param: 'customer_update' });
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
    throw refused(
      `The price specified is inactive. This field only accepts active prices.`,
      { param: `${at}[price]` },
    );
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
    recurring.map(({ price }) => `${price?.recurring?.interval_count} ${price?.recurring?.interval}`),
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

function planFor(world: World, params: SessionParams, lineItems: LineItem[]): Omit<CheckoutPlan, 'id'> {
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
    paymentDescription: params.payment_intent_data?.description ?? null,
    paymentMetadata: changedMetadata({}, params.payment_intent_data?.metadata),
  };
}

function expiry(world: World, asked: number | undefined): number {
  const now = world.now();
  if (asked === undefined) return now + DAY;
  // A caller's clock may be a few seconds off ours.
  if (asked < now + 30 * MINUTE - 10) {
    throw refused('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param: 'expires_at',
    });
  }
  if (asked > now + 24 * HOUR + 10) {
    throw refused('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
      param: 'expires_at',
    });
  }
  return asked;
}

function sessionFor(
  world: World,
  params: SessionParams,
  plan: Omit<CheckoutPlan, 'id'>,
  currency: string,
  baseUrl: string,
): CheckoutSession {
  const id = world.ids.next('checkoutSession');
  const hasTrial = plan.trialDays !== null || plan.trialEnd !== null;
  const due = dueToday(plan.lineItems, hasTrial);
  const consent = params.consent_collection;
  const isSubscription = params.mode === 'subscription';
  const hint = (text: { message: string } | null | undefined) => text ?? null;
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: params.adaptive_pricing?.enabled ?? true },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: null,
    amount_subtotal: due,
    amount_total: due,
    automatic_tax: {
      enabled: params.automatic_tax?.enabled ?? false,
      liability: params.automatic_tax?.enabled ? { type: 'self' } : null,
      provider: params.automatic_tax?.enabled ? 'stripe' : null,
      status: null,
    },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: consent
      ? {
          payment_method_reuse_agreement: consent.payment_method_reuse_agreement ?? null,
          promotions: consent.promotions ?? null,
          terms_of_service: consent.terms_of_service ?? null,
        }
      : null,
    created: world.now(),
    currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: hint(params.custom_text?.after_submit),
      shipping_address: hint(params.custom_text?.shipping_address),
      submit: hint(params.custom_text?.submit),
      terms_of_service_acceptance: hint(params.custom_text?.terms_of_service_acceptance),
    },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation:
      params.customer === undefined ? (params.customer_creation ?? (isSubscription ? 'always' : 'if_required')) : null,
    customer_details: detailsOf(world, params),
    customer_email: params.customer_email ?? null,
    discounts: [],
    expires_at: expiry(world, params.expires_at),
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: changedMetadata({}, params.metadata),
    mode: params.mode,
    origin_context: params.origin_context ?? null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: isSubscription
      ? (params.payment_method_collection ?? 'always')
      : 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: params.payment_method_types ?? ['card'],
    payment_status: due === 0 && total(plan.lineItems) === 0 ? 'no_payment_required' : 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: params.phone_number_collection?.enabled ?? false },
    recovered_from: null,
    saved_payment_method_options: {
      allow_redisplay_filters: params.saved_payment_method_options?.allow_redisplay_filters ?? ['always'],
      payment_method_remove: params.saved_payment_method_options?.payment_method_remove ?? 'disabled',
      payment_method_save: params.saved_payment_method_options?.payment_method_save ?? null,
    },
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url ?? null,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${baseUrl}/c/pay/${id}`,
    wallet_options: null,
  };
}

function detailsOf(world: World, params: SessionParams): CheckoutSession['customer_details'] {
  const customer = params.customer === undefined ? null : existingCustomer(world, params.customer);
  const email = customer?.email ?? params.customer_email ?? null;
  if (email === null) return null;
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}
