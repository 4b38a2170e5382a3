/** A purchase in progress, in plain types. */
export interface Checkout {
  readonly id: string;
  readonly userId: string;
  readonly priceId: string;
  readonly seats: number;
  readonly trialDays: number;
  /** Stripe's, once its page is open. */
  readonly stripeSessionId: string | null;
  readonly url: string | null;
  readonly expiresAt: Date;
}
