import { describe, expect, it } from 'vitest';
import { subscriptionSample } from '../../../test/support/billing-samples.js';
import { type Circumstances, membershipFrom, statusFrom } from './membership-from.rules.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

const start = new Date('2026-11-22T09:00:00Z');
const trialEnd = new Date('2026-11-29T09:00:00Z');

const usual: Circumstances = {
  bought: { priceId: 'p', planId: 'pro' },
  nextPriceId: null,
  reversal: { kind: 'none' },
  overdue: null,
  isRepeatTrial: false,
};

const from = (changes: Partial<SubscriptionSnapshot>, circumstances: Partial<Circumstances> = {}) =>
  membershipFrom(
    subscriptionSample({
      status: 'trialing',
      trialStart: start,
      trialEnd,
      currentPeriodEnd: trialEnd,
      ...changes,
    }),
    { userId: 'tess' },
    { ...usual, ...circumstances },
  );

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
      source: 'sold',
      status: 'trialing',
      seats: 5,
      trialEndsAt: trialEnd,
      currentPeriodEnd: trialEnd,
      cancelsAt: null,
      pastDueSince: null,
      payUrl: null,
      nextPriceId: null,
      nextPriceAt: null,
      startedAt: start,
      endedAt: null,
    });
  });

  it('keeps the first failed attempt, and where to pay, only while the payment is due', () => {
    const overdue = { since: trialEnd, payUrl: 'https://stripe.test/pay' };
    expect(from({ status: 'past_due' }, { overdue })).toMatchObject({
      pastDueSince: trialEnd,
      payUrl: 'https://stripe.test/pay',
    });
    expect(from({ status: 'unpaid' }, { overdue }).payUrl).toBe('https://stripe.test/pay');
    expect(from({ status: 'active' }, { overdue })).toMatchObject({
      pastDueSince: null,
      payUrl: null,
    });
  });

  it('a subscription that has ended is no longer scheduled to end', () => {
    expect(from({ cancelsAt: trialEnd }).cancelsAt).toEqual(trialEnd);
    expect(from({ status: 'canceled', cancelsAt: trialEnd, endedAt: trialEnd })).toMatchObject({
      status: 'ended',
      cancelsAt: null,
      endedAt: trialEnd,
    });
  });

  it('is blocked while the bank looks at a dispute, whatever else Stripe says', () => {
    for (const status of ['trialing', 'active', 'past_due', 'unpaid']) {
      expect(from({ status }, { reversal: { kind: 'disputed' } }).status).toBe('blocked');
    }
    expect(from({ status: 'canceled' }, { reversal: { kind: 'disputed' } }).status).toBe('ended');
  });

  it.each(['refunded', 'dispute-lost'] as const)('ends at once when it is %s', (kind) => {
    const at = new Date('2026-11-25T09:00:00Z');
    expect(
      from({ status: 'active', cancelsAt: trialEnd }, { reversal: { kind, at } }),
    ).toMatchObject({ status: 'ended', endedAt: at, cancelsAt: null });
  });

  it('never begins when it is a second trial', () => {
    expect(from({}, { isRepeatTrial: true })).toMatchObject({ status: 'ended', endedAt: start });
  });

  it('tells what it changes to, until it has ended', () => {
    const next = { nextPriceId: 'monthly' };
    expect(from({ nextPriceAt: trialEnd }, next)).toMatchObject({
      nextPriceId: 'monthly',
      nextPriceAt: trialEnd,
    });
    expect(from({ nextPriceAt: trialEnd, status: 'canceled' }, next)).toMatchObject({
      nextPriceId: null,
      nextPriceAt: null,
    });
  });
});
