/** Looks every ten minutes whose trial ends soon. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, Recurring } from '../../platform/jobs/job-handler.js';
import { TrialReminders } from './trial-reminders.service.js';

@HandlesJob('remind-of-trial-ends')
@Recurring('*/10 * * * *')
@Injectable()
export class RemindOfTrialEndsJob implements JobHandler {
  constructor(private readonly reminders: TrialReminders) {}

  handle(): Promise<void> {
    return this.reminders.sweep();
  }
}
