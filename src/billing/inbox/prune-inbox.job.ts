/** Forgets, every night, events that were answered long ago. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { InboxRepository } from './inbox.repository.js';

export const PRUNE_INBOX = 'prune-inbox';

/** Three times as long as Stripe can send an event again. */
const keptMilliseconds = 90 * 24 * 60 * 60 * 1000;

/** Rows at once: no webhook waits long behind them. */
const batch = 1_000;

@HandlesJob(PRUNE_INBOX)
@Nightly('03:40')
@Injectable()
export class PruneInboxJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly inbox: InboxRepository,
  ) {}

  async handle(_: unknown, stopping: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - keptMilliseconds);
    while ((await this.inbox.forgetAnsweredBefore(before, batch)) === batch) {
      stopping.throwIfAborted();
    }
  }
}
