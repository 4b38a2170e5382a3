/** A member lets her membership end with what she has paid for, or changes her mind. */
import { Injectable } from '@nestjs/common';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import type { MembershipView } from '../memberships/membership.presenter.js';
import { nothingToCancel } from './billing.errors.js';
import { BillingAccount } from './billing-account.service.js';
import { StripeSubscriptionGateway } from './stripe/stripe-subscription.gateway.js';
import { SubscriptionRepository } from './subscription.repository.js';

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
    await this.gateway.cancelAtPeriodEnd(await this.runningSubscription(userId));
    return this.upToDate(userId);
  }

  /** Takes back a cancellation that has not come yet. */
  async resume(userId: string): Promise<MembershipView> {
    await this.gateway.resume(await this.runningSubscription(userId));
    return this.upToDate(userId);
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

  private async upToDate(userId: string): Promise<MembershipView> {
    await this.account.sync(userId);
    return this.memberships.show(userId);
  }
}
