/** Remembers which membership stands for which subscription at Stripe. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Membership } from '../../memberships/membership.js';

@Injectable()
export class SubscriptionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The membership that stands for a subscription. */
  async heldBy(stripeSubscriptionId: string): Promise<Membership | null> {
    const row = await this.database.client.stripeSubscription.findUnique({
      where: { stripeSubscriptionId },
      select: { membership: true },
    });
    return row?.membership ?? null;
  }

  /** Every subscription that a customer ever had, with the membership that stands for it. */
  async listOf(
    stripeCustomerId: string,
  ): Promise<{ subscriptionId: string; membership: Membership }[]> {
    const rows = await this.database.client.stripeSubscription.findMany({
      where: { stripeCustomerId },
      select: { stripeSubscriptionId: true, membership: true },
    });
    return rows.map((row) => ({
      subscriptionId: row.stripeSubscriptionId,
      membership: row.membership,
    }));
  }

  async subscriptionOf(membershipId: string): Promise<string | null> {
    const row = await this.database.client.stripeSubscription.findUnique({
      where: { membershipId },
    });
    return row?.stripeSubscriptionId ?? null;
  }

  async remember(link: {
    subscriptionId: string;
    stripeCustomerId: string;
    membershipId: string;
  }): Promise<void> {
    const { subscriptionId: stripeSubscriptionId, stripeCustomerId, membershipId } = link;
    await this.database.client.stripeSubscription.createMany({
      data: [{ stripeSubscriptionId, stripeCustomerId, membershipId, createdAt: this.clock.now() }],
    });
  }
}
