import { describe, expect, it } from 'vitest';
import { wallKind } from './wall.rules.js';

describe('the wall', () => {
  it('asks a stranger to register where an account is all it takes', () => {
    expect(wallKind('sign-in-required', 'registered', null)).toBe('free-account');
    expect(wallKind('sign-in-required', 'metered', null)).toBe('free-articles');
  });

  it('makes a stranger the offer where only members read on', () => {
    expect(wallKind('sign-in-required', 'members', null)).toBe('members');
  });

  it('makes a registered reader the offer', () => {
    expect(wallKind('membership-required', 'members', 'none')).toBe('members');
    expect(wallKind('meter-exhausted', 'metered', 'none')).toBe('exhausted');
  });

  it('asks a stranger who has read hers to register where that gives her more', () => {
    const more = { limitWithAccount: 5 };
    expect(wallKind('meter-exhausted', 'metered', null, more)).toBe('more-with-account');
    expect(wallKind('meter-exhausted', 'metered', null, { limitWithAccount: null })).toBe(
      'exhausted',
    );
  });

  it('asks whoever was a member to come back', () => {
    expect(wallKind('membership-required', 'members', 'ended')).toBe('ended');
    expect(wallKind('meter-exhausted', 'metered', 'ended')).toBe('exhausted');
  });

  it('sells nothing to a member whose plan is another, or whose payment failed', () => {
    expect(wallKind('plan-required', 'members', 'active')).toBe('plan');
    expect(wallKind('payment-overdue', 'members', 'suspended')).toBe('overdue');
    expect(wallKind('meter-exhausted', 'metered', 'suspended')).toBe('overdue');
  });

  it('nor to one whose membership is paused or on hold', () => {
    for (const state of ['paused', 'blocked'] as const) {
      expect(wallKind('membership-required', 'members', state)).toBe(state);
      expect(wallKind('meter-exhausted', 'metered', state)).toBe(state);
    }
  });
});
