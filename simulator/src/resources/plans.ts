/** /v1/plans: recurring prices as they were called before; a plan and the price of the same id are one thing. */
import { planOf } from '../billing/subscription-objects.js';
import { isOver } from '../billing/subscription-rules.js';
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  integer,
  metadata,
  oneOf,
  range,
  required,
  text,
  textOr,
  type Params,
} from '../http/rules.js';
import type { Plan, Price } from '../stripe-objects.js';
import { previousAttributes } from '../world/previous-attributes.js';
import type { World } from '../world/world.js';
import { newPrice, newProduct } from './catalog.js';

const CREATE = {
  active: boolean(),
  amount: required(integer({ min: 0, max: 99_999_999 })),
  currency: required(text()),
  interval: required(oneOf('day', 'week', 'month', 'year')),
  interval_count: integer({ min: 1 }),
  metadata: metadata(),
  nickname: clearable(text()),
  product: required(
    textOr(
      hash({
        active: boolean(),
        id: text(),
        metadata: metadata(),
        name: required(text()),
        statement_descriptor: text({ max: 22 }),
        unit_label: text({ max: 12 }),
      }),
    ),
  ),
};

function existing(world: World, id: string): Price {
  const price = world.shelves.prices.get(id);
  if (!price?.recurring) throw noSuch('plan', id);
  return price;
}

function productFor(world: World, given: Params<typeof CREATE>['product']): string {
  if (typeof given !== 'string') {
    return world.create(world.shelves.products, newProduct(world, given), 'product.created').id;
  }
  if (!world.shelves.products.get(given)) throw noSuch('product', given, 'product');
  return given;
}

function create(world: World, params: Params<typeof CREATE>): Plan {
  const { amount, interval, interval_count: count, product, ...plain } = params;
  const price: Price = {
    ...newPrice(world, {
      ...plain,
      product: productFor(world, product),
      unit_amount: amount,
      recurring: { interval, interval_count: count },
    }),
    id: world.ids.next('plan'),
  };
  world.shelves.prices.put(price);
  const plan = planOf(price);
  world.emit('plan.created', plan);
  world.emit('price.created', price);
  return plan;
}

function update(world: World, before: Price, changes: Partial<Price>): Plan {
  const after = world.update(world.shelves.prices, before, changes, 'price.updated');
  const [old, plan] = [planOf(before), planOf(after)];
  if (after !== before) world.emit('plan.updated', plan, previousAttributes(old, plan));
  return plan;
}

/** Whoever pays by it goes on paying, so it stays where somebody does. */
function requireUnused(world: World, price: Price): void {
  const [user] = world.shelves.subscriptions.where(
    (subscription) =>
      !isOver(subscription) && subscription.items.data.some((item) => item.price.id === price.id),
  );
  if (user) throw refused('This plan cannot be deleted because subscriptions still use it.');
}

export const plans: Endpoint[] = [
  endpoint('POST', '/v1/plans', CREATE, ({ world, params }) => create(world, params)),

  endpoint('GET', '/v1/plans/:id', {}, ({ world, id }) => planOf(existing(world, id))),

  endpoint(
    'POST',
    '/v1/plans/:id',
    { active: boolean(), metadata: metadata(), nickname: clearable(text()) },
    ({ world, id, params }) => {
      const price = existing(world, id);
      const meta = changedMetadata(price.metadata, params.metadata);
      return update(world, price, { ...params, metadata: meta });
    },
  ),

  endpoint('DELETE', '/v1/plans/:id', {}, ({ world, id }) => {
    const price = existing(world, id);
    requireUnused(world, price);
    world.shelves.prices.remove(id);
    world.emit('plan.deleted', planOf(price));
    world.emit('price.deleted', price);
    return { id, object: 'plan', deleted: true };
  }),

  endpoint(
    'GET',
    '/v1/plans',
    { ...PAGE, active: boolean(), created: range(), product: text() },
    ({ world, params }) => {
      const found = world.shelves.prices
        .newestFirst()
        .filter(
          (price) =>
            price.recurring !== null &&
            inRange(price.created, params.created) &&
            (params.active ?? price.active) === price.active &&
            (params.product ?? price.product) === price.product,
        );
      return page(found.map(planOf), params, '/v1/plans');
    },
  ),
];
