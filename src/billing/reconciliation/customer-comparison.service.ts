/** Compares customers with Stripe, one by one or those that we do not even know. */
import { Injectable } from '@nestjs/common';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { CustomerSync } from '../sync/customer-sync.service.js';
import { StripeCustomerRepository } from '../stripe-customer.repository.js';
import { type StripeBuyer, StripeBuyerGateway } from '../stripe/stripe-buyer.gateway.js';
import { CustomerRoll } from './customer-roll.repository.js';
import type { Finding } from './reconciliation-run.js';

@Injectable()
export class CustomerComparison {
  constructor(
    private readonly roll: CustomerRoll,
    private readonly customers: StripeCustomerRepository,
    private readonly buyers: StripeBuyerGateway,
    private readonly accounts: ReaderDirectory,
    private readonly customerSync: CustomerSync,
  ) {}

  /** Brings our books in line, and says what was different. */
  async compare(stripeCustomerId: string): Promise<Finding> {
    const differences = await this.customerSync.sync(stripeCustomerId);
    return { stripeCustomerId, differences, error: null };
  }

  /** Pages of buyers at Stripe whom our books do not name and whose customer carries an account of ours. */
  async *strangers(): AsyncGenerator<StripeBuyer[]> {
    for await (const page of this.buyers.pages()) {
      const known = await this.roll.knownAmong(page.map(({ customerId }) => customerId));
      yield page.filter(({ customerId, userId }) => userId !== null && !known.has(customerId));
    }
  }

  /**
   * Takes into our books a customer that was made for an account of ours, as when the answer that named it
   * was lost.
   * @returns null for one that is not ours after all
   */
  async adopt({ customerId, userId }: StripeBuyer): Promise<Finding | null> {
    if (userId === null || (await this.accounts.byId(userId)) === null) return null;
    const found = { stripeCustomerId: customerId, error: null };
    const other = await this.customers.customerOf(userId);
    if (other !== null && other !== customerId) {
      const sentence = `is a second customer of the account ${userId}, whose own is ${other}: left alone, please look at it in Stripe`;
      return { ...found, differences: [sentence] };
    }
    await this.customers.remember(userId, customerId);
    const { differences } = await this.compare(customerId);
    return { ...found, differences: [`was not known as the account ${userId}'s`, ...differences] };
  }
}
