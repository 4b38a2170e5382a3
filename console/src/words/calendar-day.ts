/** Days as fields take them, like `2027-01-31`, and the instants that they stand for in a time zone. */

const milliseconds = 1000;

/** The day on which an instant lies. */
export function dayOf(instant: string | number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  return parts.format(new Date(instant));
}

/** The last second of a day: whatever lasts until a day includes it. */
export const lastMomentOf = (day: string, timeZone: string): string =>
  instantOf(`${day}T23:59:59Z`, timeZone);

export const firstMomentOf = (day: string, timeZone: string): string =>
  instantOf(`${day}T00:00:00Z`, timeZone);

/** @param written what clocks there show, as if it were UTC */
function instantOf(written: string, timeZone: string): string {
  const asIfUtc = Date.parse(written);
  // The offset may be another one there than at the first guess.
  const near = asIfUtc - offsetAt(asIfUtc, timeZone);
  return new Date(asIfUtc - offsetAt(near, timeZone)).toISOString();
}

/** The same day of another month, or the last of that month where it has none. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  return moved.toISOString().slice(0, 10);
}

/** Milliseconds by which clocks there are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const parts = format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts) as Record<
    'year' | 'month' | 'day' | 'hour' | 'minute' | 'second',
    number
  >;
  const there = Date.UTC(year, month - 1, day, hour, minute, second);
  return there - Math.floor(instant / milliseconds) * milliseconds;
}
