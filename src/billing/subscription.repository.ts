/** Remembers which membership stands for which subscription at Stripe. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { KnownPrice } from './stripe-catalogue.repository.js';

export interface HeldMembership extends KnownPrice {
  membershipId: string;
}

@Injectable()
export class SubscriptionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The membership that stands for a subscription, and what it was bought as. */
  async heldBy(stripeSubscriptionId: string): Promise<HeldMembership | null> {
    const row = await this.database.client.stripeSubscription.findUnique({
      where: { stripeSubscriptionId },
      select: { membershipId: true, membership: { select: { planId: true, priceId: true } } },
    });
    if (row === null || row.membership.priceId === null) return null;
    const { planId, priceId } = row.membership;
    return { membershipId: row.membershipId, planId, priceId };
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
