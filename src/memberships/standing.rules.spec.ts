import { describe, expect, it } from 'vitest';
import { membershipSample } from '../../test/support/membership-sample.js';
import type { Membership } from './membership.js';
import { standingOf } from './standing.rules.js';

const at = (text: string): Date => new Date(text);
const second = 1000;
const day = 24 * 60 * 60 * second;
const after = (date: Date, milliseconds: number): Date => new Date(date.getTime() + milliseconds);

const periodEnd = at('2027-11-29T09:00:00Z');
const trialEnd = at('2026-11-29T09:00:00Z');
const now = at('2026-12-10T12:00:00Z');

const paid = membershipSample({ trialEndsAt: trialEnd, currentPeriodEnd: periodEnd });

const standing = (changes: Partial<Membership>, when = now) =>
  standingOf({ ...paid, ...changes }, when, 7);

describe('where a member stands', () => {
  it('somebody who never bought stands nowhere', () => {
    expect(standingOf(null, now, 7)).toEqual({
      state: 'none',
      access: false,
      accessUntil: null,
      graceEndsAt: null,
      planId: null,
    });
  });

  it('a paying member reads until her period ends', () => {
    expect(standing({})).toEqual({
      state: 'active',
      access: true,
      accessUntil: periodEnd,
      graceEndsAt: null,
      planId: 'pro',
    });
  });

  it('a reader in her trial reads until it ends', () => {
    const trial = standing(
      { status: 'trialing', currentPeriodEnd: trialEnd },
      at('2026-11-23T00:00:00Z'),
    );
    expect(trial).toMatchObject({ state: 'trialing', access: true, accessUntil: trialEnd });
  });

  it('a half-finished purchase is none', () => {
    expect(standing({ status: 'incomplete' })).toMatchObject({
      state: 'none',
      access: false,
      planId: null,
    });
  });

  it.each(['paused', 'blocked', 'ended'] as const)('a %s membership does not read', (status) => {
    expect(standing({ status })).toMatchObject({ state: status, access: false, accessUntil: null });
  });

  it('an unpaid membership is suspended', () => {
    expect(standing({ status: 'unpaid' })).toMatchObject({ state: 'suspended', access: false });
  });
});

describe('a scheduled cancellation', () => {
  const cancelsAt = at('2026-12-20T09:00:00Z');

  it('changes nothing until its time', () => {
    expect(standing({ cancelsAt }, after(cancelsAt, -second))).toMatchObject({
      state: 'active',
      access: true,
      accessUntil: cancelsAt,
    });
  });

  it('ends the membership on the second, without waiting for an event', () => {
    expect(standing({ cancelsAt }, cancelsAt)).toMatchObject({ state: 'ended', access: false });
  });
});

describe('a failed payment', () => {
  const failedAt = at('2026-12-01T10:00:00Z');
  const graceEndsAt = after(failedAt, 7 * day);
  const pastDue = { status: 'past_due', pastDueSince: failedAt } as const;

  it('a lapsed member on the last second of grace still reads', () => {
    expect(standing(pastDue, after(graceEndsAt, -second))).toMatchObject({
      state: 'grace',
      access: true,
      accessUntil: graceEndsAt,
      graceEndsAt,
    });
  });

  it('when grace is over she is suspended', () => {
    expect(standing(pastDue, graceEndsAt)).toMatchObject({
      state: 'suspended',
      access: false,
      graceEndsAt: null,
    });
  });

  it('is not made longer by a cancellation that is scheduled for later', () => {
    const cancelsAt = at('2027-11-29T09:00:00Z');
    expect(standing({ ...pastDue, cancelsAt }, failedAt).accessUntil).toEqual(graceEndsAt);
  });

  it('nobody knows the time of has no grace left', () => {
    expect(standing({ status: 'past_due', pastDueSince: null })).toMatchObject({
      state: 'suspended',
      access: false,
    });
  });

  it('without grace days she is suspended at once', () => {
    expect(standingOf({ ...paid, ...pastDue }, failedAt, 0).state).toBe('suspended');
  });
});

describe('news that never came', () => {
  it('a renewal that is a day late still reads', () => {
    expect(standing({}, after(periodEnd, day))).toMatchObject({ state: 'active', access: true });
  });

  it('a period that ended longer ago than any grace no longer reads', () => {
    expect(standing({}, after(periodEnd, 8 * day))).toMatchObject({
      state: 'suspended',
      access: false,
    });
  });
});
