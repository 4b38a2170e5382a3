/** What can go wrong around memberships, in the words callers branch on. */
import { Problem } from '../platform/http/problem.js';

/** Said to staff. */
export const paidMembershipRuns = (): Problem =>
  new Problem({
    status: 409,
    code: 'memberships/paid-membership-runs',
    detail:
      'She has a paid membership that runs. Cancel it first, or wait for its end, and give her one then.',
  });
