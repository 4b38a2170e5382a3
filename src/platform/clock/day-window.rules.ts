/** The last days as figures are told of them: whole days in UTC, and today as far as it has come. */
import { utcDay } from './utc-day.rules.js';

export interface DayWindow {
  /** The midnight with which the first day begins. */
  readonly from: Date;
  readonly to: Date;
  /** Like `2026-11-29`, the earliest first; the last one is today. */
  readonly days: readonly string[];
}

const aDay = 24 * 60 * 60 * 1000;

/** @param count how many days, today among them */
export function lastDays(count: number, now: Date): DayWindow {
  const today = new Date(utcDay(now)).getTime();
  const beginnings = Array.from(
    { length: count },
    (_, place) => today - (count - 1 - place) * aDay,
  );
  return {
    from: new Date(beginnings[0] ?? today),
    to: now,
    days: beginnings.map((beginning) => utcDay(new Date(beginning))),
  };
}
