/** Why a change of plan is refused, and what to do then. */
import { Problem, invalidBody } from '../../platform/http/problem.js';
import { priceNotOnSale } from '../billing.errors.js';
import type { PlanChangeDenial } from './plan-change.rules.js';

const conflict = (code: string, detail: string, extra?: Record<string, unknown>): Problem =>
  new Problem({ status: 409, code, detail, ...(extra === undefined ? {} : { extra }) });

/** @param payUrl where the open invoice can be paid; told with a refusal for an overdue payment */
export function changeRefused(denial: PlanChangeDenial, payUrl: string | null): Problem {
  switch (denial) {
    case 'no-membership':
      return conflict(
        'billing/nothing-to-change',
        'You have no running membership; buy one with POST /api/v1/billing/checkout-sessions.',
      );
    case 'complimentary':
      return conflict(
        'billing/complimentary-membership',
        'Your membership is a gift of the house; there is no price to change.',
      );
    case 'same-price':
      return conflict('billing/same-price', 'This is what you have already.');
    case 'payment-overdue':
      return conflict(
        'billing/payment-overdue',
        'Your last payment did not go through; pay the open invoice first.',
        { payUrl },
      );
    case 'on-hold':
      return conflict(
        'billing/membership-on-hold',
        'Your membership is paused or on hold; it can be changed when it runs again.',
      );
    case 'cancellation-scheduled':
      return conflict(
        'billing/cancellation-scheduled',
        'Your membership is cancelled; take that back first with POST /api/v1/me/membership/resume.',
      );
    case 'not-on-sale':
      return priceNotOnSale();
    case 'other-audience':
      return invalidBody([
        { field: 'priceId', message: 'One person’s membership and a team’s cannot be exchanged.' },
      ]);
    case 'currency-bound':
      return conflict(
        'billing/currency-bound',
        'A membership stays in the currency it was bought in.',
      );
  }
}

/** @param reason the bank's, in words made for the cardholder */
export const cardDeclined = (reason: string, cause: unknown): Problem =>
  new Problem({
    status: 402,
    code: 'billing/card-declined',
    detail: `${reason} Nothing was changed or charged; change your card and try again.`,
    extra: { reason },
    cause,
  });

export const cardWantsItsOwner = (cause: unknown): Problem =>
  new Problem({
    status: 402,
    code: 'billing/card-needs-confirmation',
    detail:
      'Your bank wants this payment confirmed by you, which cannot be done here. Nothing was changed or charged; try again with another card.',
    cause,
  });
