/** Why a purchase is not opened as it was asked for. */
import { Problem, invalidBody } from '../../platform/http/problem.js';
import type { Terms } from './checkout.js';
import type { PromotionDenial } from './promotion.rules.js';

/** A code that nobody issued, and one that Stripe would not take, besides what the rules deny. */
type DeniedBecause = PromotionDenial | 'unknown' | 'refused';

const promotionReasons: Record<DeniedBecause, string> = {
  unknown: 'There is no such code.',
  over: 'This code has expired or has been used up.',
  'other-person': 'This code is for somebody else.',
  'other-plan': 'This code is not for this plan.',
  'other-currency': 'This code cannot be used in this currency.',
  'too-small': 'This code is for larger purchases.',
  refused: 'This code cannot be used for this purchase; it may be for a first purchase only.',
};

export const promotionDenied = (reason: DeniedBecause, cause?: unknown): Problem =>
  invalidBody([{ field: 'promotionCode', message: promotionReasons[reason] }], {
    cause,
    extra: { reason },
  });

/** Why a purchase was refused for its promotion code; null where that was not why. */
export function promotionDenialIn(error: unknown): DeniedBecause | null {
  if (!(error instanceof Problem) || error.errors?.[0]?.field !== 'promotionCode') return null;
  const reason = reasonsOfPromotions.find((each) => each === error.extra['reason']);
  return reason ?? 'refused';
}

const reasonsOfPromotions = Object.keys(promotionReasons) as DeniedBecause[];

/** The terms come with the refusal, so that a client can show them and ask again. */
export const termsNotAccepted = (terms: Terms): Problem =>
  invalidBody(
    [
      {
        field: 'acceptedTerms',
        message: `must be "${terms.version}": the terms at ${terms.url}, once the buyer agrees to them`,
      },
    ],
    { extra: { terms } },
  );

export const noTermsToAccept = (): Problem =>
  invalidBody([{ field: 'acceptedTerms', message: 'There are no terms to accept; leave it out.' }]);

export const isTermsNotAccepted = (error: unknown): boolean =>
  error instanceof Problem && error.errors?.[0]?.field === 'acceptedTerms';

/** Stripe bills a customer in one currency as long as anything of hers runs in it. */
export const currencyBound = (currency: string, cause: unknown): Problem =>
  new Problem({
    status: 409,
    code: 'billing/currency-bound',
    detail: `Your account is billed in ${currency.toUpperCase()}, and cannot be billed in another currency beside it. Choose a price in ${currency.toUpperCase()}.`,
    extra: { currency },
    cause,
  });

export const checkoutOver = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/checkout-over',
    detail: 'The page that this Idempotency-Key opened is closed; send a new key for a new one.',
  });
