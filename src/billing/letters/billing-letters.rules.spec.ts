import { describe, expect, it } from 'vitest';
import { openInvoiceSample, writtenSample } from '../../../test/support/billing-samples.js';
import type { Membership } from '../../memberships/membership.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import type { NewLedgerLine } from '../ledger/ledger-lines.rules.js';
import type { SubscriptionSnapshot } from '../sync/subscription-snapshot.js';
import type { WrittenSubscription } from '../sync/written-subscription.js';
import { type Happenings, lettersDue } from './billing-letters.rules.js';

const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-11-22T09:00:00Z');
const daysIn = (count: number): Date => new Date(start.getTime() + count * day);
const trialEnd = daysIn(7);

const trial = (
  changes: Partial<SubscriptionSnapshot> = {},
  ours: Partial<Membership> = {},
): WrittenSubscription =>
  writtenSample({
    subscription: {
      status: 'trialing',
      trialStart: start,
      trialEnd,
      currentPeriodEnd: trialEnd,
      ...changes,
    },
    membership: { status: 'trialing', trialEndsAt: trialEnd, currentPeriodEnd: trialEnd, ...ours },
  });

const line: NewLedgerLine = {
  stripeKey: 'inpay_1',
  kind: 'payment',
  amount: 30_000,
  currency: 'usd',
  invoiceId: 'in_1',
  subscriptionId: 'sub_1',
  paymentIntentId: 'pi_1',
  stripePriceId: 'price_1',
  periodStart: null,
  periodEnd: null,
  occurredAt: trialEnd,
  userId: 'tess',
  priceId: 'p',
};

const reminderOf = (end: Date): string => `trial-ending:sub_1:${end.getTime() / 1000}`;

const keys = (found: Partial<Happenings>, now = start): string[] =>
  lettersDue(
    { subscriptions: [], duplicates: new Set(), invoices: [], newLines: [], ...found },
    now,
  ).map(({ key }) => key);

describe('somebody in her trial', () => {
  it('is told at once what she has begun', () => {
    expect(keys({ subscriptions: [trial()] })).toEqual(['trial-started:sub_1']);
  });

  it('is reminded four days before its end, not earlier and not afterwards', () => {
    const reminded = (now: Date) =>
      keys({ subscriptions: [trial()] }, now).includes(reminderOf(trialEnd));
    expect(reminded(new Date(daysIn(3).getTime() - 1))).toBe(false);
    expect(reminded(daysIn(3))).toBe(true);
    expect(reminded(daysIn(6))).toBe(true);
    expect(reminded(trialEnd)).toBe(false);
  });

  it('is reminded once more of an end that was moved', () => {
    const moved = trial({ trialEnd: daysIn(30) });
    expect(keys({ subscriptions: [moved] }, daysIn(5))).toEqual(['trial-started:sub_1']);
    expect(keys({ subscriptions: [moved] }, daysIn(27))).toContain(reminderOf(daysIn(30)));
  });

  it('is not reminded of a charge that will not come, having cancelled', () => {
    const cancelled = trial({ cancelsAt: trialEnd });
    expect(keys({ subscriptions: [cancelled] }, daysIn(5))).toEqual(['trial-started:sub_1']);
  });

  it('is not reminded once she is a member', () => {
    const converted = trial({ status: 'active' }, { status: 'active' });
    expect(keys({ subscriptions: [converted] }, daysIn(5))).toEqual([]);
  });

  it('hears why a second trial was ended, and nothing else of it', () => {
    const refused = { ...trial({}, { status: 'ended' }), isRepeatTrial: true };
    expect(keys({ subscriptions: [refused] }, daysIn(5))).toEqual(['trial-refused:sub_1']);
  });

  it('hears that she bought twice, and nothing else of the second', () => {
    expect(keys({ subscriptions: [trial()], duplicates: new Set(['sub_1']) }, daysIn(5))).toEqual([
      'duplicate:sub_1',
    ]);
  });
});

describe('money', () => {
  it('that was received is a receipt a payment', () => {
    expect(keys({ newLines: [line] })).toEqual(['receipt:inpay_1']);
  });

  it('that went back is a letter a refund; a dispute is none of hers', () => {
    const refund = { ...line, kind: 'refund', stripeKey: 're_1', amount: -500 } as const;
    const dispute = { ...line, kind: 'dispute', stripeKey: 'du_1', amount: -30_000 } as const;
    expect(keys({ newLines: [refund, dispute] })).toEqual(['refunded:re_1']);
  });

  it('that could not be charged is a letter an attempt, as long as it is due', () => {
    const owing = trial({ status: 'past_due' }, { status: 'past_due' });
    const told = (invoice: Partial<InvoiceSnapshot>) =>
      keys({ subscriptions: [owing], invoices: [openInvoiceSample(invoice)] });
    expect(told({})).toEqual(['payment-failed:in_1:1']);
    expect(told({ attempts: 2 })).toEqual(['payment-failed:in_1:2']);
    expect(told({ attempts: 0 })).toEqual([]);
    expect(told({ status: 'paid', attempts: 2 })).toEqual([]);
  });

  it('is not asked for once the membership has ended; that it has is told instead', () => {
    const ended = trial(
      { status: 'canceled', endedBecause: 'payment_failed' },
      { status: 'ended' },
    );
    expect(keys({ subscriptions: [ended], invoices: [openInvoiceSample()] })).toEqual([
      'ended-unpaid:sub_1',
    ]);
  });
});
