import { describe, expect, it } from 'vitest';
import { type HolderGroup, censusOf, planHoldersOf } from './census.rules.js';

const yearly = {
  priceId: '01',
  amount: 30_000,
  currency: 'usd',
  interval: 'year',
  onSale: false,
} as const;
const dearer = { ...yearly, priceId: '02', amount: 36_000, onSale: true };

const group = (changes: Partial<HolderGroup>): HolderGroup => ({
  state: 'active',
  isGiven: false,
  members: 1,
  price: yearly,
  seats: 1,
  leaving: 0,
  renewing: 0,
  firstRenewal: null,
  lastRenewal: null,
  ...changes,
});

describe('where everybody stands', () => {
  it('is nowhere, where nobody has ever been a member', () => {
    expect(Object.values(censusOf([])).every((count) => count === 0)).toBe(true);
  });

  it('is counted state by state, and given memberships only while they read', () => {
    const census = censusOf([
      { state: 'active', isGiven: false, members: 5 },
      { state: 'active', isGiven: true, members: 2 },
      { state: 'ended', isGiven: true, members: 9 },
      { state: 'grace', isGiven: false, members: 1 },
    ]);
    expect(census).toMatchObject({ active: 7, grace: 1, ended: 9, complimentary: 2 });
  });
});

describe('whoever holds a plan', () => {
  it('is counted by the price that she keeps, the newest first, and all of them together', () => {
    const holders = planHoldersOf([
      group({ members: 3, seats: 3 }),
      group({ state: 'trialing', price: dearer, members: 2, seats: 7 }),
      group({ state: 'grace', members: 1, seats: 1 }),
      group({ isGiven: true, price: null, members: 4, seats: 4 }),
    ]);
    expect(holders).toMatchObject({
      total: 10,
      states: { active: 7, trialing: 2, grace: 1 },
      complimentary: 4,
      prices: [
        { amount: 36_000, onSale: true, members: 2, seats: 7 },
        { amount: 30_000, onSale: false, members: 4, seats: 4 },
      ],
    });
  });

  it('renews between the first and the last of all these ends, whichever group has them', () => {
    const at = (text: string): Date => new Date(text);
    const holders = planHoldersOf([
      group({ renewing: 2, firstRenewal: at('2027-05-01'), lastRenewal: at('2027-06-01') }),
      group({
        state: 'trialing',
        renewing: 1,
        firstRenewal: at('2027-01-01'),
        lastRenewal: at('2027-01-01'),
      }),
      group({ leaving: 3 }),
    ]);
    expect(holders.nextRenewals).toEqual({
      members: 3,
      first: at('2027-01-01'),
      last: at('2027-06-01'),
    });
    expect(holders.leaving).toBe(3);
  });
});
