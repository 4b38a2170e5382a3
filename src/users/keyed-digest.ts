/** A digest that only we can make: nothing can be read from it, and nobody else finds out by trying what it is of. */
import { type KeyObject, createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

export class KeyedDigest {
  constructor(private readonly keys: KeyRing) {}

  of(text: string): Buffer {
    return digest(this.keys[0], text);
  }

  /** How a text may have been written down: with the key of today, and with those before it. */
  everyOf(text: string): Buffer[] {
    return this.keys.map((key) => digest(key, text));
  }
}

function digest(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
