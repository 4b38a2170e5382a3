import { describe, expect, it } from 'vitest';
import type { Holders, Plan } from './plan.js';
import { fieldsOf } from './plan.js';
import {
  effectsOfArchiving,
  effectsOfEdit,
  effectsOfPrice,
  heldPriceInWords,
  holdersInWords,
} from './plan-effects.js';

const yearly = { id: 'p1', amount: 30_000, currency: 'usd', interval: 'year' as const };

const pro: Plan = {
  id: 'pro',
  slug: 'pro',
  name: 'PRO',
  description: '',
  benefits: ['Memos', 'Trend reports'],
  trialDays: 7,
  audience: 'person',
  prices: [yearly],
  archivedAt: null,
};

const holders: Holders = {
  total: 1_204,
  states: { trialing: 1, active: 1_200, grace: 3, suspended: 0, paused: 0, blocked: 0 },
  complimentary: 2,
  prices: [{ priceId: 'p1', ...yearly, onSale: true, members: 1_100, seats: 1_100 }],
  nextRenewals: { members: 1_150, first: '2026-11-30T00:00:00Z', last: '2027-11-22T00:00:00Z' },
  leaving: 54,
  arriving: 0,
};

describe('before a plan is changed, staff are told', () => {
  it('nothing where nothing that members notice changes', () => {
    const described = { ...fieldsOf(pro), description: 'All of it.' };
    expect(effectsOfEdit(fieldsOf(pro), described, holders)).toEqual([]);
  });

  it('which promise is taken back from how many', () => {
    const poorer = { ...fieldsOf(pro), benefits: ['Memos'] };
    const [said] = effectsOfEdit(fieldsOf(pro), poorer, holders);
    expect(said).toContain('1,204 members hold the plan');
    expect(said).toContain('“Trend reports” was promised when they joined, and is not any more');
  });

  it('that running trials keep their end', () => {
    const shorter = { ...fieldsOf(pro), trialDays: 0 };
    expect(effectsOfEdit(fieldsOf(pro), shorter, holders)).toEqual([
      'Whoever starts from now on pays at once. 1 running trial keeps its own end.',
    ]);
  });

  it('who keeps the price that is replaced', () => {
    const dearer = { amount: 32_000, currency: 'usd', interval: 'year' as const };
    const said = effectsOfPrice(yearly, dearer, holders, 'Nov 30, 2026').join(' ');
    expect(said).toContain('sold for $320.00 a year');
    expect(said).toContain('1,100 members keep $300.00 a year');
    expect(said).toContain('Nov 30, 2026');
  });

  it('that a further price touches nobody', () => {
    const monthly = { amount: 2_900, currency: 'usd', interval: 'month' as const };
    expect(effectsOfPrice(null, monthly, holders, null)).toContain(
      'Nobody who holds the plan is touched.',
    );
  });

  it('for how many an archived plan goes on', () => {
    const said = effectsOfArchiving(pro, holders).join(' ');
    expect(said).toContain('1,204 members keep it');
    expect(said).toContain('renews for 1,150 members');
  });
});

describe('who holds a plan', () => {
  it('is told by state and price', () => {
    expect(holdersInWords(holders)).toBe(
      '1,204 members: 1 trialing, 1,200 active, 3 grace, 2 given by us.',
    );
    expect(holdersInWords({ ...holders, total: 0 })).toBe('Nobody holds this plan.');
    const [price] = holders.prices;
    expect(price === undefined ? '' : heldPriceInWords({ ...price, onSale: false })).toBe(
      '1,100 members at $300.00 a year, no longer sold',
    );
  });
});
