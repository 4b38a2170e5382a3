/** What a subscription at Stripe means here. */
import type { MembershipDraft, MembershipStatus } from '../memberships/membership.js';
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

/** @param bought our price behind the subscription's Stripe price */
export function membershipFrom(
  subscription: SubscriptionSnapshot,
  holder: { userId: string },
  bought: { priceId: string; planId: string },
): MembershipDraft {
  const status = statusFrom(subscription.status);
  return {
    userId: holder.userId,
    planId: bought.planId,
    priceId: bought.priceId,
    status,
    seats: subscription.quantity,
    trialEndsAt: subscription.trialEnd,
    currentPeriodEnd: subscription.currentPeriodEnd,
    cancelsAt: status === 'ended' ? null : subscription.cancelsAt,
    pastDueSince: status === 'past_due' ? subscription.pastDueSince : null,
    startedAt: subscription.startedAt,
    endedAt: subscription.endedAt,
  };
}
