/** May an admin give this membership, and does it follow one that she gave before? */
import type { Membership } from './membership.js';
import { isLive } from './membership-of-record.rules.js';

export type GivingDecision =
  | { granted: true; running: Membership | null }
  | { granted: false; denial: 'paid-membership-runs' | 'not-in-the-future' };

/** @param held all that she holds or held */
export function canGive(held: readonly Membership[], until: Date, now: Date): GivingDecision {
  if (until <= now) return { granted: false, denial: 'not-in-the-future' };
  const live = held.filter((membership) => isLive(membership, now));
  if (live.some(({ source }) => source === 'sold')) {
    return { granted: false, denial: 'paid-membership-runs' };
  }
  return { granted: true, running: live[0] ?? null };
}
