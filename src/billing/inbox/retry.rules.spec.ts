/** The pauses between tries grow, are spread, and add up to what the operator is told. */
import { describe, expect, it } from 'vitest';
import { lastTry, pauseAfter } from './retry.rules.js';

const total = (tries: number) =>
  Array.from({ length: tries - 1 }, (_, before) => pauseAfter(before + 1, 0.5)).reduce(
    (sum, pause) => sum + pause,
    0,
  );

describe('the pause after a failed try', () => {
  it('doubles, up to an hour', () => {
    expect([1, 2, 3].map((tries) => pauseAfter(tries, 0.5))).toEqual([3, 6, 12]);
    expect(pauseAfter(50, 0.5)).toBe(3_600);
  });

  it('is spread around its middle', () => {
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([1.5, 4.5]);
  });

  it('gives a failing event about half an hour, and Stripe about four days', () => {
    expect(total(lastTry.ofAnEvent) / 60).toBeCloseTo(25.55);
    expect(total(lastTry.withStripeAway) / 86_400).toBeCloseTo(3.75, 1);
  });
});
