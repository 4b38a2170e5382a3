/** /v1/products: what is sold. */
import { endpoint, type Endpoint } from '../http/endpoint.js';
import { noSuch, refused } from '../http/errors.js';
import { inRange, PAGE, page } from '../http/pagination.js';
import {
  boolean,
  changedMetadata,
  hash,
  list,
  metadata,
  oneOf,
  range,
  required,
  text,
} from '../http/rules.js';
import type { Product } from '../stripe-objects.js';
import type { World } from '../world/world.js';
import { newPrice, newProduct, PRICE_AMOUNT, PRODUCT_DETAILS } from './catalog.js';

const CREATE = {
  ...PRODUCT_DETAILS,
  id: text(),
  name: required(text()),
  type: oneOf('good', 'service'),
  default_price_data: hash({ ...PRICE_AMOUNT, metadata: metadata() }),
};

const UPDATE = { ...PRODUCT_DETAILS, name: text(), default_price: text() };

function existingProduct(world: World, id: string): Product {
  const product = world.shelves.products.get(id);
  if (!product) throw noSuch('product', id);
  return product;
}

export const products: Endpoint[] = [
  endpoint('POST', '/v1/products', CREATE, ({ world, params }) => {
    const { products: shelf, prices } = world.shelves;
    if (params.id !== undefined && shelf.get(params.id)) {
      throw refused('Product already exists.', { code: 'resource_already_exists', param: 'id' });
    }
    const product = newProduct(world, params);
    const price =
      params.default_price_data &&
      newPrice(world, { ...params.default_price_data, product: product.id });
    const created = world.create(
      shelf,
      { ...product, default_price: price?.id ?? null },
      'product.created',
    );
    if (price) world.create(prices, price, 'price.created');
    return created;
  }),

  endpoint('GET', '/v1/products/:id', {}, ({ world, id }) => existingProduct(world, id)),

  endpoint('POST', '/v1/products/:id', UPDATE, ({ world, id, params }) => {
    const product = existingProduct(world, id);
    const { default_price: price } = params;
    if (price !== undefined && world.shelves.prices.get(price)?.product !== id) {
      throw noSuch('price', price, 'default_price');
    }
    const changes: Partial<Product> = {
      ...params,
      images: params.images === undefined ? product.images : (params.images ?? []),
      marketing_features:
        params.marketing_features === undefined
          ? product.marketing_features
          : (params.marketing_features ?? []),
      metadata: changedMetadata(product.metadata, params.metadata),
      updated: world.now(),
    };
    return world.update(world.shelves.products, product, changes, 'product.updated');
  }),

  endpoint('DELETE', '/v1/products/:id', {}, ({ world, id }) => {
    const product = existingProduct(world, id);
    if (world.shelves.prices.where((price) => price.product === id).length > 0) {
      throw refused(
        'This product cannot be deleted because it has one or more user-created prices.',
      );
    }
    world.shelves.products.remove(id);
    world.emit('product.deleted', product);
    return { id, object: 'product', deleted: true };
  }),

  endpoint(
    'GET',
    '/v1/products',
    {
      ...PAGE,
      active: boolean(),
      created: range(),
      ids: list(text()),
      shippable: boolean(),
      type: text(),
      url: text(),
    },
    ({ world, params }) => {
      const found = world.shelves.products
        .newestFirst()
        .filter(
          (product) =>
            inRange(product.created, params.created) &&
            (params.active ?? product.active) === product.active &&
            (params.ids?.includes(product.id) ?? true) &&
            (params.shippable ?? product.shippable) === product.shippable &&
            (params.type ?? product.type) === product.type &&
            (params.url ?? product.url) === product.url,
        );
      return page(found, params, '/v1/products');
    },
  ),
];
