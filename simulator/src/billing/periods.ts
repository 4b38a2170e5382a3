/**
 * Calendar arithmetic of billing periods, in UTC, always counted from the anchor so that the 31st comes back after
 * a short month.
 */
import type { Price } from '../stripe-objects.js';
import { DAY } from '../world/settings.js';

export interface Interval {
  interval: 'day' | 'week' | 'month' | 'year';
  interval_count: number;
}

export interface Period {
  start: number;
  end: number;
}

export function intervalOf(price: Price): Interval {
  if (!price.recurring) throw new Error(`Price ${price.id} is not recurring`);
  return price.recurring;
}

/** The instant `times` intervals after the anchor. */
export function after(
  anchor: number,
  { interval, interval_count }: Interval,
  times: number,
): number {
  const count = interval_count * times;
  if (interval === 'day') return anchor + count * DAY;
  if (interval === 'week') return anchor + count * 7 * DAY;
  return addMonths(anchor, interval === 'year' ? count * 12 : count);
}

/** The period that begins at or before `instant` and ends after it. */
export function periodAt(anchor: number, interval: Interval, instant: number): Period {
  let times = 0;
  while (after(anchor, interval, times + 1) <= instant) times += 1;
  return { start: after(anchor, interval, times), end: after(anchor, interval, times + 1) };
}

export function addMonths(instant: number, months: number): number {
  const date = new Date(instant * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() / 1000;
}
