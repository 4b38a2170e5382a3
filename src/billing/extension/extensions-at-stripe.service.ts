/** Moves what Stripe holds of a membership to a later day. */
import { Injectable } from '@nestjs/common';
import { SubscriptionRepository } from '../sync/subscription.repository.js';
import { StripeExtensionGateway } from '../stripe/stripe-extension.gateway.js';
import { cannotExtend } from './extension.errors.js';

@Injectable()
export class ExtensionsAtStripe {
  constructor(
    private readonly subscriptions: SubscriptionRepository,
    private readonly gateway: StripeExtensionGateway,
  ) {}

  /** @throws Problem 409 `memberships/nothing-runs` where Stripe knows no subscription behind it */
  async move(membershipId: string, what: 'trial' | 'next-bill', until: Date): Promise<void> {
    const subscription = await this.subscriptions.subscriptionOf(membershipId);
    if (subscription === null) throw cannotExtend('nothing-runs');
    if (what === 'trial') await this.gateway.moveTrialEnd(subscription, until);
    else await this.gateway.moveNextBill(subscription, until);
  }
}
