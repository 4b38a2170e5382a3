/** Days as fields take them, like `2027-01-31`, and the instants that they stand for in a time zone. */
import { instantOf } from './zoned-time.js';

/** The day on which an instant lies. */
export function dayOf(instant: string | number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return parts.format(new Date(instant));
}

/** The last second of a day: whatever lasts until a day includes it. */
export const lastMomentOf = (day: string, timeZone: string): string =>
  momentOf(`${day}T23:59:59`, timeZone);

export const firstMomentOf = (day: string, timeZone: string): string =>
  momentOf(`${day}T00:00:00`, timeZone);

/** @throws RangeError where it is no day */
function momentOf(local: string, timeZone: string): string {
  const instant = instantOf(local, timeZone);
  if (instant === null) throw new RangeError(`${local} is no time.`);
  return instant.toISOString();
}

/** The same day of another month, or the last of that month where it has none. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  return moved.toISOString().slice(0, 10);
}
