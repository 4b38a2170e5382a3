/** Remembers whose Stripe customer is whose, and in which order their syncs began. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';

@Injectable()
export class StripeCustomerRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async customerOf(userId: string): Promise<string | null> {
    const row = await this.database.client.stripeCustomer.findFirst({
      where: { userId, deletedAt: null },
    });
    return row?.stripeCustomerId ?? null;
  }

  async userOf(stripeCustomerId: string): Promise<string | null> {
    const row = await this.database.client.stripeCustomer.findUnique({
      where: { stripeCustomerId },
    });
    return row?.userId ?? null;
  }

  /** How many of an account's customers were deleted at Stripe. */
  countDeleted(userId: string): Promise<number> {
    return this.database.client.stripeCustomer.count({
      where: { userId, deletedAt: { not: null } },
    });
  }

  /** Stripe has deleted it; the account's next purchase makes another. */
  async markDeleted(stripeCustomerId: string): Promise<void> {
    await this.database.client.stripeCustomer.updateMany({
      where: { stripeCustomerId, deletedAt: null },
      data: { deletedAt: this.clock.now() },
    });
  }

  /** Keeps the first customer told for an account; the idempotency key sees to it that there is one. */
  async remember(userId: string, stripeCustomerId: string): Promise<void> {
    await this.database.client.stripeCustomer.createMany({
      data: [{ userId, stripeCustomerId, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
  }

  /** The number of a sync that begins now; taken before Stripe is asked. */
  async beginSync(stripeCustomerId: string): Promise<number> {
    const { syncsBegun } = await this.database.client.stripeCustomer.update({
      where: { stripeCustomerId },
      data: { syncsBegun: { increment: 1 } },
      select: { syncsBegun: true },
    });
    return syncsBegun;
  }

  /**
   * Locks the customer for the rest of the transaction.
   * @returns false when a sync that began later has already written: it saw at least as much
   */
  async claimWrite(stripeCustomerId: string, sync: number): Promise<boolean> {
    // The update alone would lock nothing where it changes nothing.
    await this.database.client.$queryRaw`
      select 1 from stripe_customers where "stripeCustomerId" = ${stripeCustomerId} for no key update`;
    const { count } = await this.database.client.stripeCustomer.updateMany({
      where: { stripeCustomerId, syncWritten: { lt: sync } },
      data: { syncWritten: sync, syncedAt: this.clock.now() },
    });
    return count === 1;
  }
}
