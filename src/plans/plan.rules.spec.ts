import { describe, expect, it } from 'vitest';
import type { Plan, Price } from './plan.js';
import { monthlyEquivalent, pricesOnSale } from './plan.rules.js';

const yearly: Price = {
  id: 'p1',
  planId: 'pro',
  amount: 30_000,
  currency: 'usd',
  interval: 'year',
  status: 'active',
};

const pro: Plan = {
  id: 'pro',
  slug: 'pro',
  name: 'PRO',
  description: '',
  benefits: [],
  trialDays: 7,
  audience: 'person',
  archivedAt: null,
  prices: [yearly],
};

describe('what a price comes to', () => {
  it('shows $300.00 a year as $25.00 a month', () => {
    expect(monthlyEquivalent(yearly)).toEqual({ amount: 2_500, currency: 'usd' });
  });

  it('shows a monthly price as it is', () => {
    expect(monthlyEquivalent({ ...yearly, amount: 2_900, interval: 'month' }).amount).toBe(2_900);
  });

  it('rounds to the nearest cent, in whole cents', () => {
    expect(monthlyEquivalent({ ...yearly, amount: 9_995 }).amount).toBe(833);
  });
});

describe('what is on sale', () => {
  it('sells a price once Stripe knows it', () => {
    expect(pricesOnSale(pro)).toEqual([yearly]);
    expect(pricesOnSale({ ...pro, prices: [{ ...yearly, status: 'pending' }] })).toEqual([]);
  });

  it('sells nothing of an archived plan', () => {
    expect(pricesOnSale({ ...pro, archivedAt: new Date('2026-11-22T00:00:00Z') })).toEqual([]);
  });
});
