/** What staff are refused, in the words callers branch on. */
import { Problem, invalidParameters } from '../platform/http/problem.js';

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
