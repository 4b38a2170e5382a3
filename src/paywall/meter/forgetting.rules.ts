/** How long the paywall remembers. */
import type { WindowSettings } from './meter.rules.js';

/** Since when something must have happened to be kept. */
export interface KeptSince {
  readonly reads: Date;
  readonly visitors: Date;
  readonly cookieless: Date;
  readonly networks: Date;
  /** A gift that ended before counts for nothing any more, nor who has opened it. */
  readonly giftsEnded: Date;
}

const aDay = 24 * 60 * 60 * 1000;

/** Days: as long as a browser's cookie, and longer than any window that can be set. */
const longest = 400;

/** Days, with one for time zones and one for a clock that is put right. */
const longestMonth = 33;

/**
 * What may still be counted, now or once the window is made longer, is kept. Who came without a cookie is known
 * only by what her request looks like, and is kept no longer than the window that it limits.
 */
export function keptSince({ window, windowDays }: WindowSettings, now: Date): KeptSince {
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * aDay);
  return {
    reads: daysAgo(longest),
    visitors: daysAgo(longest),
    cookieless: daysAgo(window === 'rolling-days' ? windowDays + 1 : longestMonth),
    networks: daysAgo(2),
    giftsEnded: daysAgo(longest),
  };
}
