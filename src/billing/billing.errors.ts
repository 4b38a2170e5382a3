/** What can go wrong between a reader, her money and Stripe. */
import { Problem, invalidBody } from '../platform/http/problem.js';

export const stripeUnavailable = (cause: unknown): Problem =>
  new Problem({
    status: 503,
    code: 'billing/stripe-unavailable',
    detail:
      'Our payment provider cannot be reached just now. Nothing was charged; try again shortly.',
    headers: { 'retry-after': '10' },
    cause,
  });

/** Stripe answered with a fault of its own, and answers the same to the same idempotency key for a day. */
export const stripeFailed = (cause: unknown): Problem =>
  new Problem({
    status: 503,
    code: 'billing/stripe-failed',
    detail: 'Our payment provider has trouble just now. Nothing was charged; try again shortly.',
    headers: { 'retry-after': '10' },
    cause,
  });

/** Whether Stripe has answered at all; without an answer the same request is made again, under the same key. */
export const hasStripeAnswered = (error: unknown): boolean =>
  error instanceof Problem && error.code !== 'billing/stripe-unavailable';

/** Whether it was Stripe's trouble and no fault of the request: later, the same may work. */
export const isStripeAway = (error: unknown): boolean =>
  error instanceof Problem &&
  (error.code === 'billing/stripe-unavailable' || error.code === 'billing/stripe-failed');

export const isStripeRefusal = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'billing/stripe-refused';

export const stripeRefused = (cause: unknown): Problem =>
  new Problem({
    status: 502,
    code: 'billing/stripe-refused',
    detail: 'Our payment provider refused the request. Nothing was charged; it has been noted.',
    headers: { 'retry-after': '60' },
    cause,
  });

export const priceNotFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'billing/price-not-found',
    detail: 'There is no such price; see GET /api/v1/plans for what is on sale.',
  });

export const priceNotOnSale = (): Problem =>
  invalidBody([{ field: 'priceId', message: 'This price is no longer on sale.' }]);

export const unchargeable = (field: string, currency: string, step: number): Problem =>
  invalidBody([{ field, message: `must be divisible by ${step} to be charged in ${currency}` }]);

export const seatsNotForSale = (): Problem =>
  invalidBody([{ field: 'seats', message: 'This plan is for one person; leave seats out.' }]);

export const tooManySeats = (most: number): Problem =>
  invalidBody([
    { field: 'seats', message: `must be at most ${most}: more cannot be charged at once` },
  ]);

export const alreadyMember = (portal: string | null): Problem =>
  new Problem({
    status: 409,
    code: 'billing/already-member',
    detail: 'You have a membership already; it is changed or cancelled in your account.',
    extra: { portal },
  });

export const checkoutNotFound = (): Problem =>
  new Problem({
    status: 404,
    code: 'billing/checkout-not-found',
    detail: 'There is no such checkout of yours.',
  });

export const checkoutChanging = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/checkout-changing',
    detail: 'Your checkout is being changed by another request; try again.',
    headers: { 'retry-after': '1' },
  });

export const keyReused = (): Problem =>
  new Problem({
    status: 422,
    code: 'billing/idempotency-key-reused',
    detail: 'This Idempotency-Key was used for something else; send a new one.',
  });

export const noBillingAccount = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/no-account',
    detail: 'You have not bought anything yet, so there is nothing to manage.',
  });

export const nothingToCancel = (): Problem =>
  new Problem({
    status: 409,
    code: 'billing/nothing-to-cancel',
    detail: 'You have no running membership.',
  });
