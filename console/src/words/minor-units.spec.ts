import { describe, expect, it } from 'vitest';
import { minorOf, typedOf } from './minor-units.js';
import { money } from './numbers.js';

describe('an amount that staff type', () => {
  it.each([
    ['300', 'usd', 30_000],
    ['300.5', 'usd', 30_050],
    [' 0.01 ', 'eur', 1],
    ['1200', 'jpy', 1_200],
    ['12.340', 'kwd', 12_340],
    ['8990.00', 'huf', 899_000],
  ])('%s %s is %i of the smallest unit', (typed, currency, amount) => {
    expect(minorOf(typed, currency)).toBe(amount);
  });

  it.each([
    ['', 'usd'],
    ['-3', 'usd'],
    ['3,50', 'usd'],
    ['3.505', 'usd'],
    ['1200.5', 'jpy'],
    ['1e3', 'usd'],
    ['free', 'usd'],
  ])('%s %s is none', (typed, currency) => {
    expect(minorOf(typed, currency)).toBeNull();
  });

  it.each([
    [30_000, 'usd', '300.00'],
    [1, 'usd', '0.01'],
    [1_200, 'jpy', '1200'],
    [12_340, 'kwd', '12.340'],
  ])('%i %s stands in the field as %s', (amount, currency, typed) => {
    expect(typedOf(amount, currency)).toBe(typed);
    expect(minorOf(typed, currency)).toBe(amount);
  });
});

describe('money in a sentence', () => {
  it.each([
    [30_000, 'usd', '$300.00'],
    [899_000, 'huf', 'HUF 8,990.00'],
    [1_200, 'jpy', '¥1,200'],
  ])('%i %s is %s', (amount, currency, said) => {
    expect(money({ amount, currency }).replaceAll('\u00a0', ' ')).toBe(said);
  });
});
