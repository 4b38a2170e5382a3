/** What money that went back means for the membership that it paid for. */
import type {
  DisputeSnapshot,
  InvoiceSnapshot,
  PaymentSnapshot,
  RefundSnapshot,
} from './invoice-snapshot.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

export type Reversal =
  | { kind: 'none' }
  /** The bank has not decided yet. */
  | { kind: 'disputed' }
  | { kind: 'dispute-lost'; at: Date }
  /** All that was paid for the present period was given back. */
  | { kind: 'refunded'; at: Date };

/** Stripe's words for a dispute about money that is held; an inquiry (`warning_…`) holds none. */
const openStatuses = new Set([
  'needs_response',
  'under_review',
  'appeal_needs_response',
  'appeal_under_review',
]);

export const isOpenDispute = ({ status }: Pick<DisputeSnapshot, 'status'>): boolean =>
  openStatuses.has(status);

/** @param invoices all of the customer's; those of the subscription count */
export function reversalOf(
  subscription: Pick<SubscriptionSnapshot, 'subscriptionId' | 'paidUntil'>,
  invoices: readonly InvoiceSnapshot[],
): Reversal {
  const own = invoices.filter(
    ({ subscriptionId }) => subscriptionId === subscription.subscriptionId,
  );
  const disputes = own.flatMap(({ payments }) => payments.flatMap((each) => each.disputes));
  const lost = disputes.filter(({ status }) => status === 'lost');
  if (lost.length > 0) return { kind: 'dispute-lost', at: latest(lost) };
  const refundedAt = wholeRefundAt(
    own
      .filter(({ service }) => service !== null && service.end >= subscription.paidUntil)
      .flatMap(({ payments }) => payments),
  );
  if (refundedAt !== null) return { kind: 'refunded', at: refundedAt };
  return { kind: disputes.some(isOpenDispute) ? 'disputed' : 'none' };
}

/** What counts as given back: a refund on its way is one. */
const isGivenBack = ({ status }: Pick<RefundSnapshot, 'status'>): boolean =>
  status === 'succeeded' || status === 'pending' || status === 'requires_action';

/** In the payment's minor unit (cents). */
export const givenBackOf = ({ refunds }: Pick<PaymentSnapshot, 'refunds'>): number =>
  total(refunds.filter(isGivenBack));

function wholeRefundAt(payments: readonly PaymentSnapshot[]): Date | null {
  const refunds = payments.flatMap((payment) => payment.refunds.filter(isGivenBack));
  const paid = total(payments);
  return paid > 0 && total(refunds) >= paid ? latest(refunds) : null;
}

const total = (amounts: readonly { amount: number }[]): number =>
  amounts.reduce((sum, { amount }) => sum + amount, 0);

const latest = (events: readonly { createdAt: Date }[]): Date =>
  new Date(Math.max(...events.map(({ createdAt }) => createdAt.getTime())));
