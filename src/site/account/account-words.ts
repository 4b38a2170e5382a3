/** Turns what the rooms refuse a reader who looks after her membership, her gifts and her account into sentences. */
import { Problem } from '../../platform/http/problem.js';
import type { Words } from '../../words/words.js';

export type MembershipRefusal = [problem: string, status: number];

/** What to say above the account page, and with which status; null for a fault that is not hers to know. */
export function membershipRefusal(
  { account, change }: Words,
  error: unknown,
): MembershipRefusal | null {
  if (!(error instanceof Problem)) return null;
  switch (error.code) {
    case 'billing/card-declined':
      return [change.problems.declined(String(error.extra['reason'])), error.status];
    case 'billing/card-needs-confirmation':
      return [change.problems.wantsOwner, error.status];
    case 'billing/stripe-unavailable':
    case 'billing/stripe-failed':
    case 'billing/stripe-refused':
      return [account.problems.paymentsUnavailable, error.status];
    case 'billing/nothing-to-change':
    case 'billing/nothing-to-cancel':
    case 'billing/complimentary-membership':
    case 'billing/same-price':
    case 'billing/payment-overdue':
    case 'billing/membership-on-hold':
    case 'billing/cancellation-scheduled':
    case 'billing/currency-bound':
    case 'billing/price-not-found':
    case 'request/invalid-body':
      return [account.problems.outdated, error.status];
    default:
      return null;
  }
}

/** Why an article was not given, and with which status; null for a fault that is not hers to know. */
export function givingRefusal({ giving }: Words, error: unknown): MembershipRefusal | null {
  if (!(error instanceof Problem)) return null;
  const { status } = error;
  switch (error.code) {
    case 'paywall/gift-needs-membership':
      return [giving.problems.needsMembership, status];
    case 'paywall/gift-not-needed':
      return [giving.problems.notNeeded, status];
    case 'paywall/gifts-not-offered':
      return [giving.notOffered, status];
    case 'paywall/gifts-used-up':
      return [giving.problems.usedUp, status];
    default:
      return null;
  }
}

export interface FarewellRefusal {
  errors: { confirm?: string };
  problem: string | null;
  status: number;
}

/** Why an account was not deleted, in its owner's words; null for a fault that is not hers to know. */
export function farewellRefusal({ farewell }: Words, error: unknown): FarewellRefusal | null {
  if (!(error instanceof Problem)) return null;
  const { problems } = farewell;
  const { status } = error;
  switch (error.code) {
    case 'request/invalid-body':
      return { errors: { confirm: problems.confirm }, problem: null, status };
    case 'auth/last-admin':
      return { errors: {}, problem: problems.lastAdmin, status };
    case 'billing/stripe-unavailable':
    case 'billing/stripe-failed':
    case 'billing/stripe-refused':
      return { errors: {}, problem: problems.paymentsUnavailable, status };
    default:
      return null;
  }
}
