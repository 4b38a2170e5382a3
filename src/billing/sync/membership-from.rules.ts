/** What a subscription at Stripe means here. */
import type { MembershipDraft, MembershipStatus } from '../../memberships/membership.js';
import type { Overdue } from './overdue.rules.js';
import type { Reversal } from './reversal.rules.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

/** Stripe's word for a subscription's state, in ours. A word we do not know does not read. */
export function statusFrom(stripeStatus: string): MembershipStatus {
  switch (stripeStatus) {
    case 'trialing':
    case 'active':
    case 'past_due':
    case 'unpaid':
    case 'paused':
    case 'incomplete':
      return stripeStatus;
    case 'canceled':
    case 'incomplete_expired':
      return 'ended';
    default:
      return 'unpaid';
  }
}

/** What else is known of a subscription, besides Stripe's own word for it. */
export interface Circumstances {
  /** Our price behind the subscription's Stripe price. */
  bought: { priceId: string; planId: string };
  /** Our price behind the one it moves to. */
  nextPriceId: string | null;
  reversal: Reversal;
  overdue: Overdue | null;
  /** Whether this person has had a trial before this one. */
  isRepeatTrial: boolean;
}

export function membershipFrom(
  subscription: SubscriptionSnapshot,
  holder: { userId: string },
  circumstances: Circumstances,
): MembershipDraft {
  const { bought, nextPriceId, overdue } = circumstances;
  const end = endOf(subscription, circumstances);
  const status = statusOf(subscription, circumstances);
  const isOwing = status === 'past_due' || status === 'unpaid';
  const isChanging = status !== 'ended' && nextPriceId !== null;
  return {
    userId: holder.userId,
    planId: bought.planId,
    priceId: bought.priceId,
    source: 'sold',
    status,
    seats: subscription.quantity,
    trialEndsAt: subscription.trialEnd,
    currentPeriodEnd: subscription.currentPeriodEnd,
    cancelsAt: status === 'ended' ? null : subscription.cancelsAt,
    pastDueSince: status === 'past_due' ? (overdue?.since ?? null) : null,
    payUrl: isOwing ? (overdue?.payUrl ?? null) : null,
    nextPriceId: isChanging ? nextPriceId : null,
    nextPriceAt: isChanging ? subscription.nextPriceAt : null,
    startedAt: subscription.startedAt,
    endedAt: end,
  };
}

function statusOf(
  { status }: SubscriptionSnapshot,
  { reversal, isRepeatTrial }: Circumstances,
): MembershipStatus {
  const told = statusFrom(status);
  if (told === 'ended' || isRepeatTrial) return 'ended';
  switch (reversal.kind) {
    case 'refunded':
    case 'dispute-lost':
      return 'ended';
    case 'disputed':
      return 'blocked';
    case 'none':
      return told;
  }
}

function endOf(
  { endedAt, startedAt }: SubscriptionSnapshot,
  { reversal, isRepeatTrial }: Circumstances,
): Date | null {
  if (endedAt !== null) return endedAt;
  if (isRepeatTrial) return startedAt;
  return 'at' in reversal ? reversal.at : null;
}
