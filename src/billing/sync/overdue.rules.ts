/** Which payment of a subscription has failed, since when, and where it can be made. */
import type { InvoiceSnapshot } from './invoice-snapshot.js';

export interface Overdue {
  /** When the first attempt failed. */
  since: Date;
  payUrl: string | null;
}

/**
 * Stripe charges an invoice when it finalises it, so an open one's first attempt failed then. The oldest
 * counts: a member who never pays gets no new grace with each new invoice.
 */
export function overdueOf(
  subscriptionId: string,
  invoices: readonly InvoiceSnapshot[],
): Overdue | null {
  const [oldest] = invoices
    .filter((invoice) => invoice.status === 'open' && invoice.subscriptionId === subscriptionId)
    .flatMap(({ finalizedAt: since, hostedUrl: payUrl }) =>
      since === null ? [] : [{ since, payUrl }],
    )
    .toSorted((a, b) => a.since.getTime() - b.since.getTime());
  return oldest ?? null;
}
