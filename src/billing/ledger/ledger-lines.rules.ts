/** Which lines the ledger must have for what Stripe says of an invoice: one for each time that money moved. */
import type {
  DisputeSnapshot,
  InvoiceSnapshot,
  PaymentSnapshot,
  RefundSnapshot,
} from '../sync/invoice-snapshot.js';

export type LedgerKind = 'payment' | 'refund' | 'refund_failed' | 'dispute' | 'dispute_won';

/** Money that moved, as the books keep it. */
export interface LedgerEntry {
  /** Made of Stripe's id of what happened: the same however often it is told. */
  readonly stripeKey: string;
  readonly kind: LedgerKind;
  /** In the currency's minor unit (cents); what went away is negative. */
  readonly amount: number;
  readonly currency: string;
  readonly invoiceId: string;
  readonly subscriptionId: string | null;
  readonly paymentIntentId: string | null;
  readonly stripePriceId: string | null;
  readonly periodStart: Date | null;
  readonly periodEnd: Date | null;
  readonly occurredAt: Date;
}

/** Whose line it is, and which of our prices was paid for. */
export type NewLedgerLine = LedgerEntry & { userId: string; priceId: string | null };

/**
 * @param written keys of lines that are there: what failed or was won is only undone where it was written
 * @param now when a dispute was won, which Stripe does not say
 */
export function ledgerEntriesOf(
  invoice: InvoiceSnapshot,
  written: ReadonlySet<string>,
  now: Date,
): LedgerEntry[] {
  return invoice.payments
    .filter(({ amount }) => amount > 0)
    .flatMap((payment) => {
      const entry = entryOf(invoice, payment);
      return [
        entry(payment.paymentId, 'payment', payment.amount, payment.paidAt),
        ...payment.refunds.flatMap((refund) => refundEntries(refund, written, entry, now)),
        ...payment.disputes.flatMap((dispute) => disputeEntries(dispute, entry, now)),
      ];
    });
}

type Entry = (stripeKey: string, kind: LedgerKind, amount: number, at: Date) => LedgerEntry;

const entryOf =
  (invoice: InvoiceSnapshot, payment: PaymentSnapshot): Entry =>
  (stripeKey, kind, amount, occurredAt) => ({
    stripeKey,
    kind,
    amount,
    currency: payment.currency,
    invoiceId: invoice.invoiceId,
    subscriptionId: invoice.subscriptionId,
    paymentIntentId: payment.paymentIntentId,
    stripePriceId: invoice.service?.stripePriceId ?? null,
    periodStart: invoice.service?.start ?? null,
    periodEnd: invoice.service?.end ?? null,
    occurredAt,
  });

function refundEntries(
  { refundId, amount, status, createdAt }: RefundSnapshot,
  written: ReadonlySet<string>,
  entry: Entry,
  now: Date,
): LedgerEntry[] {
  switch (status) {
    case 'succeeded':
      return [entry(refundId, 'refund', -amount, createdAt)];
    case 'failed':
    case 'canceled':
      return written.has(refundId)
        ? [entry(`${refundId}:failed`, 'refund_failed', amount, now)]
        : [];
    default:
      return [];
  }
}

/** An inquiry takes no money, and neither does a dispute that was prevented. */
function disputeEntries(
  { disputeId, amount, status, createdAt }: DisputeSnapshot,
  entry: Entry,
  now: Date,
): LedgerEntry[] {
  if (status.startsWith('warning_') || status === 'prevented') return [];
  const taken = entry(disputeId, 'dispute', -amount, createdAt);
  return status === 'won'
    ? [taken, entry(`${disputeId}:won`, 'dispute_won', amount, now)]
    : [taken];
}
