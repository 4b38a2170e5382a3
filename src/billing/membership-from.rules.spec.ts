import { describe, expect, it } from 'vitest';
import { membershipFrom, statusFrom } from './membership-from.rules.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

const start = new Date('2026-11-22T09:00:00Z');
const trialEnd = new Date('2026-11-29T09:00:00Z');

const trial: SubscriptionSnapshot = {
  subscriptionId: 'sub_1',
  status: 'trialing',
  stripePriceId: 'price_1',
  quantity: 1,
  trialStart: start,
  trialEnd,
  currentPeriodEnd: trialEnd,
  cancelsAt: null,
  startedAt: start,
  endedAt: null,
  pastDueSince: null,
  cardFingerprint: 'card-a',
};

const from = (changes: Partial<SubscriptionSnapshot>) =>
  membershipFrom({ ...trial, ...changes }, { userId: 'tess' }, { priceId: 'p', planId: 'pro' });

describe("Stripe's word in ours", () => {
  it.each([
    ['trialing', 'trialing'],
    ['active', 'active'],
    ['past_due', 'past_due'],
    ['unpaid', 'unpaid'],
    ['paused', 'paused'],
    ['canceled', 'ended'],
    ['incomplete', 'incomplete'],
    ['incomplete_expired', 'ended'],
  ])('%s is %s', (stripe, ours) => {
    expect(statusFrom(stripe)).toBe(ours);
  });

  it('a word that nobody knew when this was written does not read', () => {
    expect(statusFrom('frobnicated')).toBe('unpaid');
  });
});

describe('a membership from a subscription', () => {
  it('takes over trial, period, price and seats', () => {
    expect(from({ quantity: 5 })).toEqual({
      userId: 'tess',
      planId: 'pro',
      priceId: 'p',
      status: 'trialing',
      seats: 5,
      trialEndsAt: trialEnd,
      currentPeriodEnd: trialEnd,
      cancelsAt: null,
      pastDueSince: null,
      startedAt: start,
      endedAt: null,
    });
  });

  it('keeps the first failed attempt only while the payment is due', () => {
    expect(from({ status: 'past_due', pastDueSince: trialEnd }).pastDueSince).toEqual(trialEnd);
    expect(from({ status: 'active', pastDueSince: trialEnd }).pastDueSince).toBeNull();
  });

  it('a subscription that has ended is no longer scheduled to end', () => {
    expect(from({ cancelsAt: trialEnd }).cancelsAt).toEqual(trialEnd);
    expect(from({ status: 'canceled', cancelsAt: trialEnd, endedAt: trialEnd })).toMatchObject({
      status: 'ended',
      cancelsAt: null,
      endedAt: trialEnd,
    });
  });
});
