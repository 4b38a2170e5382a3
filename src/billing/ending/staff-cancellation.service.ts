/** Ends a membership that was sold, for an admin: at Stripe first, then in our books. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { BillingAccount } from '../billing-account.service.js';
import { StripeEndingGateway } from '../stripe/stripe-ending.gateway.js';
import { StripeSubscriptionGateway } from '../stripe/stripe-subscription.gateway.js';
import { SubscriptionRepository } from '../sync/subscription.repository.js';

export type EndingTime = 'now' | 'period-end';

export interface SoldMembership {
  id: string;
  userId: string;
}

@Injectable()
export class StaffCancellation {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly endings: StripeEndingGateway,
    private readonly gateway: StripeSubscriptionGateway,
    private readonly account: BillingAccount,
    private readonly audit: Audit,
  ) {}

  /**
   * Twice is once.
   * @returns false when Stripe knows no subscription behind it
   */
  async end(membership: SoldMembership, at: EndingTime, actorId: string): Promise<boolean> {
    const subscription = await this.subscriptions.subscriptionOf(membership.id);
    if (subscription === null) return false;
    const isDone = at === 'now' ? await this.endings.cancelNow(subscription) : true;
    if (at === 'period-end') await this.gateway.cancelAtPeriodEnd(subscription);
    if (isDone) {
      await this.audit.record({
        actorId,
        action: 'member.cancelled',
        subject: { kind: 'member', id: membership.userId },
        detail: { at, membership: membership.id, subscription },
      });
    }
    await this.account.sync(membership.userId);
    return true;
  }
}
