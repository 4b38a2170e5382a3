/** Reads the lists of addresses that search engines publish, and says what is wrong with one that is none. */
import { type Network, isTooWide, networkOf } from '../../platform/networks/network.rules.js';

export type AddressList =
  | { readonly ok: true; readonly networks: readonly Network[] }
  | { readonly ok: false; readonly complaint: string };

/** @param text in Google's format: `{ "prefixes": [{ "ipv4Prefix": "…" }, { "ipv6Prefix": "…" }] }` */
export function readAddressList(text: string): AddressList {
  const prefixes = prefixesIn(text);
  if (prefixes === null) return { ok: false, complaint: 'it is no JSON with a list "prefixes"' };
  if (prefixes.length === 0) return { ok: false, complaint: 'its "prefixes" are empty' };
  const networks: Network[] = [];
  for (const entry of prefixes) {
    const network = networkIn(entry);
    if (network === null) return { ok: false, complaint: `it holds ${JSON.stringify(entry)}` };
    networks.push(network);
  }
  return { ok: true, networks };
}

function prefixesIn(text: string): unknown[] | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  const prefixes = (list as { prefixes?: unknown } | null)?.prefixes;
  return Array.isArray(prefixes) ? prefixes : null;
}

function networkIn(entry: unknown): Network | null {
  const { ipv4Prefix, ipv6Prefix } = (entry ?? {}) as Record<'ipv4Prefix' | 'ipv6Prefix', unknown>;
  if ((ipv4Prefix === undefined) === (ipv6Prefix === undefined)) return null;
  const network = networkOf(String(ipv4Prefix ?? ipv6Prefix));
  const family = ipv6Prefix === undefined ? 4 : 6;
  return network?.family === family && !isTooWide(network) ? network : null;
}
