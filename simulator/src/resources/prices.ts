/** /v1/prices: what a product costs. An amount never changes: a new price is made and the old one put away. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { invalidParameter, noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  clearable,
  hash,
  list,
  metadata,
  oneOf,
  range,
  required,
  text,
  type Params,
} from '../http/rules.js';
import type { Price } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { newPrice, newProduct, PRICE_AMOUNT } from './catalog.js';

const CREATE = {
  ...PRICE_AMOUNT,
  active: boolean(),
  billing_scheme: oneOf('per_unit'),
  lookup_key: text({ max: 200 }),
  metadata: metadata(),
  nickname: clearable(text()),
  product: text(),
  product_data: hash({
    active: boolean(),
    id: text(),
    metadata: metadata(),
    name: required(text()),
    statement_descriptor: text({ max: 22 }),
    tax_code: text(),
    unit_label: text({ max: 12 }),
  }),
  transfer_lookup_key: boolean(),
};

export function existingPrice(world: World, id: string, param = 'id'): Price {
  const price = world.shelves.prices.get(id);
  if (!price) throw noSuch('price', id, param);
  return price;
}

/** A lookup key belongs to one price; it moves only when the caller says so. */
function claimLookupKey(world: World, key: string | undefined, transfer: boolean): void {
  const [holder] = world.shelves.prices.where(
    (price) => key !== undefined && price.lookup_key === key,
  );
  if (!holder) return;
  if (!transfer) {
    throw refused(`A price (\`${holder.id}\`) already uses that lookup key.`, {
      param: 'lookup_key',
    });
  }
  world.update(world.shelves.prices, holder, { lookup_key: null }, 'price.updated');
}

function productFor(world: World, params: Params<typeof CREATE>): string {
  if (params.product !== undefined && params.product_data === undefined) {
    if (!world.shelves.products.get(params.product)) {
      throw noSuch('product', params.product, 'product');
    }
    return params.product;
  }
  if (params.product_data !== undefined && params.product === undefined) {
    const product = newProduct(world, params.product_data);
    return world.create(world.shelves.products, product, 'product.created').id;
  }
  throw invalidParameter(
    'You must specify either `product` or `product_data` when creating a price.',
    'product',
    'parameter_missing',
  );
}

export const prices: Endpoint[] = [
  endpoint('POST', '/v1/prices', CREATE, ({ world, params }) => {
    const checked = newPrice(world, { ...params, product: '' });
    claimLookupKey(world, params.lookup_key, params.transfer_lookup_key ?? false);
    const price = { ...checked, product: productFor(world, params) };
    return world.create(world.shelves.prices, price, 'price.created');
  }),

  endpoint('GET', '/v1/prices/:id', {}, ({ world, id }) => existingPrice(world, id)),

  endpoint(
    'POST',
    '/v1/prices/:id',
    {
      active: boolean(),
      lookup_key: text({ max: 200 }),
      metadata: metadata(),
      nickname: clearable(text()),
      tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
      transfer_lookup_key: boolean(),
    },
    ({ world, id, params }) => {
      const price = existingPrice(world, id);
      const { transfer_lookup_key: transfer, ...changes } = params;
      if (price.lookup_key !== (params.lookup_key ?? price.lookup_key)) {
        claimLookupKey(world, params.lookup_key, transfer ?? false);
      }
      const meta = changedMetadata(price.metadata, params.metadata);
      return world.update(
        world.shelves.prices,
        price,
        { ...changes, metadata: meta },
        'price.updated',
      );
    },
  ),

  endpoint(
    'GET',
    '/v1/prices',
    {
      ...PAGE,
      active: boolean(),
      created: range(),
      currency: text(),
      lookup_keys: list(text(), { max: 10 }),
      product: text(),
      recurring: hash({ interval: text(), usage_type: text() }),
      type: oneOf('one_time', 'recurring'),
    },
    ({ world, params }) => {
      const found = world.shelves.prices
        .newestFirst()
        .filter(
          (price) =>
            inRange(price.created, params.created) &&
            (params.active ?? price.active) === price.active &&
            (params.currency ?? price.currency) === price.currency &&
            (params.lookup_keys?.includes(price.lookup_key ?? '') ?? true) &&
            (params.product ?? price.product) === price.product &&
            (params.type ?? price.type) === price.type &&
            (params.recurring?.interval ?? price.recurring?.interval) === price.recurring?.interval,
        );
      return page(found, params, '/v1/prices');
    },
  ),
];
