/** Somebody has done something too often, in words that callers branch on. */
import { Problem } from '../http/problem.js';

/** Says nothing of what was counted: the same for an address that is known here and for one that is not. */
export const tooMany = (seconds: number): Problem =>
  new Problem({
    status: 429,
    code: 'request/too-many',
    detail: 'This was done too often in a short time; try again after `Retry-After` seconds.',
    headers: { 'retry-after': String(seconds) },
  });
