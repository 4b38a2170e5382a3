/** Which of somebody's memberships decides what she reads. */
import type { Membership, MembershipStatus } from './membership.js';

type Candidate = Pick<Membership, 'id' | 'source' | 'status' | 'cancelsAt' | 'startedAt'>;

/** Whether a membership in this status runs, as far as its seller says. */
export const isRunning = (status: MembershipStatus): boolean =>
  status !== 'ended' && status !== 'incomplete';

/** Whether a membership still runs; one that was given ends by its date alone. */
export function isLive(membership: Candidate, now: Date): boolean {
  const { source, status, cancelsAt } = membership;
  if (source === 'complimentary' && cancelsAt !== null && cancelsAt <= now) return false;
  return isRunning(status);
}

/** The order of somebody's memberships in time, the same however often it is asked. */
export const oldestFirst = (
  a: Pick<Membership, 'id' | 'startedAt'>,
  b: Pick<Membership, 'id' | 'startedAt'>,
): number => a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1);

/**
 * The oldest live one, what is paid for before what was given; without one, the newest of those that
 * ended; a half-finished purchase never.
 */
export function membershipOfRecord<T extends Candidate>(
  memberships: readonly T[],
  now: Date,
): T | null {
  const sorted = memberships.filter(({ status }) => status !== 'incomplete').toSorted(oldestFirst);
  const live = sorted.filter((each) => isLive(each, now));
  return live.find(({ source }) => source === 'sold') ?? live[0] ?? sorted.at(-1) ?? null;
}
