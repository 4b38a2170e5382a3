/** The window in which the site's free allowance is counted: when it began, and when there is more. */

export const meterWindows = ['calendar-month', 'rolling-days'] as const;
export type MeterWindow = (typeof meterWindows)[number];

export interface WindowSettings {
  readonly window: MeterWindow;
  /** How long a rolling window is; a day of it has 24 hours. */
  readonly windowDays: number;
  /** Whose midnight begins a calendar month; an IANA name. */
  readonly timeZone: string;
}

const aDay = 24 * 60 * 60 * 1000;

/** The first instant that counts: what was spent then or later, even later than now, is spent. */
export function windowStart(settings: WindowSettings, now: Date): Date {
  if (settings.window === 'calendar-month') return monthAround(now, settings.timeZone).start;
  // To the millisecond, in which instants are kept: at the very end of its days a unit is free again.
  return new Date(now.getTime() - settings.windowDays * aDay + 1);
}

/**
 * When there is more: the next month, or when the unit comes back that was spent first.
 * @param oldest when that was; null where none is spent
 */
export function resetsAt(settings: WindowSettings, now: Date, oldest: Date | null): Date {
  if (settings.window === 'calendar-month') return monthAround(now, settings.timeZone).end;
  return new Date((oldest ?? now).getTime() + settings.windowDays * aDay);
}

/**
 * The month is taken from the instants at which months begin, not from the calendar on the wall: where clocks
 * are put back over the first midnight, the wall shows the old month twice.
 */
function monthAround(now: Date, timeZone: string): Month {
  const known = months.get(timeZone);
  if (known !== undefined && now >= known.start && now < known.end) return known;
  const month = monthFound(now, timeZone);
  months.set(timeZone, month);
  return month;
}

interface Month {
  readonly start: Date;
  readonly end: Date;
}

/** The one asked for last of each zone: finding it takes as long as all the rest of a reading. */
const months = new Map<string, Month>();

function monthFound(now: Date, timeZone: string): Month {
  const wall = new Date(wallTime(now.getTime(), timeZone));
  const beginning = (months: number): number =>
    monthBeginning(wall.getUTCFullYear(), wall.getUTCMonth() + months, timeZone);
  const around = [beginning(-1), beginning(0), beginning(1), beginning(2)];
  const next = around.findIndex((instant) => instant > now.getTime());
  return { start: new Date(around[next - 1] ?? NaN), end: new Date(around[next] ?? NaN) };
}

/** The instant at which the wall's calendar turns to this month, at midnight or over a midnight that is left out. */
function monthBeginning(year: number, month: number, timeZone: string): number {
  const midnight = Date.UTC(year, month, 1);
  // No zone is further from UTC than this, so that the month turns in between.
  const [before, after] = [midnight - aDay, midnight + aDay];
  const offset = wallTime(before, timeZone) - before;
  if (wallTime(after, timeZone) - after === offset) return midnight - offset;
  let [old, turned] = [before, after];
  while (turned - old > 1) {
    const middle = Math.floor((old + turned) / 2);
    if (wallTime(middle, timeZone) < midnight) old = middle;
    else turned = middle;
  }
  return turned;
}

/** What clock and calendar on a wall there show, as if it were UTC; milliseconds. */
function wallTime(instant: number, timeZone: string): number {
  const shown = new Map<string, number>();
  for (const { type, value } of clockIn(timeZone).formatToParts(instant)) {
    shown.set(type, Number(value));
  }
  const part = (name: Intl.DateTimeFormatPartTypes): number => shown.get(name) ?? NaN;
  const day = Date.UTC(part('year'), part('month') - 1, part('day'));
  const seconds = (part('hour') * 60 + part('minute')) * 60 + part('second');
  return day + seconds * 1000 + (((instant % 1000) + 1000) % 1000);
}

/** Making one takes a hundred times as long as using it; there are as many as there are time zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a time zone that is not known */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timeZone, clock);
  return clock;
}
