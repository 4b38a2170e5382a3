/** What Stripe says of a customer at one moment, in our own words. */

/** A subscription as it is now at Stripe. */
export interface SubscriptionSnapshot {
  readonly subscriptionId: string;
  /** Stripe's word, kept open: new ones appear. */
  readonly status: string;
  readonly stripePriceId: string;
  readonly quantity: number;
  readonly trialStart: Date | null;
  readonly trialEnd: Date | null;
  readonly currentPeriodEnd: Date;
  /** When a scheduled cancellation takes effect, whichever way it was scheduled. */
  readonly cancelsAt: Date | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  /** When the latest invoice, still unpaid, was first charged. */
  readonly pastDueSince: Date | null;
  /** The same for every use of the same card number. */
  readonly cardFingerprint: string | null;
}

export interface InvoiceSnapshot {
  readonly invoiceId: string;
  readonly subscriptionId: string | null;
  readonly number: string | null;
  readonly status: string;
  /** In the currency's minor unit (cents). */
  readonly total: number;
  readonly amountPaid: number;
  readonly currency: string;
  readonly hostedUrl: string | null;
  readonly createdAt: Date;
  readonly paidAt: Date | null;
}

export interface CustomerSnapshot {
  readonly subscriptions: readonly SubscriptionSnapshot[];
  readonly invoices: readonly InvoiceSnapshot[];
}
