/** An invoice as it is now at Stripe, with the money that moved for it. */

export interface InvoiceSnapshot {
  readonly invoiceId: string;
  readonly subscriptionId: string | null;
  readonly number: string | null;
  /** Stripe's word: draft, open, paid, void, uncollectible. */
  readonly status: string;
  /** In the currency's minor unit (cents). */
  readonly total: number;
  readonly amountPaid: number;
  readonly amountDue: number;
  readonly currency: string;
  readonly hostedUrl: string | null;
  readonly createdAt: Date;
  readonly finalizedAt: Date | null;
  readonly paidAt: Date | null;
  /** How often a payment was attempted. */
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  /** What it is for; null where it has no lines. */
  readonly service: ServicePeriod | null;
  readonly payments: readonly PaymentSnapshot[];
}

/** Which price was bought for which time. */
export interface ServicePeriod {
  readonly stripePriceId: string | null;
  readonly start: Date;
  readonly end: Date;
}

/** A payment that succeeded. */
export interface PaymentSnapshot {
  readonly paymentId: string;
  readonly paymentIntentId: string | null;
  /** In the currency's minor unit (cents). */
  readonly amount: number;
  readonly currency: string;
  readonly paidAt: Date;
  readonly refunds: readonly RefundSnapshot[];
  readonly disputes: readonly DisputeSnapshot[];
}

export interface RefundSnapshot {
  readonly refundId: string;
  readonly amount: number;
  readonly currency: string;
  /** Stripe's word: pending, requires_action, succeeded, failed, canceled. */
  readonly status: string;
  readonly createdAt: Date;
  /** The caller's `Idempotency-Key`, where it was asked for here and under one. */
  readonly requestKey: string | null;
}

export interface DisputeSnapshot {
  readonly disputeId: string;
  readonly amount: number;
  readonly currency: string;
  /** Stripe's word, kept open: new ones appear. */
  readonly status: string;
  readonly reason: string;
  /** Until when evidence can be sent; null where none can. */
  readonly evidenceDueAt: Date | null;
  readonly createdAt: Date;
}
