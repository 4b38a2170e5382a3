/** Why a process is to be sent no requests. */
import { Problem, type ProblemOptions } from '../http/problem.js';

/** @param checks how each thing stands that serving needs */
export const notReady = (
  detail: string,
  retryAfterSeconds: number,
  checks: Record<string, string>,
  more: Pick<ProblemOptions, 'cause'> = {},
): Problem =>
  new Problem({
    status: 503,
    code: 'service/unavailable',
    detail,
    headers: { 'retry-after': String(retryAfterSeconds) },
    extra: { checks },
    ...more,
  });
