/** Decides which kind of wall stands under a teaser. */

import type { Gate } from '../articles/article.js';
import type { MembershipState } from '../memberships/membership.js';
import type { Denial } from '../paywall/decision/decide-access.rules.js';

export type WallKind =
  | 'free-account'
  | 'free-articles'
  | 'members'
  | 'plan'
  | 'exhausted'
  | 'more-with-account'
  | 'overdue'
  | 'ended'
  | 'paused'
  | 'blocked';

/**
 * A stranger at a free gate, or with more to read once she has an account, is asked to register; at the members'
 * gate she is made the offer at once. Whoever has a membership that does not open is told about that instead of
 * being sold another.
 * @param state of the reader's membership; null for a stranger
 * @param meter null where none counts
 */
export function wallKind(
  denial: Denial,
  gate: Gate,
  state: MembershipState | null,
  meter: { limitWithAccount: number | null } | null = null,
): WallKind {
  switch (denial) {
    case 'sign-in-required':
      if (gate === 'registered') return 'free-account';
      return gate === 'metered' ? 'free-articles' : 'members';
    case 'membership-required':
      return state === 'ended' ? 'ended' : (closedMembership(state) ?? 'members');
    case 'plan-required':
      return 'plan';
    case 'meter-exhausted':
      if (state === null && meter?.limitWithAccount != null) return 'more-with-account';
      return closedMembership(state) ?? 'exhausted';
    case 'payment-overdue':
      return 'overdue';
  }
}

function closedMembership(state: MembershipState | null): 'overdue' | 'paused' | 'blocked' | null {
  if (state === 'suspended') return 'overdue';
  return state === 'paused' || state === 'blocked' ? state : null;
}
