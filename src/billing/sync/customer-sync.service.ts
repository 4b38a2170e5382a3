/** Brings our books in line with Stripe for one customer: ask, map, write in one transaction. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DiscreetBooks } from '../farewell/discreet-books.service.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import { StripeCustomerGateway } from '../stripe/stripe-customer.gateway.js';
import { InboxRepository } from '../inbox/inbox.repository.js';

@Injectable()
export class CustomerSync {
  constructor(
    private readonly customers: StripeCustomerRepository,
    private readonly gateway: StripeCustomerGateway,
    private readonly books: DiscreetBooks,
    private readonly inbox: InboxRepository,
    private readonly database: Database,
  ) {}

  /**
   * Safe to call at any time, from any process, in any order, as often as one likes.
   *
   * Syncs of one customer may overlap. Each takes a number before it asks Stripe, and an answer is
   * written only if no later number has been: whatever made the earlier one begin had happened
   * before the later one asked, so nothing is missed by dropping it. No lock is held during the call.
   * @returns what differed in our books, a sentence each; none where they agreed
   */
  async sync(stripeCustomerId: string): Promise<readonly string[]> {
    const seen = await this.inbox.waitingOf(stripeCustomerId);
    const userId = await this.customers.userOf(stripeCustomerId);
    // Somebody else's customer: the account sells other things, too.
    if (userId === null) {
      await this.inbox.close(seen, 'ignored');
      return [];
    }
    const sync = await this.customers.beginSync(stripeCustomerId);
    const snapshot = await this.gateway.snapshot(stripeCustomerId);
    return this.database.transaction(async () => {
      // First of all, for it locks: overlapping syncs that close the same events at once would deadlock.
      const isLatest = await this.customers.claimWrite(stripeCustomerId, sync);
      await this.inbox.close(seen, 'processed');
      if (!isLatest) return [];
      if (snapshot.isDeleted) await this.customers.markDeleted(stripeCustomerId);
      return this.books.write({ userId, stripeCustomerId }, snapshot);
    });
  }
}
