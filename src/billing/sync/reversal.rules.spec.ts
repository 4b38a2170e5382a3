import { describe, expect, it } from 'vitest';
import {
  disputeSample,
  invoiceSample,
  paymentSample,
  refundSample,
} from '../../../test/support/billing-samples.js';
import type { InvoiceSnapshot, PaymentSnapshot } from './invoice-snapshot.js';
import { reversalOf } from './reversal.rules.js';

const at = (text: string): Date => new Date(text);
const subscription = { subscriptionId: 'sub_1', paidUntil: at('2027-11-29') };

const invoice = (
  payment: Partial<PaymentSnapshot>,
  period = { start: at('2026-11-29'), end: at('2027-11-29') },
): InvoiceSnapshot =>
  invoiceSample({
    service: { stripePriceId: 'price_1', ...period },
    payments: [paymentSample(payment)],
  });

const refund = (amount: number, status = 'succeeded') =>
  refundSample({ amount, status, createdAt: at('2026-12-24') });

const kindOf = (...invoices: InvoiceSnapshot[]): string => reversalOf(subscription, invoices).kind;

describe('money that went back', () => {
  it('nothing did for a member who paid and kept reading', () => {
    expect(kindOf(invoice({}))).toBe('none');
    expect(kindOf()).toBe('none');
  });

  it('the whole present period given back ends the membership', () => {
    expect(reversalOf(subscription, [invoice({ refunds: [refund(30_000)] })])).toEqual({
      kind: 'refunded',
      at: at('2026-12-24'),
    });
    expect(kindOf(invoice({ refunds: [refund(10_000), refund(20_000)] }))).toBe('refunded');
    expect(kindOf(invoice({ refunds: [refund(30_000, 'pending')] }))).toBe('refunded');
  });

  it('a part of it does not, nor one that failed', () => {
    expect(kindOf(invoice({ refunds: [refund(29_999)] }))).toBe('none');
    expect(kindOf(invoice({ refunds: [refund(30_000, 'failed')] }))).toBe('none');
  });

  it('last year given back leaves this year as it is', () => {
    const lastYear = invoice(
      { refunds: [refund(30_000)] },
      { start: at('2025-11-29'), end: at('2026-11-29') },
    );
    expect(kindOf(lastYear, invoice({}))).toBe('none');
    expect(kindOf(lastYear)).toBe('none');
  });

  it('does not concern another subscription', () => {
    const other = { ...invoice({ refunds: [refund(30_000)] }), subscriptionId: 'sub_2' };
    expect(kindOf(other)).toBe('none');
  });
});

describe('a dispute', () => {
  it.each([
    ['needs_response', 'disputed'],
    ['under_review', 'disputed'],
    ['appeal_under_review', 'disputed'],
    ['won', 'none'],
    ['lost', 'dispute-lost'],
    ['warning_needs_response', 'none'],
    ['prevented', 'none'],
  ])('that is %s means %s', (status, kind) => {
    expect(kindOf(invoice({ disputes: [disputeSample({ status })] }))).toBe(kind);
  });
});
