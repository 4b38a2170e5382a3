/** Which subscriptions that still run at Stripe have to be ended there, and why. */
import { isRunning, oldestFirst } from '../../memberships/membership-of-record.rules.js';
import { statusFrom } from '../sync/membership-from.rules.js';
import type { InvoiceSnapshot } from '../sync/invoice-snapshot.js';
import type { WrittenSubscription } from '../sync/written-subscription.js';

export type EndingReason =
  /** She had one before. */
  | 'duplicate'
  /** She has had a trial before. */
  | 'repeat-trial'
  /** What was paid for the present period was given back in full. */
  | 'refunded'
  /** The bank took the payment back for good. */
  | 'dispute-lost';

export interface Ending {
  subscriptionId: string;
  reason: EndingReason;
}

/** Whether what was paid for a subscription that ends for this reason is given back. */
export const isPaidBack = (reason: EndingReason): boolean =>
  reason === 'duplicate' || reason === 'repeat-trial';

/** @param written all of one person's; the oldest that counts is kept, every later one ends */
export function endingsOf(written: readonly WrittenSubscription[]): Ending[] {
  const sorted = written.toSorted((a, b) => oldestFirst(a.membership, b.membership));
  const kept = sorted.findIndex(({ membership }) => isRunning(membership.status));
  return sorted.flatMap((each, index) => {
    const { subscription } = each;
    const runs = isRunning(statusFrom(subscription.status));
    const reason = kept !== -1 && index > kept ? 'duplicate' : ownReason(each);
    return runs && reason !== null ? [{ subscriptionId: subscription.subscriptionId, reason }] : [];
  });
}

/** Open invoices of subscriptions that are over: whoever paid one would pay for nothing. */
export function deadInvoicesOf(
  written: readonly WrittenSubscription[],
  invoices: readonly InvoiceSnapshot[],
): string[] {
  const over = new Set(
    written
      .filter(({ subscription }) => statusFrom(subscription.status) === 'ended')
      .map(({ subscription }) => subscription.subscriptionId),
  );
  return invoices
    .filter(
      ({ status, subscriptionId }) =>
        status === 'open' && subscriptionId !== null && over.has(subscriptionId),
    )
    .map(({ invoiceId }) => invoiceId);
}

function ownReason({ isRepeatTrial, reversal }: WrittenSubscription): EndingReason | null {
  if (isRepeatTrial) return 'repeat-trial';
  return reversal.kind === 'refunded' || reversal.kind === 'dispute-lost' ? reversal.kind : null;
}
