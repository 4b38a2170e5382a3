/** Marks a text as ours, to know it again when it comes back: `text.mac`. */
import { type KeyObject, createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

export class Seal {
  constructor(private readonly keys: KeyRing) {}

  close(text: string): string {
    return `${text}.${mac(this.keys[0], text)}`;
  }

  /** @returns the text, or null when it was closed with none of our keys */
  open(sealed: string): string | null {
    const cut = sealed.lastIndexOf('.');
    if (cut < 0) return null;
    const text = sealed.slice(0, cut);
    const given = Buffer.from(sealed.slice(cut + 1));
    return this.keys.some((key) => fits(key, text, given)) ? text : null;
  }

  /** Whether something that opens is to be closed anew, because the key that closed it will not be known for ever. */
  isOld(sealed: string): boolean {
    const text = this.keys.length === 1 ? null : this.open(sealed);
    return text !== null && this.close(text) !== sealed;
  }
}

function fits(key: KeyObject, text: string, given: Buffer): boolean {
  const right = Buffer.from(mac(key, text));
  return given.length === right.length && timingSafeEqual(given, right);
}

function mac(key: KeyObject, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
