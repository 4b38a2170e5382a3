import { describe, expect, it } from 'vitest';
import type { Plan, Price } from './plan.js';
import { succession } from './price-succession.rules.js';

const yearly: Price = {
  id: 'yearly',
  planId: 'pro',
  amount: 30_000,
  currency: 'usd',
  interval: 'year',
  status: 'active',
};
const monthly: Price = { ...yearly, id: 'monthly', amount: 2_900, interval: 'month' };
const gone: Price = { ...yearly, id: 'gone', amount: 24_000, status: 'archived' };

const pro: Plan = {
  id: 'pro',
  slug: 'pro',
  name: 'PRO',
  description: '',
  benefits: [],
  trialDays: 7,
  audience: 'person',
  archivedAt: null,
  prices: [yearly, monthly],
};

const terms = { amount: 36_000, currency: 'usd', interval: 'year' } as const;
const sameTerms = { ...terms, amount: yearly.amount };

describe('what a new price takes the place of', () => {
  it('is the one of the same interval and currency', () => {
    expect(succession(pro, terms, null)).toEqual({ standing: null, replaced: [yearly] });
  });

  it('is nothing where nothing stands', () => {
    expect(succession(pro, { ...terms, currency: 'eur' }, null)).toEqual({
      standing: null,
      replaced: [],
    });
  });

  it('is the named one, and the one that stands where it will', () => {
    expect(succession(pro, { ...terms, replaces: 'monthly' }, monthly)).toEqual({
      standing: null,
      replaced: [yearly, monthly],
    });
  });

  it('is nothing when it is on sale already', () => {
    expect(succession(pro, sameTerms, null)).toEqual({ standing: yearly, replaced: [] });
    expect(succession(pro, { ...sameTerms, replaces: 'yearly' }, yearly)).toEqual({
      standing: yearly,
      replaced: [],
    });
  });

  it('is the named one alone when the new one is on sale already', () => {
    expect(succession(pro, { ...sameTerms, replaces: 'monthly' }, monthly)).toEqual({
      standing: yearly,
      replaced: [monthly],
    });
  });
});

describe('a named price that is not on sale', () => {
  it('cannot be replaced', () => {
    expect(succession(pro, { ...terms, replaces: 'gone' }, gone)).toBe('not-on-sale');
    expect(succession(pro, { ...terms, replaces: 'nothing' }, null)).toBe('not-on-sale');
  });

  it('has been replaced when what is wanted is on sale: whoever asks again is told so', () => {
    expect(succession(pro, { ...sameTerms, replaces: 'gone' }, gone)).toEqual({
      standing: yearly,
      replaced: [],
    });
  });

  it('of another plan is not confused with it', () => {
    const foreign = { ...gone, planId: 'other' };
    expect(succession(pro, { ...sameTerms, replaces: 'gone' }, foreign)).toBe('not-on-sale');
  });
});
