import { describe, expect, it } from 'vitest';
import type { Plan, Price } from '../../plans/plan.js';
import { type Held, type Wanted, decidePlanChange, otherPrices } from './plan-change.rules.js';

const periodEnd = new Date('2027-03-03T12:00:00Z');

const price = (id: string, terms: Partial<Price> = {}): Price => ({
  id,
  planId: 'pro',
  amount: 30_000,
  currency: 'usd',
  interval: 'year',
  status: 'active',
  ...terms,
});

const yearly = price('yearly');
const monthly = price('monthly', { amount: 2_900, interval: 'month' });

const held = (more: Partial<Held> = {}): Held => ({
  state: 'active',
  price: yearly,
  audience: 'person',
  currentPeriodEnd: periodEnd,
  cancelsAt: null,
  nextPriceId: null,
  ...more,
});

const wanted = (of: Price, more: Partial<Wanted> = {}): Wanted => ({
  price: of,
  onSale: true,
  audience: 'person',
  ...more,
});

describe('a member who asks for', () => {
  it.each([
    [
      'a year in place of her month moves at once, pays the difference, and her year begins',
      held({ price: monthly }),
      yearly,
      { kind: 'now', isCharged: true, beginsPeriod: true },
    ],
    [
      'a year that costs less than her month moves at once all the same',
      held({ price: price('dear', { amount: 90_000, interval: 'month' }) }),
      yearly,
      { kind: 'now', isCharged: true, beginsPeriod: true },
    ],
    [
      'a month in place of her year moves when the year is over',
      held(),
      monthly,
      { kind: 'at-period-end', at: periodEnd },
    ],
    [
      'more for the same time moves at once and keeps her dates',
      held(),
      price('gold', { planId: 'gold', amount: 50_000 }),
      { kind: 'now', isCharged: true, beginsPeriod: false },
    ],
    [
      'less for the same time moves at the end of it',
      held(),
      price('basic', { planId: 'basic', amount: 10_000 }),
      { kind: 'at-period-end', at: periodEnd },
    ],
    [
      'another plan for the same money moves at once, without money',
      held(),
      price('twin', { planId: 'twin' }),
      { kind: 'now', isCharged: false, beginsPeriod: false },
    ],
    [
      'less in her trial moves at once, and the trial keeps its end',
      held({ state: 'trialing' }),
      monthly,
      { kind: 'now', isCharged: false, beginsPeriod: false },
    ],
    [
      'more in her trial is charged nothing now',
      held({ state: 'trialing', price: monthly }),
      yearly,
      { kind: 'now', isCharged: false, beginsPeriod: false },
    ],
    [
      'more while less was to come moves at once',
      held({ nextPriceId: 'basic' }),
      price('gold', { planId: 'gold', amount: 50_000 }),
      { kind: 'now', isCharged: true, beginsPeriod: false },
    ],
    [
      'what is to come already asks for the same again',
      held({ nextPriceId: monthly.id }),
      monthly,
      { kind: 'at-period-end', at: periodEnd },
    ],
    [
      'what she has, while less was to come, keeps it',
      held({ nextPriceId: monthly.id }),
      yearly,
      { kind: 'kept' },
    ],
  ])('%s', (_, has, asks, change) => {
    expect(decidePlanChange(has, wanted(asks))).toEqual({ granted: true, change });
  });

  it('what she has, although it is no longer sold, keeps it', () => {
    const decision = decidePlanChange(
      held({ nextPriceId: monthly.id }),
      wanted(yearly, { onSale: false }),
    );
    expect(decision).toEqual({ granted: true, change: { kind: 'kept' } });
  });
});

describe('a change is refused', () => {
  it.each([
    ['without a membership', held({ state: 'none' }), wanted(monthly), 'no-membership'],
    ['when it has ended', held({ state: 'ended' }), wanted(monthly), 'no-membership'],
    ['of a complimentary one', held({ price: null }), wanted(monthly), 'complimentary'],
    ['to what she has', held(), wanted(yearly), 'same-price'],
    ['in grace', held({ state: 'grace' }), wanted(monthly), 'payment-overdue'],
    ['while suspended', held({ state: 'suspended' }), wanted(monthly), 'payment-overdue'],
    ['while paused', held({ state: 'paused' }), wanted(monthly), 'on-hold'],
    ['during a dispute', held({ state: 'blocked' }), wanted(monthly), 'on-hold'],
    [
      'after she cancelled',
      held({ cancelsAt: periodEnd }),
      wanted(monthly),
      'cancellation-scheduled',
    ],
    ['to what is off sale', held(), wanted(monthly, { onSale: false }), 'not-on-sale'],
    ['to what teams buy', held(), wanted(monthly, { audience: 'team' }), 'other-audience'],
    ['from a team to one person', held({ audience: 'team' }), wanted(monthly), 'other-audience'],
    [
      'to another currency',
      held(),
      wanted(price('euro', { interval: 'month', currency: 'eur' })),
      'currency-bound',
    ],
  ])('%s', (_, has, asks, denial) => {
    expect(decidePlanChange(has, asks)).toEqual({ granted: false, denial });
  });
});

describe('beside what she has, a member is shown', () => {
  const plan = (slug: string, prices: Price[], more: Partial<Plan> = {}): Plan => ({
    id: slug,
    slug,
    name: slug,
    description: '',
    benefits: [],
    trialDays: 0,
    audience: 'person',
    archivedAt: null,
    prices,
    ...more,
  });
  const shown = (has: Held, ...plans: Plan[]): string[] =>
    otherPrices(has, plans).map((option) => option.price.id);

  it('the other interval and the other plans', () => {
    const gold = price('gold', { planId: 'gold', amount: 50_000 });
    expect(shown(held(), plan('pro', [yearly, monthly]), plan('gold', [gold]))).toEqual([
      'monthly',
      'gold',
    ]);
  });

  it('the successor of her own price when it costs less, not when it costs more', () => {
    const cheaper = price('cheaper', { amount: 25_000 });
    const dearer = price('dearer', { amount: 36_000 });
    expect(shown(held(), plan('pro', [cheaper]))).toEqual(['cheaper']);
    expect(shown(held(), plan('pro', [dearer]))).toEqual([]);
  });

  it('nothing that she could not have', () => {
    const team = plan('team', [price('seats', { planId: 'team' })], { audience: 'team' });
    const euro = plan('euro', [price('euro', { planId: 'euro', currency: 'eur' })]);
    expect(shown(held(), team, euro)).toEqual([]);
    expect(shown(held({ state: 'blocked' }), plan('pro', [monthly]))).toEqual([]);
  });
});
