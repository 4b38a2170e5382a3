import { describe, expect, it } from 'vitest';
import {
  disputeSample,
  invoiceSample,
  paymentSample,
  refundSample,
  writtenSample,
} from '../../../test/support/billing-samples.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import { staffNoticesDue } from './staff-notices.rules.js';

const ended = new Date('2027-01-10T08:00:00Z');
const aSecond = 1_000;

const keys = (
  invoices: readonly InvoiceSnapshot[],
  subscriptions = [writtenSample({ subscription: { status: 'canceled', endedAt: ended } })],
) => staffNoticesDue({ subscriptions, endings: [], invoices }).map(({ key }) => key);

describe('the admins', () => {
  it('hear of what was ended by us, and why', () => {
    const [notice] = staffNoticesDue({
      subscriptions: [],
      endings: [{ subscriptionId: 'sub_2', reason: 'duplicate' }],
      invoices: [],
    });
    expect(notice).toMatchObject({
      key: 'ending:sub_2',
      action: 'subscription.ended-duplicate',
      lines: [expect.stringContaining('older')],
    });
  });

  it.each([
    ['that waits for our answer', 'needs_response', ['dispute:du_1']],
    ['that the bank looks at', 'under_review', ['dispute:du_1']],
    ['that was won', 'won', ['dispute:du_1:won']],
    ['that was lost', 'lost', ['dispute:du_1:lost']],
    ['that was only an inquiry', 'warning_closed', []],
  ])('hear of a dispute %s', (_, status, due) => {
    const payment = paymentSample({ disputes: [disputeSample({ status })] });
    expect(keys([invoiceSample({ payments: [payment] })], [])).toEqual(due);
  });
});

describe('a payment after the subscription had ended', () => {
  const paid = (changes: Parameters<typeof paymentSample>[0]) =>
    invoiceSample({ payments: [paymentSample(changes)] });

  it('is told, so that somebody decides what becomes of it', () => {
    const late = paid({ paidAt: new Date(ended.getTime() + aSecond) });
    expect(keys([late])).toEqual(['late-payment:inpay_1']);
  });

  it.each([
    ['of the moment of its end', paid({ paidAt: ended })],
    [
      'that was given back already',
      paid({ paidAt: new Date(ended.getTime() + aSecond), refunds: [refundSample()] }),
    ],
    ['of nothing', paid({ paidAt: new Date(ended.getTime() + aSecond), amount: 0 })],
    [
      'for another subscription',
      { ...paid({ paidAt: new Date(ended.getTime() + aSecond) }), subscriptionId: 'sub_2' },
    ],
  ])('is none when it is one %s', (_, invoice) => {
    expect(keys([invoice])).toEqual([]);
  });

  it('is none while the subscription runs', () => {
    const invoice = paid({ paidAt: new Date(ended.getTime() + aSecond) });
    expect(keys([invoice], [writtenSample()])).toEqual([]);
  });
});
