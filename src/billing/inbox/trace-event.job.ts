/** Finds out whose an event is that names a payment and no customer, and has her books looked at. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { Jobs, type NewJob } from '../../platform/jobs/jobs.js';
import { EventTracing } from './event-tracing.service.js';
import { InboxTrouble } from './inbox-trouble.service.js';

const TRACE_EVENT = 'trace-event';

@HandlesJob(TRACE_EVENT)
@Injectable()
export class TraceEventJob implements JobHandler {
  constructor(
    private readonly tracing: EventTracing,
    private readonly trouble: InboxTrouble,
    private readonly jobs: Jobs,
  ) {}

  async handle(payload: unknown): Promise<void> {
    const { stripeEventId, tries = 0 } = payload as { stripeEventId: string; tries?: number };
    try {
      await this.tracing.trace(stripeEventId);
    } catch (error) {
      const pause = await this.trouble.afterFailure({ stripeEventId }, error, tries + 1);
      if (pause !== null) {
        await enqueueTracing(this.jobs, stripeEventId, { tries: tries + 1, delaySeconds: pause });
      }
    }
  }
}

export const tracingJob = (
  stripeEventId: string,
  { tries = 0, delaySeconds = 0 } = {},
): NewJob => ({
  task: TRACE_EVENT,
  payload: { stripeEventId, tries },
  options: { key: `trace:${stripeEventId}`, delaySeconds },
});

export async function enqueueTracing(
  jobs: Jobs,
  stripeEventId: string,
  again: { tries?: number; delaySeconds?: number } = {},
): Promise<void> {
  const { task, payload, options } = tracingJob(stripeEventId, again);
  await jobs.enqueue(task, payload, options);
}
