/** Counts, shares and money in words. */
import { minorUnitDigits } from './minor-units.js';

export interface Money {
  /** In the currency's smallest unit, like cents. */
  amount: number;
  currency: string;
}

const whole = new Intl.NumberFormat('en-US');
const share = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 1 });
const rules = new Intl.PluralRules('en-US');

/** Like `1,204`. */
export const count = (number: number): string => whole.format(number);

/** Like `1,204 members`, and `1 member`. */
export function countOf(number: number, one: string, more = `${one}s`): string {
  return `${count(number)} ${rules.select(number) === 'one' ? one : more}`;
}

/** Like `3.4%`. */
export const percent = (ratio: number): string => share.format(ratio);

const kilobytes = new Intl.NumberFormat('en-US', {
  style: 'unit',
  unit: 'kilobyte',
  maximumFractionDigits: 1,
});

/** Like `12.4 kB`. */
export const bytesInWords = (bytes: number): string => kilobytes.format(bytes / 1000);

/** Like `$300.00`. */
export function money({ amount, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount / 10 ** digits);
}
