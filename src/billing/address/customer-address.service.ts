/** Somebody moves her account to another address: Stripe gets to know it, since that is where it sends its mails. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { EmailChanges } from '../../users/email-change/email-changes.facts.js';
import { WRITE_CUSTOMER_ADDRESS } from './write-customer-address.job.js';

@Injectable()
export class CustomerAddress implements OnModuleInit {
  constructor(
    private readonly changes: EmailChanges,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    // In the transaction of the change; the address itself is in no job, for she may delete her account.
    this.changes.hear(({ userId }) =>
      this.jobs.enqueue(
        WRITE_CUSTOMER_ADDRESS,
        { userId },
        { key: `${WRITE_CUSTOMER_ADDRESS}:${userId}`, queue: `address:${userId}` },
      ),
    );
  }
}
