/** A bucket against the simplest model of one: a list of deeds that leak out one after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LimitRule, bucketOf, filledBy, retryAfter, waitFor } from './limit.rules.js';

const rule = (burst: number, perSeconds: number, more: Partial<LimitRule> = {}): LimitRule => ({
  name: 'deeds',
  burst,
  perSeconds,
  by: 'account',
  ...more,
});

const start = new Date('2026-11-22T12:00:00Z').getTime();
const at = (milliseconds: number): Date => new Date(start + milliseconds);

/** Deeds stand in a queue; each leaves an interval after the one before it has left. */
class Queue {
  private leavings: number[] = [];

  constructor(
    private readonly room: number,
    private readonly interval: number,
  ) {}

  /** @returns whether there was room */
  take(time: number): boolean {
    this.leavings = this.leavings.filter((leaving) => leaving > time);
    // The one that is leaving takes up what is left of its interval; another one must fit in whole.
    if ((this.leavings.at(-1) ?? time) - time > (this.room - 1) * this.interval) return false;
    this.leavings.push(Math.max(time, this.leavings.at(-1) ?? time) + this.interval);
    return true;
  }

  get count(): number {
    return this.leavings.length;
  }
}

const someRule = fc
  .record({
    burst: fc.integer({ min: 1, max: 50 }),
    perSeconds: fc.integer({ min: 1, max: 7200 }),
  })
  .map(({ burst, perSeconds }) => rule(burst, perSeconds));

const somePauses = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600_000 })), {
  minLength: 1,
  maxLength: 80,
});

describe('a bucket', () => {
  it('takes what its model takes, whenever it comes', () => {
    fc.assert(
      fc.property(someRule, somePauses, (some, pauses) => {
        const bucket = bucketOf(some, 1);
        const queue = new Queue(some.burst, bucket.interval);
        let [time, emptyAt] = [0, null as Date | null];
        for (const pause of pauses) {
          time += pause;
          const fits = waitFor(emptyAt, bucket, at(time)) === 0;
          expect(fits).toBe(queue.take(start + time));
          if (fits) emptyAt = filledBy(emptyAt, bucket.interval, at(time));
          expect(queue.count).toBeLessThanOrEqual(some.burst);
        }
      }),
    );
  });

  it('says exactly how long to wait: a millisecond less is too early', () => {
    fc.assert(
      fc.property(someRule, fc.integer({ min: 0, max: 900 }), (some, pause) => {
        const bucket = bucketOf(some, 1);
        let emptyAt: Date | null = null;
        for (let deed = 0; deed < some.burst; deed += 1) {
          emptyAt = filledBy(emptyAt, bucket.interval, at(0));
        }
        const wait = waitFor(emptyAt, bucket, at(pause));
        fc.pre(wait > 0);
        expect(waitFor(emptyAt, bucket, at(pause + wait))).toBe(0);
        expect(waitFor(emptyAt, bucket, at(pause + wait - 1))).toBe(1);
        const seconds = retryAfter(wait);
        expect(waitFor(emptyAt, bucket, at(pause + seconds * 1000))).toBe(0);
        expect(waitFor(emptyAt, bucket, at(pause + (seconds - 1) * 1000))).toBeGreaterThan(0);
      }),
    );
  });

  it('that was never filled, or is long empty, takes its whole burst at once', () => {
    const bucket = bucketOf(rule(3, 60), 1);
    for (const before of [null, at(-1)]) {
      let emptyAt: Date | null = before;
      for (let deed = 0; deed < 3; deed += 1) {
        expect(waitFor(emptyAt, bucket, at(0))).toBe(0);
        emptyAt = filledBy(emptyAt, bucket.interval, at(0));
      }
      expect(waitFor(emptyAt, bucket, at(0))).toBe(20_000);
    }
  });
});

describe('a clock that is set back', () => {
  const bucket = bucketOf(rule(3, 60), 1);
  const filledUntil = (time: number): Date => at(time + bucket.capacity);

  it('by a little, as between two processes, opens nothing', () => {
    expect(waitFor(filledUntil(1000), bucket, at(0))).toBe(21_000);
    expect(waitFor(filledUntil(3_600_000), bucket, at(0))).toBe(3_620_000);
  });

  it('by more, closes nothing either', () => {
    expect(waitFor(filledUntil(3_600_001), bucket, at(0))).toBe(0);
    expect(waitFor(filledUntil(48 * 3_600_000), bucket, at(0))).toBe(0);
  });
});

describe('the factor', () => {
  it('multiplies how often, in the same time', () => {
    expect(bucketOf(rule(10, 3600), 1)).toEqual({ interval: 360_000, capacity: 3_600_000 });
    expect(bucketOf(rule(10, 3600), 1000)).toEqual({ interval: 360, capacity: 3_600_000 });
    expect(bucketOf(rule(10, 3600), 0.1)).toEqual({ interval: 3_600_000, capacity: 3_600_000 });
  });

  it('leaves at least one, however small it is, and takes them a millisecond apart at least', () => {
    expect(bucketOf(rule(3, 60), 0.1)).toEqual({ interval: 60_000, capacity: 60_000 });
    expect(bucketOf(rule(1000, 1), 100_000)).toEqual({ interval: 1, capacity: 100_000_000 });
  });

  it('does not touch what is fixed', () => {
    const fixed = rule(1, 3600, { isFixed: true });
    expect(bucketOf(fixed, 1000)).toEqual(bucketOf(fixed, 1));
  });
});
