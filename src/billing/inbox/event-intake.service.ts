/** Takes an event in, once, together with the job that answers it. */
import { Injectable } from '@nestjs/common';
import { Jobs, type NewJob } from '../../platform/jobs/jobs.js';
import { type IncomingEvent, paymentNamedIn } from '../stripe/incoming-event.js';
import { InboxRepository } from './inbox.repository.js';
import { syncJob } from '../sync/sync-customer.job.js';
import { tracingJob } from './trace-event.job.js';

@Injectable()
export class EventIntake {
  constructor(
    private readonly inbox: InboxRepository,
    private readonly jobs: Jobs,
  ) {}

  /**
   * @param wasReplayed whether it was found in Stripe's own list, and not delivered
   * @returns whether the inbox did not have it
   */
  async take(event: IncomingEvent, wasReplayed = false): Promise<boolean> {
    const job = answerTo(event);
    const { found, hasJob } = await this.inbox.receive(event, job, wasReplayed);
    // Its elder was being taken up just then. Should we end here, Stripe sends again what it was not told of.
    if (job !== null && found !== 'answered' && !hasJob) {
      await this.jobs.enqueue(job.task, job.payload, job.options);
    }
    return found === 'new';
  }
}

function answerTo({ id, stripeCustomerId, payload }: IncomingEvent): NewJob | null {
  if (stripeCustomerId !== null) return syncJob(stripeCustomerId);
  return paymentNamedIn(payload) === null ? null : tracingJob(id);
}
