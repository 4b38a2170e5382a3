import { describe, expect, it } from 'vitest';
import { type LedgerSum, monthsIn, revenueOf } from './revenue.rules.js';

const day = 24 * 60 * 60;
const year = 365 * day;

const november = (kind: LedgerSum['kind'], amount: number, currency = 'usd'): LedgerSum => ({
  month: '2026-11',
  currency,
  kind,
  amount,
});

describe('a period in months', () => {
  it.each([
    [28, 1],
    [29, 1],
    [30, 1],
    [31, 1],
    [90, 3],
    [181, 6],
    [365, 12],
    [366, 12],
    [730, 24],
  ])('%i days are %i', (days, months) => {
    expect(monthsIn(days * day)).toBe(months);
  });

  it('is never none: what was paid for a week counts as paid for its month', () => {
    expect(monthsIn(7 * day)).toBe(1);
    expect(monthsIn(0)).toBe(1);
  });
});

describe('the publisher reads what came in', () => {
  it('nothing, when nothing moved', () => {
    expect(revenueOf([], [])).toEqual([]);
  });

  it('what was paid, what was given back and what the bank took, and what is left', () => {
    const [usd] = revenueOf(
      [
        november('payment', 90_000),
        november('refund', -30_000),
        november('refund_failed', 10_000),
        november('dispute', -30_000),
        november('dispute_won', 30_000),
      ],
      [],
    );
    const takings = { payments: 90_000, refunds: -20_000, disputes: 0, net: 70_000 };
    expect(usd).toEqual({
      currency: 'usd',
      total: takings,
      months: [{ month: '2026-11', ...takings }],
      mrr: 0,
    });
  });

  it('by month, the earliest first, and all of them together', () => {
    const sums = [
      { ...november('refund', -10_000), month: '2026-12' },
      november('payment', 30_000),
      { ...november('payment', 5_000), month: '2027-01' },
    ];
    const [usd] = revenueOf(sums, []);
    expect(usd?.months.map(({ month, net }) => [month, net])).toEqual([
      ['2026-11', 30_000],
      ['2026-12', -10_000],
      ['2027-01', 5_000],
    ]);
    expect(usd?.total.net).toBe(25_000);
  });

  it('each currency by itself, and never a sum of two', () => {
    const found = revenueOf([november('payment', 5_000, 'jpy'), november('payment', 30_000)], []);
    expect(found.map(({ currency, total }) => [currency, total.net])).toEqual([
      ['jpy', 5_000],
      ['usd', 30_000],
    ]);
  });
});

describe('the publisher reads what comes in by the month', () => {
  it('a twelfth of a year, and all of a month', () => {
    const [usd] = revenueOf(
      [],
      [
        { currency: 'usd', length: year, amount: 30_000 },
        { currency: 'usd', length: 30 * day, amount: 2_900 },
      ],
    );
    expect(usd).toMatchObject({ mrr: 5_400, months: [] });
  });

  it('in whole minor units: a thousand years at 100.00 lose nothing to rounding each', () => {
    const [eur] = revenueOf([], [{ currency: 'eur', length: year, amount: 1_000 * 10_000 }]);
    expect(eur?.mrr).toBe(833_333);
  });

  it('counts ordinary years and leap years as the same twelve months', () => {
    const [eur] = revenueOf(
      [],
      [
        { currency: 'eur', length: year, amount: 10_006 },
        { currency: 'eur', length: year + day, amount: 10_000 },
      ],
    );
    expect(eur?.mrr).toBe(1_667);
  });

  it('rounds half a cent up', () => {
    const [eur] = revenueOf([], [{ currency: 'eur', length: year, amount: 6 }]);
    expect(eur?.mrr).toBe(1);
  });
});
