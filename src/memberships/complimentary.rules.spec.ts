import { describe, expect, it } from 'vitest';
import { membershipSample } from '../../test/support/membership-sample.js';
import { canGive } from './complimentary.rules.js';
import type { Membership } from './membership.js';

const now = new Date('2026-06-15T12:00:00Z');
const until = new Date('2026-07-15T12:00:00Z');

const held = (fields: Partial<Membership>): Membership =>
  membershipSample({
    priceId: null,
    source: 'complimentary',
    currentPeriodEnd: null,
    cancelsAt: new Date('2026-06-20T12:00:00Z'),
    startedAt: new Date('2026-06-01T12:00:00Z'),
    ...fields,
  });

describe('an admin gives a membership', () => {
  it('to somebody who holds none', () => {
    expect(canGive([], until, now)).toEqual({ granted: true, running: null });
  });

  it('in place of the end of one that was given and runs', () => {
    const running = held({});
    expect(canGive([running], until, now)).toEqual({ granted: true, running });
  });

  it('anew to somebody whose last one is over by its date', () => {
    const over = held({ cancelsAt: now });
    expect(canGive([over], until, now)).toEqual({ granted: true, running: null });
  });

  it('to a former member', () => {
    const former = held({ source: 'sold', priceId: 'price', status: 'ended' });
    expect(canGive([former], until, now)).toEqual({ granted: true, running: null });
  });

  it.each(['trialing', 'active', 'past_due', 'unpaid', 'paused', 'blocked'] as const)(
    'to nobody whose paid one is %s',
    (status) => {
      const paid = held({ source: 'sold', priceId: 'price', status, cancelsAt: null });
      expect(canGive([paid, held({ id: 'm2' })], until, now)).toEqual({
        granted: false,
        denial: 'paid-membership-runs',
      });
    },
  );

  it.each([now, new Date('2026-06-15T11:59:59Z')])('never for a time that is over: %s', (past) => {
    expect(canGive([], past, now)).toEqual({ granted: false, denial: 'not-in-the-future' });
  });
});
