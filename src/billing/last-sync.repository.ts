/** Knows when somebody's books were last brought in line with Stripe. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class LastSync {
  constructor(private readonly database: Database) {}

  /** null when she never bought, or all of hers is deleted at Stripe */
  async of(userId: string): Promise<Date | null> {
    const row = await this.database.client.stripeCustomer.findFirst({
      where: { userId, deletedAt: null },
      select: { syncedAt: true },
    });
    return row?.syncedAt ?? null;
  }
}
