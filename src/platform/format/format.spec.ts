import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencies } from '../money/currencies.js';
import { minorUnitDigits } from '../money/minor-units.js';
import { formatFor, pluralFor } from './format.js';

const format = formatFor('en-US', 'UTC');

describe('what things cost, as a reader sees it', () => {
  it('is told in the currency, from its minor unit', () => {
    expect(format.money({ amount: 30000, currency: 'usd' })).toBe('$300.00');
    expect(format.money({ amount: 2500, currency: 'eur' })).toBe('€25.00');
    expect(format.money({ amount: 1200, currency: 'jpy' })).toBe('¥1,200');
    expect(format.money({ amount: 12345, currency: 'kwd' })).toContain('12.345');
    expect(format.money({ amount: 0, currency: 'usd' })).toBe('$0.00');
  });

  it.each(currencies)(
    'is in %s the amount that Stripe charges, whatever the custom',
    (currency) => {
      const digits = minorUnitDigits(currency);
      fc.assert(
        fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (amount) => {
          const shown = format.money({ amount, currency }).replace(/[^\d.]/g, '');
          const [units = '', fraction = ''] = shown.split('.');
          expect(BigInt(units + fraction.padEnd(digits, '0'))).toBe(BigInt(amount));
        }),
      );
    },
  );

  it('has no decimals where people write none, unless there is something to write there', () => {
    expect(format.money({ amount: 990_000, currency: 'huf' })).toMatch(/^HUF\s9,900$/);
    expect(format.money({ amount: 990_050, currency: 'huf' })).toMatch(/^HUF\s9,900\.50$/);
    expect(format.money({ amount: 500_000, currency: 'isk' })).toMatch(/^ISK\s5,000$/);
    expect(format.money({ amount: 3_700_000, currency: 'ugx' })).toMatch(/^UGX\s37,000$/);
  });
});

describe('when things happen, as a reader sees it', () => {
  const instant = new Date('2026-11-29T23:30:00Z');

  it("is told in the publication's time zone", () => {
    expect(format.date(instant)).toBe('November 29, 2026');
    expect(format.weekday(instant)).toBe('Sunday, November 29, 2026');
    expect(format.moment(instant)).toMatch(/^November 29, 2026 at 11:30\sPM UTC$/);
    expect(formatFor('en-US', 'Europe/Berlin').date(instant)).toBe('November 30, 2026');
  });
});

describe('lists and counts', () => {
  it('are told as people tell them', () => {
    expect(format.list(['Ada', 'Ben', 'Cy'])).toBe('Ada, Ben, and Cy');
    expect(format.list(['Ada'])).toBe('Ada');
    const plural = pluralFor('en');
    expect(plural(1, { one: '1 day', other: '1 days' })).toBe('1 day');
    expect(plural(7, { one: '7 day', other: '7 days' })).toBe('7 days');
  });
});
