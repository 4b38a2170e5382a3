/** Decides when whoever joins now is charged for the first time. */

const DAY = 24 * 60 * 60 * 1000;

/** @param trialDays 0 without a trial: at once */
export function firstCharge(now: Date, trialDays: number): Date {
  return new Date(now.getTime() + trialDays * DAY);
}
