import { describe, expect, it } from 'vitest';
import { openInvoiceSample, writtenSample } from '../../../test/support/billing-samples.js';
import type { MembershipStatus } from '../../memberships/membership.js';
import type { WrittenSubscription } from '../sync/written-subscription.js';
import { deadInvoicesOf, endingsOf, isPaidBack } from './ending.rules.js';

const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-11-22T09:00:00Z').getTime();

interface Told extends Pick<Partial<WrittenSubscription>, 'isRepeatTrial' | 'reversal'> {
  stripe: string;
  ours: MembershipStatus;
}

const written = (subscriptionId: string, startDay: number, told: Told): WrittenSubscription => {
  const { stripe, ours, ...more } = told;
  const startedAt = new Date(start + startDay * day);
  return writtenSample({
    subscription: { subscriptionId, status: stripe, startedAt },
    membership: { id: `m-${subscriptionId}`, status: ours, startedAt },
    ...more,
  });
};

const active: Told = { stripe: 'active', ours: 'active' };
const over: Told = { stripe: 'canceled', ours: 'ended' };
const at = new Date(start);

describe('what has to end at Stripe', () => {
  it('is nothing for a member with one subscription', () => {
    expect(endingsOf([written('a', 0, active)])).toEqual([]);
    expect(endingsOf([])).toEqual([]);
  });

  it('is the younger of two, whichever is told first', () => {
    const [older, younger] = [written('z', 0, active), written('a', 1, active)];
    const ending = { subscriptionId: 'a', reason: 'duplicate' };
    expect(endingsOf([older, younger])).toEqual([ending]);
    expect(endingsOf([younger, older])).toEqual([ending]);
  });

  it('is no new subscription of somebody whose old one is over', () => {
    expect(endingsOf([written('a', 0, over), written('b', 1, active)])).toEqual([]);
  });

  it('keeps the older one also while it is not paid', () => {
    const owing = written('a', 0, { stripe: 'past_due', ours: 'past_due' });
    expect(endingsOf([owing, written('b', 1, active)])).toEqual([
      { subscriptionId: 'b', reason: 'duplicate' },
    ]);
  });

  it('is a second trial, and one that was bought twice at once counts as bought twice', () => {
    const repeat: Told = { stripe: 'trialing', ours: 'ended', isRepeatTrial: true };
    expect(endingsOf([written('a', 0, repeat)])).toEqual([
      { subscriptionId: 'a', reason: 'repeat-trial' },
    ]);
    const first = written('a', 0, { stripe: 'trialing', ours: 'trialing' });
    expect(endingsOf([first, written('b', 0, repeat)])).toEqual([
      { subscriptionId: 'b', reason: 'duplicate' },
    ]);
  });

  it.each(['refunded', 'dispute-lost'] as const)('is what was %s', (kind) => {
    const told: Told = { stripe: 'active', ours: 'ended', reversal: { kind, at } };
    expect(endingsOf([written('a', 0, told), written('b', 1, active)])).toEqual([
      { subscriptionId: 'a', reason: kind },
    ]);
  });

  it('is nothing twice: what is over at Stripe stays over', () => {
    const told: Told = { ...over, reversal: { kind: 'refunded', at } };
    expect(endingsOf([written('a', 0, told)])).toEqual([]);
  });
});

describe('an open invoice', () => {
  const invoice = (status: string) => openInvoiceSample({ subscriptionId: 'a', status });

  it('is dead once its subscription is over, and alive as long as paying it brings somebody back', () => {
    expect(deadInvoicesOf([written('a', 0, over)], [invoice('open')])).toEqual(['in_1']);
    const owing: Told = { stripe: 'unpaid', ours: 'unpaid' };
    expect(deadInvoicesOf([written('a', 0, owing)], [invoice('open')])).toEqual([]);
  });

  it('is no concern once it is paid or void, nor that of another subscription', () => {
    expect(deadInvoicesOf([written('a', 0, over)], [invoice('paid'), invoice('void')])).toEqual([]);
    expect(deadInvoicesOf([written('b', 0, over)], [invoice('open')])).toEqual([]);
  });
});

describe('what is given back', () => {
  it('is whatever was paid for what should not have been sold', () => {
    expect(isPaidBack('duplicate')).toBe(true);
    expect(isPaidBack('repeat-trial')).toBe(true);
    expect(isPaidBack('refunded')).toBe(false);
    expect(isPaidBack('dispute-lost')).toBe(false);
  });
});
