import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeableStep, isChargeable } from './chargeable.rules.js';
import { currencies } from './currencies.js';
import { shareOf } from './share.rules.js';

const aCurrency = fc.constantFrom(...currencies);
const anAmount = fc.integer({ min: 0, max: 99_999_999 });
const someParts = fc.integer({ min: 1, max: 24 });

describe('a share of an amount', () => {
  it.each([
    ['$300.00', 30_000, 'usd', 2_500],
    ['$99.95', 9_995, 'usd', 833],
    ['$0.06', 6, 'usd', 1],
    ['$0.05', 5, 'usd', 0],
    ['¥10,000', 10_000, 'jpy', 833],
    ['KWD 30.010', 30_010, 'kwd', 2_500],
    ['ISK 10,000', 1_000_000, 'isk', 83_300],
  ])('of twelve of %s', (_, amount, currency, share) => {
    expect(shareOf({ amount, currency }, 12)).toEqual({ amount: share, currency });
  });

  it('could itself be charged, and no amount that could is nearer', () => {
    fc.assert(
      fc.property(anAmount, aCurrency, someParts, (amount, currency, parts) => {
        const share = shareOf({ amount, currency }, parts);
        const step = chargeableStep(currency);
        expect(isChargeable(share)).toBe(true);
        const missing = Math.abs(amount - share.amount * parts);
        expect(2 * missing).toBeLessThanOrEqual(step * parts);
      }),
    );
  });

  it('is the whole where there is one share', () => {
    fc.assert(
      fc.property(anAmount, aCurrency, (units, currency) => {
        const amount = units * chargeableStep(currency);
        expect(shareOf({ amount, currency }, 1).amount).toBe(amount);
      }),
    );
  });
});
