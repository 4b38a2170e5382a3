/** May this person buy this now, and on which terms? */
import type { MembershipState } from '../../memberships/membership.js';
import { mostAtOnce } from '../../platform/money/chargeable.rules.js';
import type { Audience } from '../../plans/plan.js';

export type PurchaseDecision =
  | { granted: true; seats: number }
  | { granted: false; denial: 'already-member' | 'not-on-sale' | 'seats-not-for-sale' };

/** What still runs must be managed, not bought again; what has ended may be bought anew. */
const running: readonly MembershipState[] = [
  'trialing',
  'active',
  'grace',
  'suspended',
  'paused',
  'blocked',
];

/** @param seats how many were asked for; undefined where nothing was said */
export function canBuy(
  buyer: { state: MembershipState },
  offer: { onSale: boolean; audience: Audience },
  seats: number | undefined,
): PurchaseDecision {
  if (!offer.onSale) return { granted: false, denial: 'not-on-sale' };
  if (offer.audience === 'person' && (seats ?? 1) !== 1) {
    return { granted: false, denial: 'seats-not-for-sale' };
  }
  if (running.includes(buyer.state)) return { granted: false, denial: 'already-member' };
  return { granted: true, seats: seats ?? 1 };
}

/**
 * How many seats can be charged at once.
 * @param amount of one, in minor units (cents)
 */
export const mostSeats = (amount: number): number => Math.floor(mostAtOnce / amount);
