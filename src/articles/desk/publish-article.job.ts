/** Publishes a scheduled article once its time has come. */
import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler } from '../../platform/jobs/job-handler.js';
import { PublicationTimer } from './publication-timer.service.js';
import { PUBLISH_ARTICLE, type Publication } from './publication.js';

@HandlesJob(PUBLISH_ARTICLE)
@Injectable()
export class PublishArticleJob implements JobHandler {
  constructor(private readonly timer: PublicationTimer) {}

  handle(payload: unknown): Promise<void> {
    return this.timer.publishIfDue((payload as Publication).articleId);
  }
}
