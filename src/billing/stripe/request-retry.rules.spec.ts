/** What Stripe's answers make of a request that failed. */
import { describe, expect, it } from 'vitest';
import { isWorthAnother, pauseBeforeAnother } from './request-retry.rules.js';

describe('a request', () => {
  it.each([409, 429, 500, 503])('answered with %i is made again', (status) => {
    expect(isWorthAnother({ status })).toBe(true);
  });

  it.each([200, 400, 401, 402, 403, 404])('answered with %i is not', (status) => {
    expect(isWorthAnother({ status })).toBe(false);
  });

  it('is made again or not as Stripe says, if it does', () => {
    expect(isWorthAnother({ status: 500, shouldRetry: 'false' })).toBe(false);
    expect(isWorthAnother({ status: 400, shouldRetry: 'true' })).toBe(true);
  });
});

describe('the pause before it', () => {
  it('doubles up to four seconds, and is spread over its upper half', () => {
    expect([1, 2, 3, 20].map((tries) => pauseBeforeAnother(tries, 1, undefined))).toEqual([
      250, 500, 1000, 4000,
    ]);
    expect(pauseBeforeAnother(1, 0, undefined)).toBe(125);
  });

  it('is as long as Stripe asks, where that is longer', () => {
    expect(pauseBeforeAnother(1, 1, '2')).toBe(2000);
    expect(pauseBeforeAnother(1, 1, '0')).toBe(250);
    expect(pauseBeforeAnother(1, 1, 'Wed, 21 Oct 2026 07:28:00 GMT')).toBe(250);
  });
});
