/** How often a sync that failed is tried again, and after which pauses. */

/**
 * Ten tries of an event that fails by itself take about half an hour: what does not work by then, waits
 * for a person. Tries that failed because Stripe was away do not count among them; a hundred of those
 * are about four days, longer than Stripe itself goes on sending.
 */
export const lastTry = { ofAnEvent: 10, withStripeAway: 100 };

/** Seconds. */
const firstPause = 3;
const longestPause = 3_600;

/**
 * @param tries how many failed so far
 * @param chance from 0 to 1: spreads those who failed together
 * @returns seconds
 */
export function pauseAfter(tries: number, chance: number): number {
  return Math.min(firstPause * 2 ** (tries - 1), longestPause) * (0.5 + chance);
}
