/** Forgets, every night, the limits that nobody is near any more. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../jobs/job-handler.js';
import { LimitsRepository } from './limits.repository.js';

export const FORGET_LIMITS = 'forget-limits';

/** Milliseconds by which the clocks of two processes may differ. */
const margin = 60 * 60 * 1000;

@HandlesJob(FORGET_LIMITS)
@Nightly('03:30')
@Injectable()
export class ForgetLimitsJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly limits: LimitsRepository,
  ) {}

  handle(_: unknown, stopping: AbortSignal): Promise<void> {
    return this.limits.forgetEmptySince(new Date(this.clock.now().getTime() - margin), stopping);
  }
}
