import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gates } from './article.js';
import { type GateSchedule, gateAt, narrowedGateAt } from './gate-schedule.rules.js';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const published = Date.parse('2026-03-28T23:30:00.123Z');

const members = (free: Partial<GateSchedule>): GateSchedule => ({
  gate: 'members',
  publishedAt: new Date(published),
  freeForHours: null,
  freeAfterDays: null,
  ...free,
});

describe('an article without a schedule', () => {
  it.each(gates)('keeps its gate %s for ever', (gate) => {
    for (const age of [-1, 0, hour, 1000 * day]) {
      const standing = gateAt(members({ gate }), new Date(published + age));
      expect(standing).toEqual({ gate, gateChangesAt: null });
    }
  });
});

describe('an article that is free at first, or later, or both', () => {
  const begins = published;
  const closes = published + 48 * hour;
  const opens = published + 30 * day;
  const first = { freeForHours: 48 };
  const later = { freeAfterDays: 30 };

  it.each([
    ['before it appears', first, begins - 1, 'members', begins],
    ['as it appears', first, begins, 'public', closes],
    ['in the last millisecond of its free hours', first, closes - 1, 'public', closes],
    ['once they are over', first, closes, 'members', null],
    ['on the last day before it is free', later, opens - 1, 'members', opens],
    ['from that day on', later, opens, 'public', null],
    ['years later', later, opens + 4000 * day, 'public', null],
    ['at first, with both', { ...first, ...later }, begins, 'public', closes],
    ['in between, with both', { ...first, ...later }, closes, 'members', opens],
    ['in the end, with both', { ...first, ...later }, opens, 'public', null],
    [
      'never, where one time follows the other',
      { freeForHours: 48, freeAfterDays: 2 },
      begins,
      'public',
      null,
    ],
  ] as const)('%s', (_, free, at, gate, changes) => {
    expect(gateAt(members(free), new Date(at))).toEqual({
      gate,
      gateChangesAt: changes === null ? null : new Date(changes),
    });
  });
});

describe('an article for the members of a plan', () => {
  const article = { ...members({ freeForHours: 1 }), planIds: ['gold'] };

  it('names no plans while everybody reads it', () => {
    expect(narrowedGateAt(article, new Date(published))).toEqual({
      gate: 'public',
      planIds: [],
      gateChangesAt: new Date(published + hour),
    });
  });

  it('names them again afterwards', () => {
    const standing = narrowedGateAt(article, new Date(published + hour));
    expect(standing).toEqual({ gate: 'members', planIds: ['gold'], gateChangesAt: null });
  });
});

describe('whatever the schedule', () => {
  const anySchedule = fc.record({
    gate: fc.constantFrom(...gates),
    publishedAt: fc.constant(new Date(published)),
    freeForHours: fc.option(fc.integer({ min: 1, max: 100 })),
    freeAfterDays: fc.option(fc.integer({ min: 1, max: 6 })),
  });
  const anyAge = fc.oneof(
    fc.integer({ min: -2 * day, max: 10 * day }),
    fc
      .tuple(fc.integer({ min: -1, max: 144 }), fc.integer({ min: -1, max: 1 }))
      .map(([hours, off]) => hours * hour + off),
  );

  it('the gate is public in its free times and its own in all others', () => {
    fc.assert(
      fc.property(anySchedule, anyAge, (schedule, age) => {
        const { freeForHours, freeAfterDays } = schedule;
        const atFirst = freeForHours !== null && 0 <= age && age < freeForHours * hour;
        const inTheEnd = freeAfterDays !== null && age >= freeAfterDays * day;
        const { gate } = gateAt(schedule, new Date(published + age));
        expect(gate).toBe(atFirst || inTheEnd ? 'public' : schedule.gate);
      }),
      { numRuns: 500 },
    );
  });

  it('the gate stays as it is up to the named change, and not a millisecond longer', () => {
    fc.assert(
      fc.property(
        anySchedule,
        anyAge,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (schedule, age, share) => {
          const now = published + age;
          const { gate, gateChangesAt } = gateAt(schedule, new Date(now));
          const until = gateChangesAt?.getTime() ?? now + 40 * day;
          const between = now + Math.floor(share * (until - 1 - now));
          for (const at of [between, until - 1]) {
            expect(gateAt(schedule, new Date(at)).gate).toBe(gate);
          }
          if (gateChangesAt === null) return;
          expect(gateChangesAt.getTime()).toBeGreaterThan(now);
          expect(gateAt(schedule, gateChangesAt).gate).not.toBe(gate);
        },
      ),
      { numRuns: 500 },
    );
  });
});
