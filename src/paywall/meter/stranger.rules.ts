/** What is known of a stranger without a cookie. */
import { networkAround } from '../../platform/networks/client-place.rules.js';

/** What a request says about its sender. */
export interface Sender {
  readonly address: string;
  readonly userAgent: string;
  readonly acceptLanguage: string;
}

/** The same for all requests that cannot be told apart without a cookie. */
export function likenessOf({ address, userAgent, acceptLanguage }: Sender): string {
  return JSON.stringify([networkAround(address), userAgent, acceptLanguage]);
}
