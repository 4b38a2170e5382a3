/** How an access check says no. */
import { Problem } from '../../platform/http/problem.js';
import type { Denial } from '../decision/decide-access.rules.js';

export const accessBlocked = (denial: Denial): Problem =>
  new Problem({
    status: 403,
    code: 'paywall/access-blocked',
    detail: 'This reader may have the public part; the header Paywall-Denial says why not more.',
    extra: { denial },
    headers: { 'cache-control': 'private, no-store' },
  });
