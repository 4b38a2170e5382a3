import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies } from './currencies.js';
import { decimalOf } from './decimal.rules.js';
import { minorUnitDigits } from './minor-units.js';

const aCurrency = fc.constantFrom(...currencies);
const anAmount = fc.maxSafeInteger();

/** Read back by hand, so that it is not the same arithmetic that is asked twice. */
const minorUnitsIn = (written: string): bigint => BigInt(written.replace('.', ''));

describe('an amount as people write it', () => {
  it.each([
    [30_000, 'usd', '300.00'],
    [5, 'usd', '0.05'],
    [-5, 'usd', '-0.05'],
    [0, 'usd', '0.00'],
    [1200, 'jpy', '1200'],
    [12_340, 'kwd', '12.340'],
    [500_000, 'isk', '5000.00'],
  ])('is, for %d in %s, %s', (amount, currency, written) => {
    expect(decimalOf({ amount, currency })).toBe(written);
  });

  it('is to the last digit the amount that Stripe bills, however large', () => {
    fc.assert(
      fc.property(anAmount, aCurrency, (amount, currency) => {
        const written = decimalOf({ amount, currency });
        expect(minorUnitsIn(written)).toBe(BigInt(amount));
        expect(written.split('.')[1]?.length ?? 0).toBe(minorUnitDigits(currency));
        expect(written).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
      }),
    );
  });
});
