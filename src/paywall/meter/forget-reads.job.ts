/** Forgets, every night, what no window counts any more: reads, browsers and networks that have not been seen for long. */
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

  async handle(): Promise<void> {
    await this.forgetting.forget(keptSince(await this.settings.read(), this.clock.now()));
  }
}
