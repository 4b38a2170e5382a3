/** Whether a request that failed is made again, and after how long. */

/** What is known of an attempt that Stripe answered. */
export interface Answered {
  status: number;
  /** Stripe's own word on the matter: `true` or `false`. */
  shouldRetry?: string | undefined;
  /** Seconds that Stripe asks to wait. */
  retryAfter?: string | undefined;
}

/** Milliseconds. */
const firstPause = 250;
const longestPause = 4_000;

/** Too many requests, a conflict with one still under way, a fault of Stripe's: another try may find it gone. */
export function isWorthAnother({ status, shouldRetry }: Answered): boolean {
  if (shouldRetry === 'true') return true;
  if (shouldRetry === 'false') return false;
  return status === 409 || status === 429 || status >= 500;
}

/**
 * @param tries how many failed so far
 * @param chance from 0 to 1: spreads those who failed together
 * @returns milliseconds
 */
export function pauseBeforeAnother(
  tries: number,
  chance: number,
  retryAfter: string | undefined,
): number {
  const own = Math.min(firstPause * 2 ** (tries - 1), longestPause) * (0.5 + chance / 2);
  const asked = Number(retryAfter) * 1000;
  return Number.isFinite(asked) ? Math.max(own, asked) : own;
}
