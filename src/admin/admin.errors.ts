/** What staff are refused, in the words callers branch on. */
import { Problem, invalidBody, invalidParameters } from '../platform/http/problem.js';
import { longestLabel, mostLabels } from '../users/remarks/label.rules.js';

export const nothingRuns = (): Problem =>
  new Problem({
    status: 409,
    code: 'memberships/nothing-runs',
    detail: 'She has no running membership, so there is nothing to end.',
  });

/** What is left of a deleted account is the books. */
export const accountDeleted = (): Problem =>
  new Problem({
    status: 409,
    code: 'members/account-deleted',
    detail: 'This account was deleted; only its books are left.',
  });

export const oneReaderNeeded = (): Problem =>
  invalidParameters([{ field: 'as', message: 'Name one reader: by "as", or by "memberId".' }]);

export const notALabel = (written: string): Problem =>
  invalidBody([
    {
      field: 'labels',
      message: `"${written}" is no label: lower case letters, digits and hyphens, at most ${longestLabel}`,
    },
  ]);

export const tooManyLabels = (): Problem =>
  invalidBody([{ field: 'labels', message: `must be at most ${mostLabels}` }]);

/** To the rest of many, once it is clear that none can be done now. */
export const notTried = (): Problem =>
  new Problem({
    status: 503,
    code: 'articles/not-tried',
    detail: 'One before it failed for a reason that all of them share; try the rest again shortly.',
  });
