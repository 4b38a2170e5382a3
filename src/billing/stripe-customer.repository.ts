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
    const row = await this.database.client.stripeCustomer.findUnique({ where: { userId } });
    return row?.stripeCustomerId ?? null;
  }

  async userOf(stripeCustomerId: string): Promise<string | null> {
    const row = await this.database.client.stripeCustomer.findUnique({
      where: { stripeCustomerId },
    });
    return row?.userId ?? null;
  }

  /** Keeps the first customer told for an account; the idempotency key sees to it that there is one. */
  async remember(userId: string, stripeCustomerId: string): Promise<void> {
    await this.database.client.stripeCustomer.createMany({
      data: [{ userId, stripeCustomerId, createdAt: this.clock.now() }],
      skipDuplicates: true,
    });
  }

  /** @returns every customer after the given one, for going through all of them */
  async listAfter(stripeCustomerId: string, limit: number): Promise<string[]> {
    const rows = await this.database.client.stripeCustomer.findMany({
      where: { stripeCustomerId: { gt: stripeCustomerId } },
      orderBy: { stripeCustomerId: 'asc' },
      take: limit,
      select: { stripeCustomerId: true },
    });
    return rows.map((row) => row.stripeCustomerId);
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
    const { count } = await this.database.client.stripeCustomer.updateMany({
      where: { stripeCustomerId, syncWritten: { lt: sync } },
      data: { syncWritten: sync },
    });
    return count === 1;
  }
}
