/** May staff let a membership go on until a date without a charge, and what does that move? */
import type { Membership, MembershipState } from './membership.js';

export type ExtensionDenial =
  | 'nothing-runs'
  | 'blocked'
  | 'overdue'
  | 'paused'
  /** It ends by a cancellation, which would have to be taken back first. */
  | 'is-leaving'
  /** Another price is to come at the end of the period. */
  | 'change-comes'
  | 'too-early'
  | 'too-far';

export type ExtensionDecision =
  | { granted: false; denial: ExtensionDenial }
  /** Ends on that date already. */
  | { granted: true; moves: 'nothing' }
  /** The day it ends (a complimentary one), the end of the trial, or the next bill of one that is paid for. */
  | { granted: true; moves: 'end' | 'trial' | 'next-bill'; from: Date };

/** As far as Stripe lets a trial end in the future: two years, less a day for the way there. */
const furthest = 729 * 24 * 60 * 60 * 1000;

const deny = (denial: ExtensionDenial): ExtensionDecision => ({ granted: false, denial });

/** @param state where she stands now */
export function canExtend(
  membership: Membership | null,
  state: MembershipState,
  until: Date,
  now: Date,
): ExtensionDecision {
  const closed = closedBy(state);
  if (closed !== null) return deny(closed);
  if (membership === null) return deny('nothing-runs');
  const { source, status, cancelsAt, currentPeriodEnd, nextPriceId } = membership;
  const isSold = source === 'sold';
  if (isSold && cancelsAt !== null) return deny('is-leaving');
  if (isSold && nextPriceId !== null) return deny('change-comes');
  const from = isSold ? currentPeriodEnd : cancelsAt;
  if (from === null) return deny('nothing-runs');
  if (until.getTime() === from.getTime()) return { granted: true, moves: 'nothing' };
  if (until <= now || until < from) return deny('too-early');
  if (isSold && until.getTime() - now.getTime() > furthest) return deny('too-far');
  if (!isSold) return { granted: true, moves: 'end', from };
  return { granted: true, moves: status === 'trialing' ? 'trial' : 'next-bill', from };
}

function closedBy(state: MembershipState): ExtensionDenial | null {
  switch (state) {
    case 'none':
    case 'ended':
      return 'nothing-runs';
    case 'grace':
    case 'suspended':
      return 'overdue';
    case 'blocked':
    case 'paused':
      return state;
    case 'trialing':
    case 'active':
      return null;
  }
}
