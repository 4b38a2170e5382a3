/** Which payment is given back, and how much of it. */
import type { InvoiceSnapshot, PaymentSnapshot, RefundSnapshot } from '../sync/invoice-snapshot.js';
import { givenBackOf } from '../sync/reversal.rules.js';

/** A payment that can be given back, with where it stands. */
export interface RefundablePayment {
  readonly invoiceId: string;
  readonly paymentIntentId: string;
  readonly currency: string;
  /** In the currency's minor unit (cents). */
  readonly paid: number;
  readonly givenBack: number;
  /** How often money was given back, or was to be: a refund that failed counts, too. */
  readonly refunds: number;
}

export type PaymentChoice =
  | { found: true; payment: RefundablePayment }
  | { found: false; why: 'unknown-invoice' | 'nothing-paid' };

export type AmountDecision =
  | { granted: true; amount: number }
  | { granted: false; denial: 'nothing-left' | 'more-than-left'; left: number };

/** @param invoiceId undefined for the latest payment of all, given back already or not */
export function paymentToRefund(
  invoices: readonly InvoiceSnapshot[],
  invoiceId: string | undefined,
): PaymentChoice {
  const asked =
    invoiceId === undefined ? invoices : invoices.filter((each) => each.invoiceId === invoiceId);
  if (invoiceId !== undefined && asked.length === 0) {
    return { found: false, why: 'unknown-invoice' };
  }
  const [latest] = asked
    .flatMap((invoice) => invoice.payments.map((payment) => ({ invoice, payment })))
    .filter(({ payment }) => payment.amount > 0)
    .toSorted((a, b) => b.payment.paidAt.getTime() - a.payment.paidAt.getTime());
  const paymentIntentId = latest?.payment.paymentIntentId ?? null;
  if (latest === undefined || paymentIntentId === null)
    return { found: false, why: 'nothing-paid' };
  return { found: true, payment: standingOf(latest.payment, latest.invoice, paymentIntentId) };
}

/** What was given back under a caller's key, of whatever payment: the latest may be another one by now. */
export function refundMadeUnder(
  requestKey: string,
  invoices: readonly InvoiceSnapshot[],
): (RefundSnapshot & { invoiceId: string }) | null {
  const [made] = invoices.flatMap(({ invoiceId, payments }) =>
    payments
      .flatMap(({ refunds }) => refunds.filter((refund) => refund.requestKey === requestKey))
      .map((refund) => ({ ...refund, invoiceId })),
  );
  return made ?? null;
}

/** @param asked undefined for all that is left */
export function amountToRefund(
  { paid, givenBack }: Pick<RefundablePayment, 'paid' | 'givenBack'>,
  asked: number | undefined,
): AmountDecision {
  const left = paid - givenBack;
  if (left <= 0) return { granted: false, denial: 'nothing-left', left: 0 };
  if (asked !== undefined && asked > left) {
    return { granted: false, denial: 'more-than-left', left };
  }
  return { granted: true, amount: asked ?? left };
}

function standingOf(
  payment: PaymentSnapshot,
  { invoiceId }: InvoiceSnapshot,
  paymentIntentId: string,
): RefundablePayment {
  const { currency, amount: paid } = payment;
  const refunds = payment.refunds.length;
  const givenBack = givenBackOf(payment);
  return { invoiceId, paymentIntentId, currency, paid, givenBack, refunds };
}
