/** Which letters about money are due, as things stand; each has a key, and each key is sent once. */
import type { Membership } from '../../memberships/membership.js';
import { trialReminderDueAt } from '../../memberships/trial.rules.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import type { NewLedgerLine } from '../ledger/ledger-lines.rules.js';
import type { WrittenSubscription } from '../sync/written-subscription.js';

interface Trial {
  endsAt: Date;
  membership: Membership;
  /** Whether less than the price will be charged. */
  isDiscounted: boolean;
}

interface Amount {
  /** In the currency's minor unit (cents). */
  amount: number;
  currency: string;
}

export type BillingLetter = { key: string } & (
  | ({ kind: 'trial-started' } & Trial)
  | ({ kind: 'trial-ending' } & Trial)
  | { kind: 'trial-refused' }
  | { kind: 'duplicate-ended' }
  | { kind: 'receipt'; paid: Amount; paidAt: Date; invoice: InvoiceSnapshot | null }
  | { kind: 'refunded'; refunded: Amount }
  | {
      kind: 'payment-failed';
      due: Amount;
      attempt: number;
      payUrl: string | null;
      nextAttemptAt: Date | null;
      /** When the first attempt failed, from which grace is counted. */
      overdueSince: Date | null;
    }
  | { kind: 'ended-unpaid' }
);

export interface Happenings {
  subscriptions: readonly WrittenSubscription[];
  /** Subscriptions that are ended because there was one before. */
  duplicates: ReadonlySet<string>;
  invoices: readonly InvoiceSnapshot[];
  /** Lines that the ledger did not have before. */
  newLines: readonly NewLedgerLine[];
}

export function lettersDue(happenings: Happenings, now: Date): BillingLetter[] {
  const { subscriptions, duplicates, invoices, newLines } = happenings;
  const owing = new Map(
    subscriptions.map(({ subscription, membership }) => [
      subscription.subscriptionId,
      membership.pastDueSince,
    ]),
  );
  const live = new Set(
    subscriptions
      .filter(({ membership }) => membership.status !== 'ended')
      .map(({ subscription }) => subscription.subscriptionId),
  );
  return [
    ...subscriptions.flatMap((each) =>
      duplicates.has(each.subscription.subscriptionId)
        ? duplicateLetters(each)
        : subscriptionLetters(each, now),
    ),
    ...invoices
      .filter(({ subscriptionId }) => subscriptionId !== null && live.has(subscriptionId))
      .flatMap((invoice) =>
        failureLetters(invoice, owing.get(invoice.subscriptionId ?? '') ?? null),
      ),
    ...newLines.flatMap((line) => moneyLetters(line, invoices)),
  ];
}

function subscriptionLetters(written: WrittenSubscription, now: Date): BillingLetter[] {
  const { subscription, membership, isRepeatTrial } = written;
  const { subscriptionId: id } = subscription;
  if (isRepeatTrial) return [{ key: `trial-refused:${id}`, kind: 'trial-refused' }];
  if (membership.status === 'trialing') return trialLetters(written, now);
  if (membership.status === 'ended' && subscription.endedBecause === 'payment_failed') {
    return [{ key: `ended-unpaid:${id}`, kind: 'ended-unpaid' }];
  }
  return [];
}

const duplicateLetters = ({ subscription }: WrittenSubscription): BillingLetter[] => [
  { key: `duplicate:${subscription.subscriptionId}`, kind: 'duplicate-ended' },
];

/** Nobody is reminded of a charge that will not come. */
function trialLetters(
  { subscription, membership }: WrittenSubscription,
  now: Date,
): BillingLetter[] {
  const { subscriptionId: id, trialStart, trialEnd: endsAt, cancelsAt } = subscription;
  const { isDiscounted } = subscription;
  if (trialStart === null || endsAt === null) return [];
  const trial = { endsAt, membership, isDiscounted };
  const started = { key: `trial-started:${id}`, kind: 'trial-started', ...trial } as const;
  const isDue = now >= trialReminderDueAt({ startedAt: trialStart, endsAt }) && now < endsAt;
  if (!isDue || cancelsAt !== null) return [started];
  // Staff may have moved the end: she is reminded of the one that counts.
  const key = `trial-ending:${id}:${Math.floor(endsAt.getTime() / 1000)}`;
  return [started, { key, kind: 'trial-ending', ...trial }];
}

/** An open invoice's attempts have all failed; only the last one is news. */
function failureLetters(invoice: InvoiceSnapshot, overdueSince: Date | null): BillingLetter[] {
  const { invoiceId, attempts, amountDue, currency, hostedUrl, nextAttemptAt } = invoice;
  if (invoice.status !== 'open' || attempts === 0) return [];
  return [
    {
      key: `payment-failed:${invoiceId}:${attempts}`,
      kind: 'payment-failed',
      due: { amount: amountDue, currency },
      attempt: attempts,
      payUrl: hostedUrl,
      nextAttemptAt,
      overdueSince,
    },
  ];
}

function moneyLetters(line: NewLedgerLine, invoices: readonly InvoiceSnapshot[]): BillingLetter[] {
  const { kind, stripeKey, amount, currency, occurredAt } = line;
  switch (kind) {
    case 'payment': {
      const invoice = invoices.find(({ invoiceId }) => invoiceId === line.invoiceId) ?? null;
      const paid = { amount, currency };
      return [{ key: `receipt:${stripeKey}`, kind: 'receipt', paid, paidAt: occurredAt, invoice }];
    }
    case 'refund':
      return [
        { key: `refunded:${stripeKey}`, kind: 'refunded', refunded: { amount: -amount, currency } },
      ];
    case 'refund_failed':
    case 'dispute':
    case 'dispute_won':
      return [];
  }
}
