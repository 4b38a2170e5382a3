/** Remembers which membership stands for which subscription at Stripe. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';

@Injectable()
export class SubscriptionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async membershipOf(stripeSubscriptionId: string): Promise<string | null> {
    const row = await this.database.client.stripeSubscription.findUnique({
      where: { stripeSubscriptionId },
    });
    return row?.membershipId ?? null;
  }

  async subscriptionOf(membershipId: string): Promise<string | null> {
    const row = await this.database.client.stripeSubscription.findUnique({
      where: { membershipId },
    });
    return row?.stripeSubscriptionId ?? null;
  }

  async remember(link: {
    stripeSubscriptionId: string;
    stripeCustomerId: string;
    membershipId: string;
  }): Promise<void> {
    const syncedAt = this.clock.now();
    await this.database.client.stripeSubscription.upsert({
      where: { stripeSubscriptionId: link.stripeSubscriptionId },
      create: { ...link, syncedAt },
      update: { syncedAt },
    });
  }
}
