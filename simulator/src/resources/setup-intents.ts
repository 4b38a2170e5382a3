// /v1/setup_intents: how a card was saved without being charged.
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import { range, text } from '../http/rules.js';

export const setupIntents: Endpoint[] = [
  endpoint('GET', '/v1/setup_intents/:id', { client_secret: text() }, ({ world, id }) => {
    const intent = world.shelves.setupIntents.get(id);
    if (!intent) throw noSuch('setupintent', id);
    return intent;
  }),

  endpoint(
    'GET',
    '/v1/setup_intents',
    { ...PAGE, created: range(), customer: text(), payment_method: text() },
    ({ world, params }) => {
      const found = world.shelves.setupIntents
        .newestFirst()
        .filter(
          (intent) =>
            inRange(intent.created, params.created) &&
            (params.customer ?? intent.customer) === intent.customer &&
            (params.payment_method ?? intent.payment_method) === intent.payment_method,
        );
      return page(found, params, '/v1/setup_intents');
    },
  ),
];
