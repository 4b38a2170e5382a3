import { describe, expect, it } from 'vitest';
import { isChargeable } from './chargeable.rules.js';

describe('what Stripe can charge', () => {
  it.each([
    ['30000 cents', { amount: 30_000, currency: 'usd' }],
    ['299 cents', { amount: 299, currency: 'usd' }],
    ['5 yen', { amount: 5, currency: 'jpy' }],
    ['12.340 dinars', { amount: 12_340, currency: 'kwd' }],
    ['5 krónur', { amount: 500, currency: 'isk' }],
    ['nothing at all', { amount: 0, currency: 'tnd' }],
  ])('%s', (_, money) => expect(isChargeable(money)).toBe(true));

  it.each([
    ['a thousandth of a dinar', { amount: 12_341, currency: 'kwd' }],
    ['half a króna', { amount: 550, currency: 'isk' }],
  ])('is not %s', (_, money) => expect(isChargeable(money)).toBe(false));
});
