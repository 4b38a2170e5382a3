/** What Stripe says of a member whose year is paid, for specs that say only what is different about theirs. */
import type {
  DisputeSnapshot,
  InvoiceSnapshot,
  PaymentSnapshot,
  RefundSnapshot,
} from '../../src/billing/sync/invoice-snapshot.js';
import type { SubscriptionSnapshot } from '../../src/billing/sync/subscription-snapshot.js';
import type { WrittenSubscription } from '../../src/billing/sync/written-subscription.js';
import type { Membership } from '../../src/memberships/membership.js';
import { membershipSample, year } from './membership-sample.js';

export const subscriptionSample = (
  changes: Partial<SubscriptionSnapshot> = {},
): SubscriptionSnapshot => ({
  subscriptionId: 'sub_1',
  checkoutId: null,
  status: 'active',
  stripePriceId: 'price_1',
  quantity: 1,
  isDiscounted: false,
  trialStart: null,
  trialEnd: null,
  currentPeriodEnd: year.end,
  paidUntil: year.end,
  cancelsAt: null,
  startedAt: year.start,
  endedAt: null,
  endedBecause: null,
  cardFingerprint: null,
  nextStripePriceId: null,
  nextPriceAt: null,
  ...changes,
});

interface WrittenChanges extends Partial<Omit<WrittenSubscription, 'subscription' | 'membership'>> {
  subscription?: Partial<SubscriptionSnapshot>;
  membership?: Partial<Membership>;
}

/** A subscription beside the membership that our books make of it. */
export const writtenSample = ({
  subscription,
  membership,
  ...more
}: WrittenChanges = {}): WrittenSubscription => ({
  subscription: subscriptionSample(subscription),
  membership: membershipSample(membership),
  isRepeatTrial: false,
  reversal: { kind: 'none' },
  ...more,
});

/** An invoice for the year, paid by one payment. */
export const invoiceSample = (changes: Partial<InvoiceSnapshot> = {}): InvoiceSnapshot => ({
  invoiceId: 'in_1',
  subscriptionId: 'sub_1',
  number: 'A-1',
  status: 'paid',
  total: 30_000,
  amountPaid: 30_000,
  amountDue: 0,
  currency: 'usd',
  hostedUrl: null,
  createdAt: year.start,
  finalizedAt: year.start,
  paidAt: year.start,
  attempts: 1,
  nextAttemptAt: null,
  service: { stripePriceId: 'price_1', ...year },
  payments: [paymentSample()],
  ...changes,
});

/** An invoice for the year that could not be charged. */
export const openInvoiceSample = (changes: Partial<InvoiceSnapshot> = {}): InvoiceSnapshot =>
  invoiceSample({
    status: 'open',
    amountPaid: 0,
    amountDue: 30_000,
    paidAt: null,
    payments: [],
    ...changes,
  });

export const paymentSample = (changes: Partial<PaymentSnapshot> = {}): PaymentSnapshot => ({
  paymentId: 'inpay_1',
  paymentIntentId: 'pi_1',
  amount: 30_000,
  currency: 'usd',
  paidAt: year.start,
  refunds: [],
  disputes: [],
  ...changes,
});

/** All of the payment, given back. */
export const refundSample = (changes: Partial<RefundSnapshot> = {}): RefundSnapshot => ({
  refundId: 're_1',
  requestKey: null,
  amount: 30_000,
  currency: 'usd',
  status: 'succeeded',
  createdAt: new Date('2026-12-24T12:00:00Z'),
  ...changes,
});

/** All of the payment, in the hands of the bank. */
export const disputeSample = (changes: Partial<DisputeSnapshot> = {}): DisputeSnapshot => ({
  disputeId: 'du_1',
  amount: 30_000,
  currency: 'usd',
  status: 'needs_response',
  reason: 'fraudulent',
  evidenceDueAt: null,
  createdAt: new Date('2026-12-01T12:00:00Z'),
  ...changes,
});
