/** In which words a membership in our books differed from what Stripe says. */
import type { Membership, MembershipDraft } from '../../memberships/membership.js';

const told = [
  'status',
  'planId',
  'priceId',
  'seats',
  'trialEndsAt',
  'currentPeriodEnd',
  'cancelsAt',
  'pastDueSince',
  'payUrl',
  'nextPriceId',
  'nextPriceAt',
  'startedAt',
  'endedAt',
] as const satisfies readonly (keyof MembershipDraft)[];

/** @param before null where our books did not have it */
export function membershipDifferences(before: Membership | null, after: MembershipDraft): string[] {
  if (before === null) return [`was missing, is ${after.status}`];
  return told
    .map((field) => [field, inWords(before[field]), inWords(after[field])] as const)
    .filter(([, was, is]) => was !== is)
    .map(([field, was, is]) => `${field} was ${was}, is ${is}`);
}

const inWords = (value: string | number | Date | null): string =>
  value instanceof Date ? value.toISOString() : String(value);
