import { describe, expect, it } from 'vitest';
import { wallKind } from './wall.rules.js';

describe('the wall', () => {
  it('asks a stranger to register where an account is all it takes', () => {
    expect(wallKind('sign-in-required', 'registered')).toBe('free-account');
    expect(wallKind('sign-in-required', 'metered')).toBe('free-articles');
  });

  it('makes a stranger the offer where only members read on', () => {
    expect(wallKind('sign-in-required', 'members')).toBe('members');
  });

  it('makes a registered reader the offer', () => {
    expect(wallKind('membership-required', 'members')).toBe('members');
    expect(wallKind('meter-exhausted', 'metered')).toBe('exhausted');
  });

  it('sells nothing to a member whose plan is another, or whose payment failed', () => {
    expect(wallKind('plan-required', 'members')).toBe('plan');
    expect(wallKind('payment-overdue', 'members')).toBe('overdue');
    expect(wallKind('payment-overdue', 'metered')).toBe('overdue');
  });
});
