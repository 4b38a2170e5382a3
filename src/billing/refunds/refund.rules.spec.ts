import { describe, expect, it } from 'vitest';
import {
  invoiceSample,
  paymentSample,
  refundSample,
} from '../../../test/support/billing-samples.js';
import type { InvoiceSnapshot, PaymentSnapshot, RefundSnapshot } from '../sync/invoice-snapshot.js';
import { amountToRefund, paymentToRefund, refundMadeUnder } from './refund.rules.js';

const on = (day: string): Date => new Date(`2026-${day}T12:00:00Z`);

const refund = (amount: number, status = 'succeeded'): RefundSnapshot =>
  refundSample({ refundId: `re_${amount}_${status}`, amount, status });

const paid = (day: string, fields: Partial<PaymentSnapshot> = {}): PaymentSnapshot =>
  paymentSample({ paymentIntentId: `pi_${day}`, paidAt: on(day), ...fields });

const invoice = (invoiceId: string, payments: PaymentSnapshot[]): InvoiceSnapshot =>
  invoiceSample({ invoiceId, payments });

describe('which payment is given back', () => {
  const older = invoice('in_1', [paid('05-01')]);
  const newer = invoice('in_2', [paid('06-01')]);

  it('the latest, where none is named', () => {
    expect(paymentToRefund([older, newer], undefined)).toMatchObject({
      found: true,
      payment: { invoiceId: 'in_2', paymentIntentId: 'pi_06-01', paid: 30_000, givenBack: 0 },
    });
  });

  it('the latest even when it was given back: never by accident the one before', () => {
    const refunded = invoice('in_2', [paid('06-01', { refunds: [refund(30_000)] })]);
    expect(paymentToRefund([older, refunded], undefined)).toMatchObject({
      payment: { invoiceId: 'in_2', givenBack: 30_000 },
    });
  });

  it('that of the invoice that is named', () => {
    expect(paymentToRefund([older, newer], 'in_1')).toMatchObject({
      payment: { invoiceId: 'in_1' },
    });
  });

  it('none of an invoice that is not hers', () => {
    expect(paymentToRefund([older], 'in_9')).toEqual({ found: false, why: 'unknown-invoice' });
  });

  it.each([
    ['nothing was ever paid', []],
    ['the trial was for nothing', [invoice('in_0', [paid('06-01', { amount: 0 })])]],
    ['it was paid past Stripe', [invoice('in_0', [paid('06-01', { paymentIntentId: null })])]],
  ])('none when %s', (_, invoices) => {
    expect(paymentToRefund(invoices, undefined)).toEqual({ found: false, why: 'nothing-paid' });
  });

  it('counts refunds on their way as gone, and failed ones as not', () => {
    const refunds = [refund(1_000), refund(2_000, 'pending'), refund(4_000, 'failed')];
    expect(
      paymentToRefund([invoice('in_1', [paid('06-01', { refunds })])], undefined),
    ).toMatchObject({ payment: { givenBack: 3_000, refunds: 3 } });
  });
});

describe('how much is given back', () => {
  const payment = { paid: 30_000, givenBack: 10_000 };

  it('all that is left, where nothing is said', () => {
    expect(amountToRefund(payment, undefined)).toEqual({ granted: true, amount: 20_000 });
  });

  it('a part, up to the last cent', () => {
    expect(amountToRefund(payment, 1)).toEqual({ granted: true, amount: 1 });
    expect(amountToRefund(payment, 20_000)).toEqual({ granted: true, amount: 20_000 });
  });

  it('no cent more', () => {
    expect(amountToRefund(payment, 20_001)).toEqual({
      granted: false,
      denial: 'more-than-left',
      left: 20_000,
    });
  });

  it('nothing twice', () => {
    const gone = { granted: false, denial: 'nothing-left', left: 0 };
    expect(amountToRefund({ paid: 30_000, givenBack: 30_000 }, undefined)).toEqual(gone);
    expect(amountToRefund({ paid: 30_000, givenBack: 30_000 }, 1)).toEqual(gone);
  });
});

describe('a refund that was asked for under a key', () => {
  const given = { ...refund(100), requestKey: 'a key' };
  const older = invoice('in_1', [paid('05-01', { refunds: [refund(50), given] })]);
  const newer = invoice('in_2', [paid('06-01')]);

  it('is found again, although another payment is the latest by now', () => {
    expect(refundMadeUnder('a key', [newer, older])).toMatchObject({
      refundId: given.refundId,
      invoiceId: 'in_1',
    });
  });

  it('is not taken for one under another key, or under none', () => {
    expect(refundMadeUnder('another key', [newer, older])).toBeNull();
  });
});
