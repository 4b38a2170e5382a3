// /v1/charges: the bank's answers.
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import { changedMetadata, clearable, metadata, range, text } from '../http/rules.js';
import type { Charge } from '../stripe-objects.js';
import type { World } from '../world/world.js';

export function existingCharge(world: World, id: string, param = 'id'): Charge {
  const charge = world.shelves.charges.get(id);
  if (!charge) throw noSuch('charge', id, param);
  return charge;
}

export const charges: Endpoint[] = [
  endpoint('GET', '/v1/charges/:id', {}, ({ world, id }) => existingCharge(world, id)),

  endpoint(
    'POST',
    '/v1/charges/:id',
    { description: clearable(text()), metadata: metadata() },
    ({ world, id, params }) => {
      const charge = existingCharge(world, id);
      return world.update(world.shelves.charges, charge, {
        ...params,
        metadata: changedMetadata(charge.metadata, params.metadata),
      });
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
          (charge) =>
            inRange(charge.created, params.created) &&
            (params.customer ?? charge.customer) === charge.customer &&
            (params.payment_intent ?? charge.payment_intent) === charge.payment_intent,
        );
      return page(found, params, '/v1/charges');
    },
  ),
];
