/** A member whose year is paid, for specs that say only what is different about theirs. */
import type { Membership } from '../../src/memberships/membership.js';

/** When the sample's year began, and when it is over. */
export const year = {
  start: new Date('2026-11-22T09:00:00Z'),
  end: new Date('2027-11-22T09:00:00Z'),
};

export const membershipSample = (changes: Partial<Membership> = {}): Membership => ({
  id: 'm1',
  userId: 'ada',
  planId: 'pro',
  priceId: 'pro-yearly',
  source: 'sold',
  status: 'active',
  seats: 1,
  trialEndsAt: null,
  currentPeriodEnd: year.end,
  cancelsAt: null,
  pastDueSince: null,
  payUrl: null,
  nextPriceId: null,
  nextPriceAt: null,
  startedAt: year.start,
  endedAt: null,
  ...changes,
});
