import { describe, expect, it } from 'vitest';
import { canBuy, mostSeats } from './can-buy.rules.js';

const forOne = { onSale: true, audience: 'person' } as const;
const forTeams = { onSale: true, audience: 'team' } as const;

describe('who may buy', () => {
  it.each(['none', 'ended'] as const)('somebody whose membership is %s buys', (state) => {
    expect(canBuy({ state }, forOne, undefined)).toEqual({ granted: true, seats: 1 });
  });

  it.each(['trialing', 'active', 'grace', 'suspended', 'paused', 'blocked'] as const)(
    'somebody whose membership is %s manages it instead',
    (state) => {
      expect(canBuy({ state }, forOne, 1)).toEqual({ granted: false, denial: 'already-member' });
    },
  );

  it('what is no longer on sale is not sold', () => {
    expect(canBuy({ state: 'none' }, { ...forOne, onSale: false }, 1)).toEqual({
      granted: false,
      denial: 'not-on-sale',
    });
  });

  it('a plan for one person has one seat', () => {
    expect(canBuy({ state: 'none' }, forOne, 2)).toEqual({
      granted: false,
      denial: 'seats-not-for-sale',
    });
  });

  it('a plan for teams has as many seats as asked for', () => {
    expect(canBuy({ state: 'none' }, forTeams, 5)).toEqual({ granted: true, seats: 5 });
  });

  it('no more seats are sold than can be charged at once', () => {
    expect(mostSeats(30_000)).toBe(3_333);
    expect(mostSeats(99_999_999)).toBe(1);
    expect(mostSeats(0)).toBe(Infinity);
  });
});
