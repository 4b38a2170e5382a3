/** The window in which the site's free allowance is counted. */

export type MeterWindow = 'calendar-month';

export interface MeterPeriod {
  /** The window's first instant, which names it. */
  readonly start: Date;
  /** The first instant of the next one. */
  readonly resetsAt: Date;
}

/** The calendar month around an instant, in UTC. */
export function periodAt(now: Date): MeterPeriod {
  const year = now.getUTCFullYear();
  const month = now.getUTCMonth();
  return {
    start: new Date(Date.UTC(year, month, 1)),
    resetsAt: new Date(Date.UTC(year, month + 1, 1)),
  };
}
