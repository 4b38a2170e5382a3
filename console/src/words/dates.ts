/** Instants in words, in the publication's own time zone. */
import { publication } from '../publication.js';

const { timeZone } = publication;

const moment = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone,
});
const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone });
const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone });

/** Like `Nov 23, 2026, 7:55 AM`. */
export const momentInWords = (instant: string | Date): string => moment.format(new Date(instant));

/** Like `Nov 23, 2026`. */
export const dayInWords = (instant: string | Date): string => day.format(new Date(instant));

/** Like `7:55 AM`. */
export const timeInWords = (instant: string | Date): string => time.format(new Date(instant));

const calendar = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const shortCalendar = new Intl.DateTimeFormat('en-US', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A day that the API names, like `2026-11-23`, as `Nov 23, 2026`: it is no instant, and has no time zone. */
export const calendarDay = (day: string): string => calendar.format(new Date(day));

/** The same as `Nov 23`. */
export const shortCalendarDay = (day: string): string => shortCalendar.format(new Date(day));

const spans = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Like `3 hours`: the largest unit that fits, rounded down. */
export function spanInWords(seconds: number): string {
  const [unit, length] = spans.find(([, each]) => seconds >= each) ?? ['second', 1];
  return new Intl.NumberFormat('en-US', { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.floor(seconds / length),
  );
}
