/** What the admins have to know of a customer: what was ended, disputes, payments after the end or under suspicion. */
import { givenBackOf, isOpenDispute } from '../sync/reversal.rules.js';
import type { DisputeSnapshot, InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import type { WrittenSubscription } from '../sync/written-subscription.js';
import type { Ending } from './ending.rules.js';

export interface StaffNotice {
  /** Each key is told once. */
  key: string;
  /** What the audit calls it. */
  action: string;
  subject: string;
  lines: string[];
  detail: Record<string, string | number>;
}

export interface NoticeGrounds {
  subscriptions: readonly WrittenSubscription[];
  endings: readonly Ending[];
  invoices: readonly InvoiceSnapshot[];
}

export function staffNoticesDue({
  subscriptions,
  endings,
  invoices,
}: NoticeGrounds): StaffNotice[] {
  return [
    ...endings.map(endingNotice),
    ...subscriptions.flatMap((each) => latePaymentNotices(each, invoices)),
    ...invoices.flatMap((invoice) =>
      invoice.payments.flatMap(({ disputes }) =>
        disputes.flatMap((dispute) => disputeNotices(dispute, invoice)),
      ),
    ),
  ];
}

/** A payment that a card network warns of. */
export interface SuspectedPayment {
  warningId: string;
  fraudType: string;
  stripeCustomerId: string;
}

/** The admins decide; nobody loses access by a suspicion. */
export function fraudNotice({
  warningId,
  fraudType,
  stripeCustomerId,
}: SuspectedPayment): StaffNotice {
  return {
    key: `fraud-warning:${warningId}`,
    action: 'payment.suspected',
    subject: 'A payment may be fraudulent',
    lines: [
      `A card network suspects a payment of Stripe's customer ${stripeCustomerId}: ${fraudType}.`,
      'Nothing was changed. A refund now costs less than a dispute later: please look at the payment in Stripe.',
    ],
    detail: { warning: warningId, customer: stripeCustomerId, fraudType },
  };
}

const whyInWords: Record<Ending['reason'], string> = {
  duplicate:
    'The member has another one that is older. This one is cancelled and what was paid for it is given back.',
  'repeat-trial':
    'The account, address or card behind it has had a trial before. It is cancelled, and nothing is charged.',
  refunded: 'What was paid for the present period was given back in full, so it is cancelled.',
  'dispute-lost': 'The bank decided a dispute for the cardholder, so it is cancelled.',
};

function endingNotice({ subscriptionId, reason }: Ending): StaffNotice {
  return {
    key: `ending:${subscriptionId}`,
    action: `subscription.ended-${reason}`,
    subject: `Subscription ${subscriptionId} is ended`,
    lines: [whyInWords[reason]],
    detail: { subscription: subscriptionId, reason },
  };
}

/**
 * An open invoice is voided once its subscription is over, but she may have paid in that moment. It may be
 * owed all the same, like a last bill made by hand, so a person decides.
 */
function latePaymentNotices(
  { subscription: { subscriptionId, endedAt } }: WrittenSubscription,
  invoices: readonly InvoiceSnapshot[],
): StaffNotice[] {
  if (endedAt === null) return [];
  return invoices
    .filter((invoice) => invoice.subscriptionId === subscriptionId)
    .flatMap(({ invoiceId, payments }) =>
      payments
        .filter((payment) => payment.paidAt > endedAt && payment.amount > givenBackOf(payment))
        .map(({ paymentId, amount, currency }) => ({
          key: `late-payment:${paymentId}`,
          action: 'payment.late',
          subject: `Paid after the end: invoice ${invoiceId}`,
          lines: [
            `The invoice was paid after its subscription ${subscriptionId} had ended. The payment opens nothing.`,
            `Give it back, unless it was owed: POST /api/v1/admin/members/:id/refund {"invoiceId":"${invoiceId}"}.`,
          ],
          detail: { payment: paymentId, invoice: invoiceId, amount, currency },
        })),
    );
}

function disputeNotices(dispute: DisputeSnapshot, { invoiceId }: InvoiceSnapshot): StaffNotice[] {
  const { disputeId, status, reason, amount, currency, evidenceDueAt } = dispute;
  const detail = { dispute: disputeId, invoice: invoiceId, reason, amount, currency };
  const opened: StaffNotice = {
    key: `dispute:${disputeId}`,
    action: 'dispute.opened',
    subject: `A payment is disputed: ${disputeId}`,
    lines: [
      `A cardholder disputes a payment of invoice ${invoiceId} (${reason}). Access is blocked until the bank has decided.`,
      evidenceDueAt === null
        ? 'Answer it in the Stripe dashboard.'
        : `Answer it in the Stripe dashboard before ${evidenceDueAt.toISOString()}.`,
    ],
    detail,
  };
  if (isOpenDispute(dispute)) return [opened];
  if (status !== 'won' && status !== 'lost') return [];
  return [
    {
      key: `dispute:${disputeId}:${status}`,
      action: `dispute.${status}`,
      subject: `A dispute is ${status}: ${disputeId}`,
      lines: [
        status === 'won'
          ? 'The bank decided for us; the member reads as before.'
          : 'The bank decided for the cardholder; the membership has ended.',
      ],
      detail,
    },
  ];
}
