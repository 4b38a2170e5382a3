/** Takes out of the books what names a person, or leads to where her name is written. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class BillingErasureRepository {
  constructor(private readonly database: Database) {}

  /**
   * Locks her customers first, as a sync does, so that neither waits for the other in a circle.
   * @returns her customers at Stripe
   */
  async forget(userId: string): Promise<string[]> {
    const { client } = this.database;
    const rows = await client.$queryRaw<{ customer: string }[]>`
      select "stripeCustomerId" as customer from stripe_customers
      where "userId" = ${userId}::uuid order by 1 for update`;
    // Whoever begins a purchase in this moment waits, and then sees that nobody is there to buy.
    await client.$queryRaw`select 1 from users where id = ${userId}::uuid for update`;
    await client.checkout.updateMany({ where: { userId }, data: { url: null, articleId: null } });
    await client.checkout.updateMany({
      where: { userId, status: 'open' },
      data: { status: 'expired' },
    });
    await client.invoice.updateMany({ where: { userId }, data: { hostedUrl: null } });
    await client.membership.updateMany({ where: { userId }, data: { payUrl: null } });
    return rows.map(({ customer }) => customer);
  }

  /** An event carries whatever Stripe knew of her; that it came, and what became of it, is kept. */
  async forgetEvents(stripeCustomerId: string): Promise<void> {
    await this.database.client.webhookEvent.updateMany({
      where: { stripeCustomerId },
      data: { payload: {} },
    });
  }

  /** @returns null for the customer of an account that stands */
  async forgottenCustomer(
    stripeCustomerId: string,
  ): Promise<{ isDeletedAtStripe: boolean } | null> {
    const row = await this.database.client.stripeCustomer.findFirst({
      where: { stripeCustomerId, user: { deletedAt: { not: null } } },
    });
    return row && { isDeletedAtStripe: row.deletedAt !== null };
  }
}
