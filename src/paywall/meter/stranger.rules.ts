/** What is known of a stranger without a cookie, and how coarse her network is taken. */
import { addressOf, inWords } from '../networks/network.rules.js';

/** What a request says about its sender. */
export interface Sender {
  readonly address: string;
  readonly userAgent: string;
  readonly acceptLanguage: string;
}

/**
 * Bits that the addresses of one network share. A home or a company is given a /48 of IPv6 at most, and no fewer
 * IPv4 addresses than a /24 are routed on their own: whoever changes her address stays inside of these, and the
 * cap of such a network meets few others.
 */
const coarse = { 4: { length: 32, shared: 24 }, 6: { length: 128, shared: 48 } } as const;

/** The network around an address. What is no address is of one network, or each would have a cap of its own. */
export function networkAround(text: string): string {
  const address = addressOf(text);
  if (address === null) return 'unknown';
  const { length, shared } = coarse[address.family];
  const rest = BigInt(length - shared);
  return inWords({
    family: address.family,
    base: (address.value >> rest) << rest,
    prefix: shared,
  });
}

/** The same for all requests that cannot be told apart without a cookie. */
export function likenessOf({ address, userAgent, acceptLanguage }: Sender): string {
  return JSON.stringify([networkAround(address), userAgent, acceptLanguage]);
}
