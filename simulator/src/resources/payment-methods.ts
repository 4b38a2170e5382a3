// /v1/payment_methods: saved cards.
import { attachCard } from '../billing/paying.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import { changedMetadata, metadata, oneOf, required, text } from '../http/rules.js';
import type { PaymentMethod } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';

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

export const paymentMethods: Endpoint[] = [
  endpoint('GET', '/v1/payment_methods/:id', {}, ({ world, id }) => existing(world, id)),

  endpoint('POST', '/v1/payment_methods/:id', { metadata: metadata() }, ({ world, id, params }) => {
    const paymentMethod = existing(world, id);
    return world.update(world.shelves.paymentMethods, paymentMethod, {
      metadata: changedMetadata(paymentMethod.metadata ?? {}, params.metadata),
    });
  }),

  endpoint(
    'POST',
    '/v1/payment_methods/:id/attach',
    { customer: required(text()) },
    ({ world, id, params }) => {
      const paymentMethod = existing(world, id);
      existingCustomer(world, params.customer, 'customer');
      if (paymentMethod.customer !== null && paymentMethod.customer !== params.customer) {
        throw refused('The payment method you provided has already been attached to a customer.', {
          code: 'payment_method_unexpected_state',
        });
      }
      return attachCard(world, id, params.customer);
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
