/** A bucket that fills with each deed and leaks with time: how much it takes, and how long somebody has to wait. */

/** By what is counted: whose account it is, from which line or network it is done, or all of it together. */
export type LimitScope = 'account' | 'address' | 'account-at-address' | 'network' | 'everybody';

/** How often something may be done. */
export interface LimitRule {
  /** The bucket is another one under another name. */
  readonly name: string;
  /** How often at once, when nothing was done for long. */
  readonly burst: number;
  /** In how many seconds a full bucket is empty again: each `perSeconds / burst` it takes one more. */
  readonly perSeconds: number;
  readonly by: LimitScope;
  /** Is the same for every publication, whatever LIMITS_FACTOR says. */
  readonly isFixed?: true;
}

/** In whole milliseconds, so that what is reckoned here and in the database is the same. */
export interface Bucket {
  /** In which one deed leaks out. */
  readonly interval: number;
  /** In which a full one is empty. */
  readonly capacity: number;
}

/** How often at once, @param factor times what the rule says. */
export const burstOf = ({ burst, isFixed }: LimitRule, factor: number): number =>
  Math.max(1, Math.floor(isFixed === true ? burst : burst * factor));

export function bucketOf(rule: LimitRule, factor: number): Bucket {
  const deeds = burstOf(rule, factor);
  const interval = Math.max(1, Math.round((rule.perSeconds * 1000) / deeds));
  return { interval, capacity: deeds * interval };
}

/**
 * By so many milliseconds the clocks of two processes may differ. A bucket that is fuller than full by more was filled
 * before the clock was set back, and is begun anew.
 */
const clockTolerance = 60 * 60 * 1000;

/**
 * Milliseconds until one more fits; 0 where it does now.
 * @param emptyAt when it is empty if nothing more comes; null for one that never held anything
 */
export function waitFor(emptyAt: Date | null, { interval, capacity }: Bucket, now: Date): number {
  if (emptyAt !== null && emptyAt.getTime() > now.getTime() + capacity + clockTolerance) return 0;
  const filled = filledBy(emptyAt, interval, now).getTime();
  return Math.max(0, filled - capacity - now.getTime());
}

/** When it is empty after one more. */
export function filledBy(emptyAt: Date | null, interval: number, now: Date): Date {
  return new Date(Math.max(emptyAt?.getTime() ?? 0, now.getTime()) + interval);
}

/** For the header: after so many seconds it fits, and after one less it does not. */
export const retryAfter = (milliseconds: number): number => Math.ceil(milliseconds / 1000);
