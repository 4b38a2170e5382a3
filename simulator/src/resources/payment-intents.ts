/** /v1/payment_intents: every payment that was tried, and how it went. */
import { cancelPayment, capturePayment } from '../billing/capturing.js';
import { newPaymentIntent } from '../billing/payment-objects.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  integer,
  list,
  metadata,
  oneOf,
  range,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { PaymentIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCharge } from './charges.js';
import { confirmPaymentIntent, invoiceOf } from './confirming.js';
import { existingCustomer } from './customers.js';
import { usablePaymentMethod } from './named-cards.js';
import { SHIPPING, shippingFrom, supportedCurrency } from './parameters.js';

const CONFIRM = {
  off_session: boolean(),
  payment_method: text(),
  payment_method_types: list(oneOf('card')),
  receipt_email: clearable(text()),
  return_url: text(),
  setup_future_usage: clearable(oneOf('off_session', 'on_session')),
  shipping: clearable(hash(SHIPPING)),
};

const UPDATE = {
  amount: integer({ min: 1, max: 99_999_999 }),
  currency: text(),
  customer: text(),
  description: clearable(text({ max: 1000 })),
  metadata: metadata(),
  payment_method: text(),
  payment_method_types: list(oneOf('card')),
  receipt_email: clearable(text()),
  setup_future_usage: clearable(oneOf('off_session', 'on_session')),
  shipping: clearable(hash(SHIPPING)),
};

const CREATE = {
  ...UPDATE,
  amount: required(integer({ min: 1, max: 99_999_999 })),
  automatic_payment_methods: hash({
    allow_redirects: oneOf('always', 'never'),
    enabled: required(boolean()),
  }),
  capture_method: oneOf('automatic', 'automatic_async', 'manual'),
  confirm: boolean(),
  confirmation_method: oneOf('automatic', 'manual'),
  currency: required(text()),
  off_session: boolean(),
  return_url: text(),
};

const CONFIRMABLE: readonly string[] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

function existing(world: World, id: string): PaymentIntent {
  const intent = world.shelves.paymentIntents.get(id);
  if (!intent) throw noSuch('payment_intent', id);
  return intent;
}

function inState(intent: PaymentIntent, verb: string, states: readonly string[]): PaymentIntent {
  if (states.includes(intent.status)) return intent;
  throw refused(
    `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${verb}: ${states.join(', ')}.`,
    { code: 'payment_intent_unexpected_state' },
  );
}

/** The fields a request may set at any time before the payment is made; a card that is given waits for confirmation. */
function changesOf(
  world: World,
  intent: PaymentIntent,
  params: Params<typeof UPDATE>,
): Partial<PaymentIntent> {
  const { currency, customer, payment_method: card, shipping, metadata: meta, ...plain } = params;
  const owner =
    customer === undefined ? intent.customer : existingCustomer(world, customer, 'customer').id;
  return {
    ...plain,
    customer: owner,
    metadata: changedMetadata(intent.metadata, meta),
    ...(currency === undefined ? {} : { currency: supportedCurrency(currency) }),
    ...(shipping === undefined ? {} : { shipping: shipping && shippingFrom(shipping) }),
    ...(card === undefined
      ? {}
      : {
          payment_method: usablePaymentMethod(world, card, owner).id,
          status: 'requires_confirmation' as const,
        }),
  };
}

function create(world: World, params: Params<typeof CREATE>): PaymentIntent {
  const {
    automatic_payment_methods: automatic,
    capture_method: capture,
    confirmation_method: confirmation,
    confirm: _confirm,
    off_session: _offSession,
    return_url: _returnUrl,
    ...details
  } = params;
  const blank = newPaymentIntent({
    id: world.ids.next('paymentIntent'),
    secret: world.ids.next('secret'),
    now: world.clock.accountNow(),
    customer: null,
    paymentMethod: null,
    amount: params.amount,
    currency: params.currency,
    description: null,
    metadata: {},
    receiptEmail: null,
    savesCard: false,
  });
  const intent: PaymentIntent = {
    ...blank,
    ...changesOf(world, blank, details),
    ...(automatic ? { automatic_payment_methods: automatic } : {}),
    capture_method: capture ?? 'automatic',
    confirmation_method: confirmation ?? 'automatic',
  };
  return world.create(world.shelves.paymentIntents, intent, 'payment_intent.created');
}

