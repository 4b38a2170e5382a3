/** Answers the events of one customer by reading her present state from Stripe. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CustomerSync } from './customer-sync.service.js';
import { InboxRepository } from './inbox.repository.js';

const SYNC_CUSTOMER = 'sync-customer';

@HandlesJob(SYNC_CUSTOMER)
@Injectable()
export class SyncCustomerJob implements JobHandler {
  constructor(
    private readonly customerSync: CustomerSync,
    private readonly inbox: InboxRepository,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { stripeCustomerId } = payload as { stripeCustomerId: string };
    try {
      await this.customerSync.sync(stripeCustomerId);
    } catch (error) {
      await this.inbox.markFailed(stripeCustomerId, String(error));
      throw error;
    }
  }
}

/** One sync a customer at a time, and one waiting: a burst of events is answered by one look. */
export async function enqueueSync(jobs: Jobs, stripeCustomerId: string): Promise<void> {
  await jobs.enqueue(
    SYNC_CUSTOMER,
    { stripeCustomerId },
    { queue: `stripe:${stripeCustomerId}`, key: `sync:${stripeCustomerId}` },
  );
}
