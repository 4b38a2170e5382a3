/** /v1/payment_methods: saved cards. */
import { attachCard, saveCard } from '../billing/paying.js';
import type { BillingDetails, TypedCard } from '../billing/payment-objects.js';
import { readCard } from '../checkout/card-entry.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { cardRefused, invalidParameter, noSuch, refused } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import {
  changedMetadata,
  hash,
  integer,
  metadata,
  oneOf,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { PaymentMethod } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { cardOfToken, NO_BILLING, paymentMethodNamed } from './named-cards.js';
import { addressFrom, BILLING_DETAILS } from './parameters.js';

const EXPIRY = { exp_month: integer({ min: 1, max: 12 }), exp_year: integer({ min: 1970 }) };

const CARD = { ...EXPIRY, cvc: text(), number: text(), token: text() };

const UPDATE = {
  allow_redisplay: oneOf('always', 'limited', 'unspecified'),
  billing_details: hash(BILLING_DETAILS),
  card: hash(EXPIRY),
  metadata: metadata(),
};

const CREATE = { ...UPDATE, card: required(hash(CARD)), type: required(oneOf('card')) };

function existing(world: World, id: string): PaymentMethod {
  const paymentMethod = world.shelves.paymentMethods.get(id);
  if (!paymentMethod) throw noSuch('PaymentMethod', id);
  return paymentMethod;
}

/** Takes a card off its customer and out of every place that would charge it. */
function detachCard(world: World, paymentMethod: PaymentMethod): PaymentMethod {
  const customer = world.shelves.customers.get(paymentMethod.customer ?? '');
  if (
    customer &&
    !customer.deleted &&
    customer.invoice_settings.default_payment_method === paymentMethod.id
  ) {
    const settings = { ...customer.invoice_settings, default_payment_method: null };
    world.update(
      world.shelves.customers,
      customer,
      { invoice_settings: settings },
      'customer.updated',
    );
  }
  return world.update(
    world.shelves.paymentMethods,
    paymentMethod,
    { customer: null },
    'payment_method.detached',
  );
}

/** The card of a new payment method: a token's, or a number typed in. */
function cardFrom(world: World, card: Params<typeof CARD>): TypedCard {
  if (card.token !== undefined) return cardOfToken(world, card.token, 'card[token]');
  const { number, exp_month: month, exp_year: year, cvc = '123' } = card;
  if (number === undefined || month === undefined || year === undefined) {
    throw invalidParameter(
      'Missing required param: card[number], card[exp_month] and card[exp_year], or card[token].',
      'card',
      'parameter_missing',
    );
  }
  const entry = readCard({ number, expiry: `${month}/${year}`, cvc }, world.clock.accountNow());
  if (!entry.ok) throw cardRefused(entry.refusal);
  return entry.card;
}

function billingFrom(
  before: BillingDetails,
  given: Params<typeof BILLING_DETAILS> | undefined,
): BillingDetails {
  if (!given) return before;
  const { address, ...plain } = given;
  return {
    ...before,
    ...plain,
    ...(address === undefined ? {} : { address: address && addressFrom(address) }),
  };
}

function update(world: World, before: PaymentMethod, params: Params<typeof UPDATE>): PaymentMethod {
  if (before.customer === null) {
    throw refused('You must save this PaymentMethod to a customer before you can update it.', {
      code: 'payment_method_unexpected_state',
    });
  }
  return world.update(
    world.shelves.paymentMethods,
    before,
    {
      metadata: changedMetadata(before.metadata ?? {}, params.metadata),
      billing_details: {
        ...billingFrom(before.billing_details, params.billing_details),
        tax_id: before.billing_details.tax_id,
      },
      ...(params.allow_redisplay ? { allow_redisplay: params.allow_redisplay } : {}),
      ...(before.card && params.card ? { card: { ...before.card, ...params.card } } : {}),
    },
    'payment_method.updated',
  );
}

export const paymentMethods: Endpoint[] = [
  endpoint('POST', '/v1/payment_methods', CREATE, ({ world, params }) => {
    const billing = billingFrom(NO_BILLING, params.billing_details);
    const saved = saveCard(world, cardFrom(world, params.card), billing);
    return world.update(world.shelves.paymentMethods, saved, {
      allow_redisplay: params.allow_redisplay ?? 'unspecified',
      metadata: changedMetadata({}, params.metadata),
    });
  }),

  endpoint('GET', '/v1/payment_methods/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint('POST', '/v1/payment_methods/:id', UPDATE, ({ world, id, params }) =>
    update(world, existing(world, id), params),
  ),

  endpoint(
    'POST',
    '/v1/payment_methods/:id/attach',
    { customer: required(text()) },
    ({ world, id, params }) => {
      existingCustomer(world, params.customer, 'customer');
      const paymentMethod = paymentMethodNamed(world, id, 'id');
      if (paymentMethod.customer !== null && paymentMethod.customer !== params.customer) {
        throw refused('The payment method you provided has already been attached to a customer.', {
          code: 'payment_method_unexpected_state',
        });
      }
      return attachCard(world, paymentMethod.id, params.customer);
    },
  ),

  endpoint('POST', '/v1/payment_methods/:id/detach', {}, ({ world, id }) => {
    const paymentMethod = existing(world, id);
    if (paymentMethod.customer === null) {
      throw refused(
        'The payment method you provided is not attached to a customer so detachment is impossible.',
        { code: 'payment_method_unexpected_state' },
      );
    }
    return detachCard(world, paymentMethod);
  }),

  endpoint(
    'GET',
    '/v1/payment_methods',
    {
      ...PAGE,
      allow_redisplay: oneOf('always', 'limited', 'unspecified'),
      customer: text(),
      type: text(),
    },
    ({ world, params }) => {
      const found = world.shelves.paymentMethods
        .newestFirst()
        .filter(
          ({ customer, type }) =>
            customer !== null &&
            (params.customer ?? customer) === customer &&
            (params.type ?? type) === type,
        );
      return page(found, params, '/v1/payment_methods');
    },
  ),
];
