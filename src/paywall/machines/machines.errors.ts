/** What machines are told. */
import { Problem } from '../../platform/http/problem.js';

/** @param licence the address of the site's licence file */
export const licenceRequired = (licence: string): Problem =>
  new Problem({
    status: 402,
    code: 'paywall/licence-required',
    detail: `AI crawlers need a licence for what is published here; the terms are at ${licence}.`,
    headers: {
      link: `<${licence}>; rel="license"; type="application/rsl+xml"`,
      // Readers get something else at the same address.
      'cache-control': 'private, no-store',
    },
  });
