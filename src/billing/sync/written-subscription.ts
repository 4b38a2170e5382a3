/** A subscription of ours as it was just written into our books, beside what Stripe said of it. */
import type { Membership } from '../../memberships/membership.js';
import type { Reversal } from './reversal.rules.js';
import type { SubscriptionSnapshot } from './subscription-snapshot.js';

export interface WrittenSubscription {
  readonly subscription: SubscriptionSnapshot;
  readonly membership: Membership;
  readonly isRepeatTrial: boolean;
  readonly reversal: Reversal;
}
