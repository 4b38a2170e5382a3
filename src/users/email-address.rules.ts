/** How an address is written down, so that one mailbox is one account. */

/** Trimmed and lower case. A `+tag` stays: it is part of the address that mail goes to. */
export function normaliseEmail(address: string): string {
  return address.normalize('NFC').trim().toLowerCase();
}
