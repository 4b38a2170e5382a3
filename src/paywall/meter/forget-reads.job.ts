/** Forgets, every night, what counts for nothing any more: reads, browsers and networks not seen for long, openings of old gifts. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { ForgettingRepository } from './forgetting.repository.js';
import { keptSince } from './forgetting.rules.js';
import { MeterSettingsRepository } from './meter-settings.repository.js';

export const FORGET_READS = 'forget-reads';

@HandlesJob(FORGET_READS)
@Nightly('03:40')
@Injectable()
export class ForgetReadsJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly settings: MeterSettingsRepository,
    private readonly forgetting: ForgettingRepository,
  ) {}

  async handle(_: unknown, stopping: AbortSignal): Promise<void> {
    const since = keptSince(await this.settings.read(), this.clock.now());
    await this.forgetting.forget(since, stopping);
  }
}
