/** Forgets, every night, sessions that are long over, and what the devices called themselves. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { EndedSessionRepository } from './ended-session.repository.js';

export const FORGET_SESSIONS = 'forget-sessions';

/** So long she may ask which device it was. */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

@HandlesJob(FORGET_SESSIONS)
@Nightly('03:15')
@Injectable()
export class ForgetSessionsJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: EndedSessionRepository,
  ) {}

  handle(): Promise<void> {
    return this.sessions.forgetBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
