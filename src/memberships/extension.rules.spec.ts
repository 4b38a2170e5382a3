import { describe, expect, it } from 'vitest';
import { membershipSample } from '../../test/support/membership-sample.js';
import { canExtend } from './extension.rules.js';
import type { Membership, MembershipState } from './membership.js';

const at = (text: string): Date => new Date(text);
const now = at('2027-03-01T12:00:00Z');
const end = at('2027-03-10T12:00:00Z');
const later = at('2027-03-20T12:00:00Z');

const paid: Partial<Membership> = { status: 'active', currentPeriodEnd: end, cancelsAt: null };
const given: Partial<Membership> = {
  source: 'complimentary',
  priceId: null,
  currentPeriodEnd: null,
  cancelsAt: end,
};

const extend = (changes: Partial<Membership>, until = later, state: MembershipState = 'active') =>
  canExtend(membershipSample(changes), state, until, now);

describe('staff let a membership go on', () => {
  it('that is paid for, by moving its next bill', () => {
    expect(extend(paid)).toEqual({ granted: true, moves: 'next-bill', from: end });
  });

  it('that is a trial, by moving its end', () => {
    const trial = extend({ ...paid, status: 'trialing' }, later, 'trialing');
    expect(trial).toEqual({ granted: true, moves: 'trial', from: end });
  });

  it('that was given, by giving it another date', () => {
    expect(extend(given)).toEqual({ granted: true, moves: 'end', from: end });
  });

  it.each([paid, given])('once, however often it is asked for', (held) => {
    expect(extend(held, end)).toEqual({ granted: true, moves: 'nothing' });
  });

  it.each([
    ['none', 'nothing-runs'],
    ['ended', 'nothing-runs'],
    ['grace', 'overdue'],
    ['suspended', 'overdue'],
    ['paused', 'paused'],
    ['blocked', 'blocked'],
  ] as const)('never when she stands at %s', (state, denial) => {
    expect(extend(paid, later, state)).toEqual({ granted: false, denial });
  });

  it('never for somebody who holds none', () => {
    expect(canExtend(null, 'none', later, now)).toMatchObject({ denial: 'nothing-runs' });
  });

  it('not while it is to end, or to change its price', () => {
    expect(extend({ ...paid, cancelsAt: end })).toMatchObject({ denial: 'is-leaving' });
    expect(extend({ ...paid, nextPriceId: 'other' })).toMatchObject({ denial: 'change-comes' });
  });

  it.each([
    ['a date before its end', at('2027-03-10T11:59:59Z')],
    ['a date that is over', at('2027-02-01T00:00:00Z')],
  ])('not to %s', (_, until) => {
    expect(extend(paid, until)).toMatchObject({ denial: 'too-early' });
    expect(extend(given, until)).toMatchObject({ denial: 'too-early' });
  });

  it('for two years at most where it is paid for, and for good where it was given', () => {
    const farAway = at('2029-03-01T12:00:00Z');
    expect(extend(paid, farAway)).toMatchObject({ denial: 'too-far' });
    expect(extend(given, farAway)).toMatchObject({ granted: true });
  });
});
