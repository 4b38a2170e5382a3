import { describe, expect, it } from 'vitest';
import type { MembershipState } from '../page-props.js';
import { isCancelled, mayCancel, readsUntil } from './leaving.rules.js';

const periodEnd = new Date('2027-06-10T12:00:00Z');
const held = {
  state: 'active' as MembershipState,
  price: {},
  trialEndsAt: null,
  currentPeriodEnd: periodEnd,
  cancelsAt: null,
};

describe('a member', () => {
  it.each(['trialing', 'active'] as const)('who is %s may cancel, and then keep it', (state) => {
    expect(mayCancel({ ...held, state })).toBe(true);
    expect(isCancelled({ ...held, state })).toBe(false);
    const cancelled = { ...held, state, cancelsAt: periodEnd };
    expect(mayCancel(cancelled)).toBe(false);
    expect(isCancelled(cancelled)).toBe(true);
  });

  it.each(['none', 'grace', 'suspended', 'paused', 'blocked', 'ended'] as const)(
    'whose membership is %s has nothing to cancel here',
    (state) => {
      expect(mayCancel({ ...held, state })).toBe(false);
      expect(isCancelled({ ...held, state, cancelsAt: periodEnd })).toBe(false);
    },
  );

  it('by a gift of the house has nothing to cancel, for it ends by itself', () => {
    expect(mayCancel({ ...held, price: null })).toBe(false);
    expect(isCancelled({ ...held, price: null, cancelsAt: periodEnd })).toBe(false);
  });

  it('reads until the end of what she paid, and in her trial until its end', () => {
    expect(readsUntil(held)).toEqual(periodEnd);
    const trialEndsAt = new Date('2026-11-29T00:00:00Z');
    expect(readsUntil({ ...held, state: 'trialing', trialEndsAt })).toEqual(trialEndsAt);
  });
});
