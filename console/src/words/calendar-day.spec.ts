import { describe, expect, it } from 'vitest';
import { dayOf, firstMomentOf, lastMomentOf, monthsLater } from './calendar-day.js';

describe('a day that staff choose', () => {
  it.each([
    ['2027-01-31', 'UTC', '2027-01-31T23:59:59.000Z'],
    ['2027-01-31', 'America/New_York', '2027-02-01T04:59:59.000Z'],
    ['2027-07-01', 'America/New_York', '2027-07-02T03:59:59.000Z'],
    // Clocks are put back in this very night.
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.000Z'],
    ['2027-03-28', 'Europe/Berlin', '2027-03-28T21:59:59.000Z'],
    ['2027-01-31', 'Pacific/Kiritimati', '2027-01-31T09:59:59.000Z'],
  ])('%s in %s lasts until %s', (day, timeZone, instant) => {
    expect(lastMomentOf(day, timeZone)).toBe(instant);
    expect(dayOf(instant, timeZone)).toBe(day);
  });

  it('begins at midnight there', () => {
    expect(firstMomentOf('2027-07-01', 'America/New_York')).toBe('2027-07-01T04:00:00.000Z');
  });

  it.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-11-23', 12, '2027-11-23'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
  ])('%s and %i months are %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});
