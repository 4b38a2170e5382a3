/** Looks every hour for events that Stripe made and never brought. */
import { Injectable, Logger } from '@nestjs/common';
import { HandlesJob, type JobHandler, Recurring } from '../../platform/jobs/job-handler.js';
import { EventReplayService } from './event-replay.service.js';

export const REPLAY_EVENTS = 'replay-events';

@HandlesJob(REPLAY_EVENTS)
@Recurring('7 * * * *')
@Injectable()
export class ReplayEventsJob implements JobHandler {
  private readonly logger = new Logger('Replay');

  constructor(private readonly replay: EventReplayService) {}

  async handle(_: unknown, stopping: AbortSignal): Promise<void> {
    const missed = await this.replay.run(stopping);
    if (missed > 0) this.logger.warn(`${missed} events had not been delivered; they are taken in.`);
  }
}
