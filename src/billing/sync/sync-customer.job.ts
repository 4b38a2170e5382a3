/** Answers the events of one customer by reading her present state from Stripe. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { Jobs, type NewJob } from '../../platform/jobs/jobs.js';
import { CustomerSync } from './customer-sync.service.js';
import { InboxTrouble } from '../inbox/inbox-trouble.service.js';

const SYNC_CUSTOMER = 'sync-customer';

@HandlesJob(SYNC_CUSTOMER)
@Injectable()
export class SyncCustomerJob implements JobHandler {
  constructor(
    private readonly customerSync: CustomerSync,
    private readonly trouble: InboxTrouble,
    private readonly jobs: Jobs,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { stripeCustomerId, tries = 0 } = payload as { stripeCustomerId: string; tries?: number };
    try {
      await this.customerSync.sync(stripeCustomerId);
    } catch (error) {
      const pause = await this.trouble.afterFailure({ stripeCustomerId }, error, tries + 1);
      if (pause !== null) {
        await enqueueSync(this.jobs, stripeCustomerId, { tries: tries + 1, delaySeconds: pause });
      }
    }
  }
}

/** One sync a customer at a time, and one waiting: a burst of events is answered by one look. */
export const syncJob = (
  stripeCustomerId: string,
  { tries = 0, delaySeconds = 0 } = {},
): NewJob => ({
  task: SYNC_CUSTOMER,
  payload: { stripeCustomerId, tries },
  options: { queue: `stripe:${stripeCustomerId}`, key: `sync:${stripeCustomerId}`, delaySeconds },
});

export async function enqueueSync(
  jobs: Jobs,
  stripeCustomerId: string,
  again: { tries?: number; delaySeconds?: number } = {},
): Promise<void> {
  const { task, payload, options } = syncJob(stripeCustomerId, again);
  await jobs.enqueue(task, payload, options);
}
