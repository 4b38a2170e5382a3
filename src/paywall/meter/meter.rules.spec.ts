import { describe, expect, it } from 'vitest';
import { periodAt } from './meter.rules.js';

describe("the meter's window", () => {
  it('is the calendar month', () => {
    expect(periodAt(new Date('2026-11-22T12:00:00Z'))).toEqual({
      start: new Date('2026-11-01T00:00:00Z'),
      resetsAt: new Date('2026-12-01T00:00:00Z'),
    });
  });

  it('changes on the first millisecond of the month', () => {
    const last = new Date('2026-12-31T23:59:59.999Z');
    const first = new Date('2027-01-01T00:00:00.000Z');
    expect(periodAt(last).resetsAt).toEqual(first);
    expect(periodAt(first).start).toEqual(first);
  });
});
