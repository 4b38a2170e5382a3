/** The roll of Stripe customers that are our accounts', for going through all of them. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class CustomerRoll {
  constructor(private readonly database: Database) {}

  /** In the order of their ids. @param stripeCustomerId the last one seen */
  async listAfter(stripeCustomerId: string, limit: number): Promise<string[]> {
    return this.idsWhere({ gt: stripeCustomerId }, limit);
  }

  async knownAmong(stripeCustomerIds: readonly string[]): Promise<Set<string>> {
    return new Set(await this.idsWhere({ in: [...stripeCustomerIds] }, stripeCustomerIds.length));
  }

  private async idsWhere(
    stripeCustomerId: { gt: string } | { in: string[] },
    take: number,
  ): Promise<string[]> {
    const rows = await this.database.client.stripeCustomer.findMany({
      where: { stripeCustomerId },
      orderBy: { stripeCustomerId: 'asc' },
      take,
      select: { stripeCustomerId: true },
    });
    return rows.map((row) => row.stripeCustomerId);
  }
}
