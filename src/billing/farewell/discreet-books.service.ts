/** Keeps late news of a customer from bringing back whom her account's deletion made us forget. */
import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { BooksWriter } from '../sync/books-writer.service.js';
import type { Customer } from '../sync/membership-books.service.js';
import type { CustomerSnapshot } from '../sync/subscription-snapshot.js';
import { BillingErasureRepository } from './billing-erasure.repository.js';
import { withoutPerson } from './discreet-books.rules.js';
import { enqueueCustomerDeletion, enqueueForgetting } from './customer-farewell.js';

@Injectable()
export class DiscreetBooks {
  constructor(
    private readonly books: BooksWriter,
    private readonly erasure: BillingErasureRepository,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Runs in the transaction of its caller, who holds the customer's lock.
   * @returns what differed, a sentence each; none where the books agreed
   */
  async write(customer: Customer, snapshot: CustomerSnapshot): Promise<string[]> {
    const forgotten = await this.erasure.forgottenCustomer(customer.stripeCustomerId);
    if (forgotten === null) return this.books.write(customer, snapshot);
    await enqueueForgetting(this.jobs, customer.stripeCustomerId);
    // Made at Stripe in the moment in which the account was deleted here.
    if (!forgotten.isDeletedAtStripe) {
      await enqueueCustomerDeletion(this.jobs, customer.stripeCustomerId);
    }
    return this.books.write(customer, withoutPerson(snapshot));
  }
}
