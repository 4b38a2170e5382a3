/** Brings our books in line with Stripe for one customer: ask, map, write in one transaction. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import { StripeSubscriptionGateway } from '../stripe/stripe-subscription.gateway.js';
import { BooksWriter } from './books-writer.service.js';
import { InboxRepository } from './inbox.repository.js';

@Injectable()
export class CustomerSync {
  constructor(
    private readonly customers: StripeCustomerRepository,
    private readonly gateway: StripeSubscriptionGateway,
    private readonly books: BooksWriter,
    private readonly inbox: InboxRepository,
    private readonly database: Database,
  ) {}

  /**
   * Safe to call at any time, from any process, in any order, as often as one likes.
   *
   * Syncs of one customer may overlap. Each takes a number before it asks Stripe, and an answer is
   * written only if no later number has been: whatever made the earlier one begin had happened
   * before the later one asked, so nothing is missed by dropping it. No lock is held during the call.
   */
  async sync(stripeCustomerId: string): Promise<void> {
    const seen = await this.inbox.waitingOf(stripeCustomerId);
    const userId = await this.customers.userOf(stripeCustomerId);
    // Somebody else's customer: the account sells other things, too.
    if (userId === null) return this.inbox.close(seen, 'ignored');
    const sync = await this.customers.beginSync(stripeCustomerId);
    const snapshot = await this.gateway.snapshot(stripeCustomerId);
    await this.database.transaction(async () => {
      if (await this.customers.claimWrite(stripeCustomerId, sync)) {
        await this.books.write({ userId, stripeCustomerId }, snapshot);
      }
      await this.inbox.close(seen, 'processed');
    });
  }
}
