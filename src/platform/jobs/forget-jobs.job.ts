/** Forgets, every night, jobs that were given up long ago: a mail that never went is somebody's, too. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { GivenUpJobRepository } from './given-up-job.repository.js';
import { HandlesJob, type JobHandler, Nightly } from './job-handler.js';

export const FORGET_JOBS = 'forget-jobs';

/** So long an operator may look what became of it, or have it tried again. */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

@HandlesJob(FORGET_JOBS)
@Nightly('03:45')
@Injectable()
export class ForgetJobsJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: GivenUpJobRepository,
  ) {}

  handle(): Promise<void> {
    return this.jobs.forgetBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
