import { describe, expect, it } from 'vitest';
import { currencies } from './currencies.js';
import { minorUnitDigits } from './minor-units.js';

describe('what Stripe counts an amount in', () => {
  const countedIn = (digits: number): string =>
    currencies
      .filter((code) => minorUnitDigits(code) === digits)
      .toSorted()
      .join(' ');

  it('is the unit itself for some currencies, thousandths for others, hundredths for all the rest', () => {
    expect(countedIn(0)).toBe('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf');
    expect(countedIn(3)).toBe('bhd jod kwd omr tnd');
    for (const code of ['usd', 'eur', 'huf', 'isk', 'ugx', 'twd', 'idr']) {
      expect(minorUnitDigits(code), code).toBe(2);
    }
  });

  it('does not depend on how the code is written', () => {
    expect(minorUnitDigits('JPY')).toBe(0);
  });
});
