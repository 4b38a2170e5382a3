/** An amount as people write it, digit by digit: a fraction in binary would round it. */
import { minorUnitDigits } from './minor-units.js';
import type { Money } from './money.js';

/** @returns "300.00" for 30000 cents, "1200" for 1200 yen, "-0.05" for a refund of five cents */
export function decimalOf({ amount, currency }: Money): `${number}` {
  const digits = minorUnitDigits(currency);
  const figures = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  const units = figures.slice(0, figures.length - digits);
  const written = digits === 0 ? units : `${units}.${figures.slice(-digits)}`;
  return `${sign}${written}` as `${number}`;
}
