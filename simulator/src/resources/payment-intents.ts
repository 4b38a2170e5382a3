// /v1/payment_intents: every payment that was tried, and how it went.
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import { changedMetadata, clearable, metadata, range, text } from '../http/rules.js';
import type { PaymentIntent } from '../stripe-objects.js';
import type { World } from '../world/world.js';

function existing(world: World, id: string): PaymentIntent {
  const intent = world.shelves.paymentIntents.get(id);
  if (!intent) throw noSuch('payment_intent', id);
  return intent;
}

export const paymentIntents: Endpoint[] = [
  endpoint('GET', '/v1/payment_intents/:id', { client_secret: text() }, ({ world, id }) =>
    existing(world, id),
  ),

  endpoint(
    'POST',
    '/v1/payment_intents/:id',
    { description: clearable(text()), metadata: metadata() },
    ({ world, id, params }) => {
      const intent = existing(world, id);
      return world.update(world.shelves.paymentIntents, intent, {
        ...params,
        metadata: changedMetadata(intent.metadata, params.metadata),
      });
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
