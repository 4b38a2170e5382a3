/** What Stripe says of a customer at one moment, in our own words. */
import type { InvoiceSnapshot } from './invoice-snapshot.js';

/** A subscription as it is now at Stripe. */
export interface SubscriptionSnapshot {
  readonly subscriptionId: string;
  /** Of the purchase that it began with, as we wrote it down there; null where it began elsewhere. */
  readonly checkoutId: string | null;
  /** Stripe's word, kept open: new ones appear. Time that staff gave is `active` and no trial. */
  readonly status: string;
  readonly stripePriceId: string;
  readonly quantity: number;
  readonly isDiscounted: boolean;
  readonly trialStart: Date | null;
  readonly trialEnd: Date | null;
  readonly currentPeriodEnd: Date;
  /** Until when was paid last: the end of the period, but for one that goes on for nothing until then. */
  readonly paidUntil: Date;
  /** When a scheduled cancellation takes effect, whichever way it was scheduled. */
  readonly cancelsAt: Date | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** Stripe's word for why it was cancelled, like `payment_failed`. */
  readonly endedBecause: string | null;
  /** The same for every use of the same card number. */
  readonly cardFingerprint: string | null;
  /** The price it moves to at `nextPriceAt`, when a change is scheduled. */
  readonly nextStripePriceId: string | null;
  readonly nextPriceAt: Date | null;
}

export interface CustomerSnapshot {
  /** Deleted at Stripe: nothing can be sold to this customer any more. */
  readonly isDeleted: boolean;
  readonly subscriptions: readonly SubscriptionSnapshot[];
  readonly invoices: readonly InvoiceSnapshot[];
}
