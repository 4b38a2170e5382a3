/** Looks every minute for articles whose time has come, should a timer have been lost. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, Recurring } from '../../platform/jobs/job-handler.js';
import { PublicationTimer } from './publication-timer.service.js';

@HandlesJob('publish-what-is-due')
@Recurring('* * * * *')
@Injectable()
export class PublishWhatIsDueJob implements JobHandler {
  constructor(private readonly timer: PublicationTimer) {}

  handle(): Promise<void> {
    return this.timer.sweep();
  }
}
