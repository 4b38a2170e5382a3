/** /v1/customers/:id/sources: cards saved the old way. Each is a payment method of the same id as well. */
import { saveSource } from '../billing/sources.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch } from '../http/errors.js';
import { PAGE, page } from '../http/pagination.js';
import { changedMetadata, clearable, metadata, oneOf, required, text } from '../http/rules.js';
import type { Source } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { existingCustomer } from './customers.js';
import { cardOfToken } from './named-cards.js';

function existing(world: World, customer: string, id: string): Source {
  const source = world.shelves.sources.get(id);
  if (source?.customer !== customer) throw noSuch('source', id);
  return source;
}

export const sources: Endpoint[] = [
  endpoint(
    'POST',
    '/v1/customers/:id/sources',
    { source: required(text()) },
    ({ world, id, params }) =>
      saveSource(world, existingCustomer(world, id), cardOfToken(world, params.source, 'source')),
  ),

  endpoint('GET', '/v1/customers/:id/sources/:child', {}, ({ world, id, child }) =>
    existing(world, existingCustomer(world, id).id, child),
  ),

  endpoint(
    'POST',
    '/v1/customers/:id/sources/:child',
    { metadata: metadata(), name: clearable(text()) },
    ({ world, id, child, params }) => {
      const source = existing(world, id, child);
      const meta = changedMetadata(source.metadata ?? {}, params.metadata);
      return world.update(
        world.shelves.sources,
        source,
        { ...params, metadata: meta },
        'customer.source.updated',
      );
    },
  ),

  endpoint('DELETE', '/v1/customers/:id/sources/:child', {}, ({ world, id, child }) => {
    const customer = existingCustomer(world, id);
    const source = existing(world, id, child);
    world.shelves.sources.remove(child);
    world.shelves.paymentMethods.remove(child);
    world.emit('customer.source.deleted', source);
    if (customer.default_source === child) {
      const [next] = world.shelves.sources.where((each) => each.customer === id);
      const changes = { default_source: next?.id ?? null };
      world.update(world.shelves.customers, customer, changes, 'customer.updated');
    }
    return { id: child, object: 'card', deleted: true };
  }),

  endpoint(
    'GET',
    '/v1/customers/:id/sources',
    { ...PAGE, object: oneOf('card') },
    ({ world, id, params }) => {
      existingCustomer(world, id);
      const found = world.shelves.sources.newestFirst().filter(({ customer }) => customer === id);
      return page(found, params, `/v1/customers/${id}/sources`);
    },
  ),
];
