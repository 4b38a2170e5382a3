/** Forgets, every night, challenges that nobody can answer any more. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { ExpiredChallengeRepository } from './expired-challenge.repository.js';

export const FORGET_CHALLENGES = 'forget-challenges';

/** They are good for minutes; a day later none explains anything. */
const keptMilliseconds = 24 * 60 * 60 * 1000;

@HandlesJob(FORGET_CHALLENGES)
@Nightly('03:17')
@Injectable()
export class ForgetChallengesJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly challenges: ExpiredChallengeRepository,
  ) {}

  handle(): Promise<void> {
    return this.challenges.forgetBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
