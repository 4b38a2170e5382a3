/** The billing side of deleting an account: the books stay, and nothing in them names her. */
import { Injectable } from '@nestjs/common';
import { ComplimentaryMemberships } from '../../memberships/complimentary.service.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { BillingErasureRepository } from './billing-erasure.repository.js';
import { enqueueCustomerDeletion, enqueueForgetting } from './customer-farewell.js';

@Injectable()
export class BillingErasure {
  constructor(
    private readonly erasure: BillingErasureRepository,
    private readonly complimentary: ComplimentaryMemberships,
    private readonly jobs: Jobs,
  ) {}

  /** In one transaction with whatever else is forgotten; Stripe is told by a job of it. */
  async forget(userId: string): Promise<void> {
    const customers = await this.erasure.forget(userId);
    await this.complimentary.end(userId);
    for (const customer of customers) {
      await enqueueForgetting(this.jobs, customer);
      await enqueueCustomerDeletion(this.jobs, customer);
    }
  }
}
