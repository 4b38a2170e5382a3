/** Tells a member which card pays for her membership; our books know none, so Stripe is asked, and seldom. */
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import { Limits } from '../platform/limits/limits.service.js';
import { looksAtCard } from './billing.limits.js';
import { type CardOnFile, StripeCardGateway } from './stripe/stripe-card.gateway.js';
import { SubscriptionRepository } from './sync/subscription.repository.js';

/** Milliseconds for which a page waits; without the card it says only where the card is. */
const patience = 1_000;

@Injectable()
export class CardsOnFile {
  private readonly logger = new Logger('Card');

  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly subscriptions: SubscriptionRepository,
    private readonly gateway: StripeCardGateway,
    private readonly limits: Limits,
  ) {}

  /** null where she pays with none, where Stripe does not say so in time, and where she asks too often */
  async of(userId: string): Promise<CardOnFile | null> {
    const { membership, standing } = await this.keeper.holding(userId);
    if (membership === null || standing.state === 'none' || standing.state === 'ended') return null;
    const subscription = await this.subscriptions.subscriptionOf(membership.id);
    if (subscription === null) return null;
    const taken = await this.limits.tryTake([looksAtCard], userId);
    if ('by' in taken) return null;
    return Promise.race([this.look(subscription), pause(patience, null, { ref: false })]);
  }

  private async look(subscription: string): Promise<CardOnFile | null> {
    try {
      return await this.gateway.ofSubscription(subscription);
    } catch (error) {
      // The page is shown all the same, and has perhaps been already.
      this.logger.warn(String(error));
      return null;
    }
  }
}
