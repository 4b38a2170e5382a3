/** How an address is written down, so that one mailbox is one account. */
import { domainToASCII, domainToUnicode } from 'node:url';

/** Trimmed and lower case. A `+tag` stays: it is part of the address that mail goes to. */
export function normaliseEmail(address: string): string {
  const plain = address.normalize('NFC').trim().toLowerCase();
  const at = plain.lastIndexOf('@') + 1;
  return at === 0 ? plain : plain.slice(0, at) + normaliseHost(plain.slice(at));
}

/**
 * A host has many spellings, which mail servers and browsers read as one: `ⓔxample。test` and `xn--…`. What is no
 * host is left as it is, to be refused.
 */
export function normaliseHost(written: string): string {
  if (/[^\p{L}\p{M}\p{N}\p{S}\p{P}\p{Cf}]|[%/\\?#:[\]@]/u.test(written)) return written;
  return domainToUnicode(domainToASCII(written)) || written;
}
