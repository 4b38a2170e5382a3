/** The product that this file's tests are about: nobody else uses it until they are through. */
import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Product } from './product.setup.js';

/** Milliseconds between two looks for one that is free. */
const again = 50;

let claimed: Product | undefined;

/** @returns what gives it back */
export async function claimProduct(): Promise<() => Promise<void>> {
  const products = inject('products');
  for (;;) {
    for (const product of products) {
      if (!(await isFree(product))) continue;
      claimed = product;
      return () => rm(product.claim, { force: true });
    }
    await pause(again);
  }
}

export function product(): Product {
  if (claimed === undefined) throw new Error('No product has been claimed for this file.');
  return claimed;
}

/** Whoever makes the file has it. */
async function isFree({ claim }: Product): Promise<boolean> {
  try {
    await writeFile(claim, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
