/** Which of somebody's memberships decides what she reads. */
import type { Membership } from './membership.js';

type Candidate = Pick<Membership, 'id' | 'status' | 'startedAt'>;

const live = (membership: Candidate): boolean =>
  membership.status !== 'ended' && membership.status !== 'incomplete';

/** The oldest live one; without one, the newest of those that ended; a half-finished purchase never. */
export function membershipOfRecord<T extends Candidate>(memberships: readonly T[]): T | null {
  const oldestFirst = [...memberships].sort(
    (a, b) => a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  return (
    oldestFirst.find(live) ?? oldestFirst.filter(({ status }) => status === 'ended').at(-1) ?? null
  );
}
