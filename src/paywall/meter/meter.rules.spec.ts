import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WindowSettings, resetsAt, windowStart } from './meter.rules.js';

const month = (timeZone: string): WindowSettings => ({
  window: 'calendar-month',
  windowDays: 30,
  timeZone,
});
const rolling = (windowDays: number): WindowSettings => ({
  window: 'rolling-days',
  windowDays,
  timeZone: 'UTC',
});

const at = (instant: string): Date => new Date(instant);
const later = (instant: Date, milliseconds: number): Date =>
  new Date(instant.getTime() + milliseconds);
const windowAt = (settings: WindowSettings, now: Date) => ({
  start: windowStart(settings, now),
  end: resetsAt(settings, now, null),
});

const someInstant = fc.date({
  min: at('1975-01-01T00:00Z'),
  max: at('2060-01-01T00:00Z'),
  noInvalidDate: true,
});

describe('the calendar month', () => {
  it.each([
    ['UTC', '2026-11-22T12:00Z', '2026-11-01T00:00Z', '2026-12-01T00:00Z'],
    // Clocks are changed within the month: it is an hour shorter, or longer.
    ['Europe/Berlin', '2026-03-31T21:59:59.999Z', '2026-02-28T23:00Z', '2026-03-31T22:00Z'],
    ['Europe/Berlin', '2026-10-25T00:30Z', '2026-09-30T22:00Z', '2026-10-31T23:00Z'],
    ['America/New_York', '2026-03-08T07:00Z', '2026-03-01T05:00Z', '2026-04-01T04:00Z'],
    // Clocks are put back on the first: its midnight is still summer's.
    ['America/New_York', '2026-11-01T05:30Z', '2026-11-01T04:00Z', '2026-12-01T05:00Z'],
    // On other days there is no midnight, which is nothing to the month.
    ['America/Santiago', '2026-09-06T04:00Z', '2026-09-01T04:00Z', '2026-10-01T03:00Z'],
    ['Asia/Beirut', '2026-03-28T22:00Z', '2026-02-28T22:00Z', '2026-03-31T21:00Z'],
    // The first of the month has no midnight: the month begins at one.
    ['Asia/Amman', '2022-04-01T12:00Z', '2022-03-31T21:00Z', '2022-04-30T21:00Z'],
    ['America/Asuncion', '2017-10-01T12:00Z', '2017-10-01T04:00Z', '2017-11-01T03:00Z'],
    // A day was left out, and the zone went from one side of the world's calendar to the other.
    ['Pacific/Apia', '2011-12-30T11:00Z', '2011-12-01T10:00Z', '2011-12-31T10:00Z'],
    ['Pacific/Kiritimati', '2026-11-22T12:00Z', '2026-10-31T10:00Z', '2026-11-30T10:00Z'],
    ['Asia/Kolkata', '2026-11-22T12:00Z', '2026-10-31T18:30Z', '2026-11-30T18:30Z'],
  ])('in %s around %s is from %s until %s', (timeZone, now, start, end) => {
    expect(windowAt(month(timeZone), at(now))).toEqual({ start: at(start), end: at(end) });
  });

  it('has one beginning where the wall shows it twice', () => {
    // In St John's the clocks were put back at a minute past the first midnight of November 2009.
    const zone = month('America/St_Johns');
    const windows = ['02:29:59', '02:30:30', '02:31:30', '03:29:59', '03:30:01'].map((time) =>
      windowAt(zone, at(`2009-11-01T${time}Z`)),
    );
    const beginnings = windows.map(({ start }) => start.getTime());
    expect([...beginnings].sort((one, other) => one - other)).toEqual(beginnings);
    expect(new Set(beginnings).size).toBe(2);
    for (const [before, after] of windows.slice(1).map((each, index) => [windows[index], each])) {
      expect([before?.start, before?.end]).toContainEqual(after?.start);
    }
  });

  const someZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');

  it('holds the instant, and lies between its neighbours without a gap, in every zone', () => {
    fc.assert(
      fc.property(someZone, someInstant, (timeZone, now) => {
        const settings = month(timeZone);
        const { start, end } = windowAt(settings, now);
        expect(start.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(windowStart(settings, later(end, -1))).toEqual(start);
        expect(windowStart(settings, end)).toEqual(end);
        expect(windowAt(settings, later(start, -1)).end).toEqual(start);
      }),
      { numRuns: 300 },
    );
  });

  it('begins on the first, and just before it is another month', () => {
    fc.assert(
      fc.property(someZone, someInstant, (timeZone, now) => {
        const calendar = new Intl.DateTimeFormat('en', { timeZone, month: 'numeric' });
        const start = windowStart(month(timeZone), now);
        expect(calendar.format(later(start, -1))).not.toBe(calendar.format(start));
      }),
      { numRuns: 300 },
    );
  });
});

describe('rolling days', () => {
  const days = 24 * 60 * 60 * 1000;

  it('give a unit back to the millisecond, whatever clocks on walls do', () => {
    const someDays = fc.integer({ min: 1, max: 366 });
    fc.assert(
      fc.property(someDays, someInstant, (windowDays, spentAt) => {
        const settings = rolling(windowDays);
        const back = later(spentAt, windowDays * days);
        const counts = (now: Date) => spentAt >= windowStart(settings, now);
        expect([counts(spentAt), counts(later(back, -1)), counts(back)]).toEqual([
          true,
          true,
          false,
        ]);
        expect(resetsAt(settings, later(back, -1), spentAt)).toEqual(back);
      }),
      { numRuns: 300 },
    );
  });

  it('of somebody who has spent nothing are full again after as many days', () => {
    const now = at('2026-11-22T12:00Z');
    expect(resetsAt(rolling(7), now, null)).toEqual(at('2026-11-29T12:00Z'));
  });

  it('count what was spent later than now, where the clock went back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * days }), (back) => {
        const spentAt = at('2026-11-22T12:00Z');
        for (const settings of [rolling(30), month('Europe/Berlin')]) {
          const before = windowStart(settings, later(spentAt, -back));
          expect(before.getTime()).toBeLessThanOrEqual(spentAt.getTime());
        }
      }),
    );
  });
});
