/** Where a member stands now. Grace and scheduled ends pass by the clock alone; no event is needed. */
import type { Membership, MembershipState, Standing } from './membership.js';

/** What of a membership time changes the meaning of. */
export type MembershipInTime = Pick<
  Membership,
  'status' | 'planId' | 'startedAt' | 'currentPeriodEnd' | 'cancelsAt' | 'pastDueSince'
>;

const day = 24 * 60 * 60 * 1000;

const stranger: Standing = {
  state: 'none',
  access: false,
  accessUntil: null,
  graceEndsAt: null,
  planId: null,
};

/** @param graceDays how long a membership still reads after a payment failed */
export function standingOf(
  membership: MembershipInTime | null,
  now: Date,
  graceDays: number,
): Standing {
  if (membership === null) return stranger;
  const { cancelsAt } = membership;
  const state = stateOf(membership, now, graceDays);
  const graceEndsAt = state === 'grace' ? graceEnd(membership, graceDays) : null;
  const access = state === 'trialing' || state === 'active' || state === 'grace';
  return {
    state,
    access,
    accessUntil: access ? earliest(cancelsAt, graceEndsAt ?? membership.currentPeriodEnd) : null,
    graceEndsAt,
    planId: state === 'none' ? null : membership.planId,
  };
}

function stateOf(membership: MembershipInTime, now: Date, graceDays: number): MembershipState {
  const { status, cancelsAt } = membership;
  switch (status) {
    case 'incomplete':
      return 'none';
    case 'unpaid':
      return 'suspended';
    case 'paused':
    case 'blocked':
    case 'ended':
      return status;
    case 'trialing':
    case 'active':
      if (cancelsAt !== null && now >= cancelsAt) return 'ended';
      return isForgotten(membership, now, graceDays) ? 'suspended' : status;
    case 'past_due':
      if (cancelsAt !== null && now >= cancelsAt) return 'ended';
      return now < graceEnd(membership, graceDays) ? 'grace' : 'suspended';
  }
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function graceEnd(membership: MembershipInTime, graceDays: number): Date {
  // Without a word of when it failed, grace is long over: the end of the period may be a year away.
  const since = membership.pastDueSince ?? membership.startedAt;
  return new Date(since.getTime() + graceDays * day);
}

/**
 * A paid period that ended longer ago than any grace, and not a word since: the news was lost. Closed
 * by default; one day on top covers the hour in which a renewal is still being invoiced.
 */
function isForgotten(
  { currentPeriodEnd }: MembershipInTime,
  now: Date,
  graceDays: number,
): boolean {
  return (
    currentPeriodEnd !== null && now.getTime() >= currentPeriodEnd.getTime() + (graceDays + 1) * day
  );
}
