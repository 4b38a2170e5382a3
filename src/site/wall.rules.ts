/** Decides which kind of wall stands under a teaser. */

import type { Denial, Gate } from './page-props.js';

export type WallKind =
  'free-account' | 'free-articles' | 'members' | 'plan' | 'exhausted' | 'overdue';

/** A stranger at a free gate is asked to register; at the members' gate she is made the offer at once. */
export function wallKind(denial: Denial, gate: Gate): WallKind {
  switch (denial) {
    case 'sign-in-required':
      if (gate === 'registered') return 'free-account';
      return gate === 'metered' ? 'free-articles' : 'members';
    case 'membership-required':
      return 'members';
    case 'plan-required':
      return 'plan';
    case 'meter-exhausted':
      return 'exhausted';
    case 'payment-overdue':
      return 'overdue';
  }
}
