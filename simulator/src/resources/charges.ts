/** /v1/charges: the bank's answers, and payments made the old way, without an intent. */
import { captureCharge } from '../billing/capturing.js';
import { charge, paymentMethodOf, saveCard } from '../billing/paying.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { cardRefused, invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  integer,
  metadata,
  range,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { Charge, PaymentMethod } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { cardOfToken, NO_BILLING } from './named-cards.js';
import { supportedCurrency } from './parameters.js';

const CREATE = {
  amount: required(integer({ min: 1, max: 99_999_999 })),
  capture: boolean(),
  currency: required(text()),
  customer: text(),
  description: clearable(text()),
  metadata: metadata(),
  receipt_email: text(),
  source: text(),
};

export function existingCharge(world: World, id: string, param = 'id'): Charge {
  const found = world.shelves.charges.get(id);
  if (!found) throw noSuch('charge', id, param);
  return found;
}

/** A charge that took money, which its cardholder may deny. */
export function paidCharge(world: World, id: string): Charge {
  const found = existingCharge(world, id);
  if (!found.paid) throw refused(`Charge ${id} failed; nobody has paid.`);
  return found;
}

/** A token pays once; a customer pays with the source named, or else with their default one. */
function cardToCharge(
  world: World,
  { customer, source }: Pick<Params<typeof CREATE>, 'customer' | 'source'>,
): PaymentMethod {
  if (customer === undefined) {
    if (source !== undefined) {
      return saveCard(world, cardOfToken(world, source, 'source'), NO_BILLING, 'card');
    }
    throw invalidParameter('Must provide source or customer.', 'source', 'parameter_missing');
  }
  const { default_source: usual } = existingCustomer(world, customer, 'customer');
  const id = source ?? (typeof usual === 'string' ? usual : null);
  if (id === null) {
    throw refused('Cannot charge a customer that has no active card', { code: 'missing' });
  }
  if (world.shelves.sources.get(id)?.customer !== customer) throw noSuch('source', id, 'source');
  return paymentMethodOf(world, id);
}

function create(world: World, params: Params<typeof CREATE>): Charge {
  const made = charge(
    world,
    {
      id: null,
      amount: params.amount,
      capture_method: params.capture === false ? 'manual' : 'automatic',
      currency: supportedCurrency(params.currency),
      customer: params.customer ?? null,
      description: params.description ?? null,
      metadata: changedMetadata({}, params.metadata),
      receipt_email: params.receipt_email ?? null,
    },
    cardToCharge(world, params),
  );
  if (made.refusal) throw cardRefused(made.refusal);
  return made.charge;
}

export const charges: Endpoint[] = [
  endpoint('POST', '/v1/charges', CREATE, ({ world, params }) => create(world, params)),

  endpoint('GET', '/v1/charges/:id', {}, ({ world, id }) => existingCharge(world, id)),

  endpoint(
    'POST',
    '/v1/charges/:id',
    { description: clearable(text()), metadata: metadata() },
    ({ world, id, params }) => {
      const before = existingCharge(world, id);
      return world.update(world.shelves.charges, before, {
        ...params,
        metadata: changedMetadata(before.metadata, params.metadata),
      });
    },
  ),

  endpoint(
    'POST',
    '/v1/charges/:id/capture',
    { amount: integer({ min: 1 }) },
    ({ world, id, params }) => {
      const held = existingCharge(world, id);
      if (held.payment_intent !== null) {
        throw refused('This charge belongs to a PaymentIntent; capture the PaymentIntent instead.');
      }
      if (held.captured) {
        throw refused(`Charge ${id} has already been captured.`, {
          code: 'charge_already_captured',
        });
      }
      const amount = params.amount ?? held.amount;
      if (!held.paid || amount > held.amount) {
        throw refused('The amount to capture is greater than what is held.', { param: 'amount' });
      }
      return captureCharge(world, held, amount);
    },
  ),

  endpoint(
    'GET',
    '/v1/charges',
    { ...PAGE, created: range(), customer: text(), payment_intent: text() },
    ({ world, params }) => {
      const found = world.shelves.charges
        .newestFirst()
        .filter(
          (each) =>
            inRange(each.created, params.created) &&
            (params.customer ?? each.customer) === each.customer &&
            (params.payment_intent ?? each.payment_intent) === each.payment_intent,
        );
      return page(found, params, '/v1/charges');
    },
  ),
];
