/** The product that this worker's tests are about; the other worker has another. */
import { inject } from 'vitest';
import type { Product } from './product.setup.js';

export function product(): Product {
  const products = inject('products');
  const mine = products[(Number(process.env['VITEST_POOL_ID']) - 1) % products.length];
  if (mine === undefined) throw new Error('There is no product for this worker.');
  return mine;
}
