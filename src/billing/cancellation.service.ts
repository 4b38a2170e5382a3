/** A member lets her membership end with what she has paid for, or changes her mind. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import type { MembershipView } from '../memberships/membership.presenter.js';
import { isStripeRefusal, nothingToCancel } from './billing.errors.js';
import { BillingAccount } from './billing-account.service.js';
import { StripeSubscriptionGateway } from './stripe/stripe-subscription.gateway.js';
import { SubscriptionRepository } from './sync/subscription.repository.js';

@Injectable()
export class CancellationService {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly subscriptions: SubscriptionRepository,
    private readonly gateway: StripeSubscriptionGateway,
    private readonly account: BillingAccount,
    private readonly memberships: MembershipDesk,
  ) {}

  /** She reads until the end of the trial or period; nothing is charged then. Twice is once. */
  async cancel(userId: string): Promise<MembershipView> {
    return this.change(userId, (subscription) => this.gateway.cancelAtPeriodEnd(subscription));
  }

  /** Takes back a cancellation that has not come yet. */
  async resume(userId: string): Promise<MembershipView> {
    return this.change(userId, (subscription) => this.gateway.resume(subscription));
  }

  private async runningSubscription(userId: string): Promise<string> {
    const { membership, standing } = await this.keeper.holding(userId);
    const subscription =
      membership === null || standing.state === 'none' || standing.state === 'ended'
        ? null
        : await this.subscriptions.subscriptionOf(membership.id);
    if (subscription === null) throw nothingToCancel();
    return subscription;
  }

  private async change(
    userId: string,
    act: (subscriptionId: string) => Promise<void>,
  ): Promise<MembershipView> {
    try {
      await act(await this.runningSubscription(userId));
    } catch (error) {
      if (!isStripeRefusal(error)) throw error;
      // It ended at Stripe and we have not heard of it yet.
      await this.account.sync(userId);
      await this.runningSubscription(userId);
      throw error;
    }
    await this.account.sync(userId);
    return this.memberships.show(userId);
  }
}
