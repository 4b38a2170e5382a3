/** Before each file's tests are read: takes a product for them, and gives it back once they are through. */
import { afterAll } from 'vitest';
import { claimProduct } from './product.js';

afterAll(await claimProduct());