function confirm(
  world: World,
  intent: PaymentIntent,
  params: { off_session?: boolean; return_url?: string },
): PaymentIntent {
  if (intent.payment_method === null) {
    throw refused(
      'You cannot confirm this PaymentIntent because it is missing a payment method. To confirm this PaymentIntent, specify a payment method.',
      { code: 'payment_intent_unexpected_state', param: 'payment_method' },
    );
  }
  return confirmPaymentIntent(world, intent, {
    offSession: params.off_session ?? false,
    returnUrl: params.return_url ?? null,
  });
}

export const paymentIntents: Endpoint[] = [
  endpoint('POST', '/v1/payment_intents', CREATE, ({ world, params }) => {
    if (params.off_session !== undefined && params.confirm !== true) {
      throw invalidParameter(
        'You can only set `off_session` when `confirm` is true.',
        'off_session',
      );
    }
    const intent = create(world, params);
    return params.confirm === true ? confirm(world, intent, params) : intent;
  }),

  endpoint('GET', '/v1/payment_intents/:id', { client_secret: text() }, ({ world, id }) =>
    existing(world, id),
  ),

  endpoint('POST', '/v1/payment_intents/:id', UPDATE, ({ world, id, params }) => {
    const intent = existing(world, id);
    const { description: _description, metadata: _metadata, ...more } = params;
    // What explains a payment can be changed for ever; what makes it, only before it is made.
    if (Object.keys(more).length > 0) inState(intent, 'updated', CONFIRMABLE);
    return world.update(world.shelves.paymentIntents, intent, changesOf(world, intent, params));
  }),

  endpoint('POST', '/v1/payment_intents/:id/confirm', CONFIRM, ({ world, id, params }) => {
    const intent = inState(existing(world, id), 'confirmed', CONFIRMABLE);
    const { off_session: _offSession, return_url: _returnUrl, ...changes } = params;
    const ready = world.update(
      world.shelves.paymentIntents,
      intent,
      changesOf(world, intent, changes),
    );
    return confirm(world, ready, params);
  }),

  endpoint(
    'POST',
    '/v1/payment_intents/:id/capture',
    { amount_to_capture: integer({ min: 1 }), metadata: metadata() },
    ({ world, id, params }) => {
      const intent = inState(existing(world, id), 'captured', ['requires_capture']);
      const amount = params.amount_to_capture ?? intent.amount_capturable;
      if (amount > intent.amount_capturable) {
        throw refused(
          'The amount to capture is greater than the remaining amount you can capture.',
          { code: 'amount_too_large', param: 'amount_to_capture' },
        );
      }
      const meta = changedMetadata(intent.metadata, params.metadata);
      const charge = existingCharge(world, intent.latest_charge ?? '');
      return capturePayment(world, { ...intent, metadata: meta }, charge, amount);
    },
  ),

  endpoint(
    'POST',
    '/v1/payment_intents/:id/cancel',
    {
      cancellation_reason: oneOf('abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'),
    },
    ({ world, id, params }) => {
      const intent = inState(existing(world, id), 'canceled', [...CONFIRMABLE, 'requires_capture']);
      if (invoiceOf(world, id)) {
        throw refused(
          'You cannot cancel the PaymentIntent of an invoice; void the invoice instead.',
        );
      }
      return cancelPayment(world, intent, params.cancellation_reason ?? null);
    },
  ),

  endpoint(
    'GET',
    '/v1/payment_intents',
    { ...PAGE, created: range(), customer: text() },
    ({ world, params }) => {
      const found = world.shelves.paymentIntents
        .newestFirst()
        .filter(
          ({ created, customer }) =>
            inRange(created, params.created) && (params.customer ?? customer) === customer,
        );
      return page(found, params, '/v1/payment_intents');
    },
  ),
];
