/** Forgets, every night, links to articles-to-be that ended long ago. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { HandlesJob, type JobHandler, Nightly } from '../../platform/jobs/job-handler.js';
import { EndedPreviewRepository } from './ended-preview.repository.js';

export const FORGET_PREVIEWS = 'forget-previews';

/** So long the desk shows which links there were. */
const keptMilliseconds = 30 * 24 * 60 * 60 * 1000;

@HandlesJob(FORGET_PREVIEWS)
@Nightly('03:35')
@Injectable()
export class ForgetPreviewsJob implements JobHandler {
  constructor(
    private readonly clock: Clock,
    private readonly previews: EndedPreviewRepository,
  ) {}

  handle(): Promise<void> {
    return this.previews.forgetBefore(new Date(this.clock.now().getTime() - keptMilliseconds));
  }
}
