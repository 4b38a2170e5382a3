/** A purchase in progress, in plain types. */
import type { BillingInterval } from '../../plans/plan.js';

export interface Checkout {
  readonly id: string;
  readonly userId: string;
  readonly priceId: string;
  readonly seats: number;
  readonly trialDays: number;
  /** Stripe's id of the promotion code that was asked for. */
  readonly promotionCode: string | null;
  /** Of the terms that the buyer agreed to; null where there were none. */
  readonly termsVersion: string | null;
  /** The `Idempotency-Key` of the request that opened it. */
  readonly requestKey: string | null;
  readonly status: 'open' | 'completed' | 'expired';
  /** Stripe's, once its page is open. */
  readonly stripeSessionId: string | null;
  readonly url: string | null;
  readonly expiresAt: Date;
}

/** What a publication wants a buyer to agree to. */
export interface Terms {
  readonly version: string;
  readonly url: string;
}

/** What a buyer agrees to, with the total that stood beside it. */
export interface ConsentDraft {
  readonly termsVersion: string;
  readonly termsUrl: string;
  /** In the currency's minor unit (cents). */
  readonly amount: number;
  readonly currency: string;
  readonly interval: BillingInterval;
  readonly trialDays: number;
}

/** A purchase as it is asked for. */
export interface CheckoutDraft extends Pick<
  Checkout,
  'userId' | 'priceId' | 'seats' | 'trialDays' | 'promotionCode' | 'requestKey' | 'expiresAt'
> {
  readonly consent: ConsentDraft | null;
}

/** Whether an open page sells exactly what is asked for now. */
export function isSamePurchase(open: Checkout, wanted: CheckoutDraft): boolean {
  return (
    open.priceId === wanted.priceId &&
    open.seats === wanted.seats &&
    open.trialDays === wanted.trialDays &&
    open.promotionCode === wanted.promotionCode &&
    open.termsVersion === (wanted.consent?.termsVersion ?? null)
  );
}
