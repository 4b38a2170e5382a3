import { describe, expect, it } from 'vitest';
import {
  disputeSample,
  invoiceSample,
  paymentSample,
  refundSample,
} from '../../../test/support/billing-samples.js';
import type { InvoiceSnapshot, PaymentSnapshot } from '../sync/invoice-snapshot.js';
import { ledgerEntriesOf } from './ledger-lines.rules.js';

const paidAt = new Date('2026-11-29T10:00:00Z');
const paidUntil = new Date('2027-11-29T10:00:00Z');
const now = new Date('2027-01-15T00:00:00Z');

const invoice = (payment: Partial<PaymentSnapshot>): InvoiceSnapshot =>
  invoiceSample({
    service: { stripePriceId: 'price_1', start: paidAt, end: paidUntil },
    payments: [paymentSample({ paidAt, ...payment })],
  });

const entries = (payment: Partial<PaymentSnapshot>, written: string[] = []) =>
  ledgerEntriesOf(invoice(payment), new Set(written), now).map(
    ({ stripeKey, kind, amount, occurredAt }) => ({ stripeKey, kind, amount, occurredAt }),
  );

const refundOf = (status: string) =>
  refundSample({ amount: 5_000, status, createdAt: new Date('2026-12-24') });

const disputeOf = (status: string) => disputeSample({ status, createdAt: new Date('2026-12-01') });

const payment = { stripeKey: 'inpay_1', kind: 'payment', amount: 30_000, occurredAt: paidAt };

describe('the lines of the ledger', () => {
  it('a payment is one, with what it bought', () => {
    expect(ledgerEntriesOf(invoice({}), new Set(), now)).toEqual([
      {
        stripeKey: 'inpay_1',
        kind: 'payment',
        amount: 30_000,
        currency: 'usd',
        invoiceId: 'in_1',
        subscriptionId: 'sub_1',
        paymentIntentId: 'pi_1',
        stripePriceId: 'price_1',
        periodStart: paidAt,
        periodEnd: paidUntil,
        occurredAt: paidAt,
      },
    ]);
  });

  it('nothing paid is no line: a trial is no revenue', () => {
    expect(entries({ amount: 0 })).toEqual([]);
  });

  it('each refund is one more, once it has gone through', () => {
    expect(entries({ refunds: [refundOf('pending')] })).toEqual([payment]);
    expect(entries({ refunds: [refundOf('succeeded')] })).toEqual([
      payment,
      { stripeKey: 're_1', kind: 'refund', amount: -5_000, occurredAt: new Date('2026-12-24') },
    ]);
  });

  it('a refund that failed afterwards is taken back by a line of its own, if it was ever written', () => {
    expect(entries({ refunds: [refundOf('failed')] })).toEqual([payment]);
    expect(entries({ refunds: [refundOf('failed')] }, ['inpay_1', 're_1'])).toEqual([
      payment,
      { stripeKey: 're_1:failed', kind: 'refund_failed', amount: 5_000, occurredAt: now },
    ]);
  });

  it('a dispute takes the money, and one that is won brings it back', () => {
    const taken = {
      stripeKey: 'du_1',
      kind: 'dispute',
      amount: -30_000,
      occurredAt: new Date('2026-12-01'),
    };
    expect(entries({ disputes: [disputeOf('needs_response')] })).toEqual([payment, taken]);
    expect(entries({ disputes: [disputeOf('lost')] })).toEqual([payment, taken]);
    expect(entries({ disputes: [disputeOf('won')] })).toEqual([
      payment,
      taken,
      { stripeKey: 'du_1:won', kind: 'dispute_won', amount: 30_000, occurredAt: now },
    ]);
  });

  it('an inquiry takes nothing', () => {
    expect(entries({ disputes: [disputeOf('warning_needs_response')] })).toEqual([payment]);
  });
});
