/** Publishes what is scheduled: never before its time by the product's clock, and once. */
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { isDue } from './article-steps.rules.js';
import { PUBLISH_ARTICLE, type Publication } from './publication.js';

@Injectable()
export class PublicationTimer {
  constructor(
    private readonly articles: ArticleDeskRepository,
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** In the transaction that schedules the article: an earlier timer of it is set anew. */
  async set(articleId: string, at: Date): Promise<void> {
    const publication: Publication = { articleId };
    await this.jobs.enqueue(PUBLISH_ARTICLE, publication, {
      key: `${PUBLISH_ARTICLE}:${articleId}`,
      delaySeconds: Math.max(0, at.getTime() - this.clock.now().getTime()) / 1000,
    });
  }

  /**
   * The timer runs by the machine's clock and may be early by ours, late, or no longer meant: only what the
   * article says now counts, and the lock on it lets one of many look at a time.
   */
  publishIfDue(articleId: string): Promise<void> {
    return this.database.transaction(async () => {
      const article = await this.articles.findLocked(articleId);
      if (article === null || article.publishAt === null) return;
      const { publishAt, publishedAt } = article;
      if (!isDue(article, this.clock.now())) {
        await this.set(articleId, publishAt);
        return;
      }
      const changes = { publishedAt: publishedAt ?? publishAt, publishAt: null };
      await this.articles.update(articleId, { status: 'published', ...changes }, publishAt);
      await this.audit.record({
        actorId: null,
        action: 'article.published',
        subject: { kind: 'article', id: articleId },
        detail: { scheduledFor: publishAt.toISOString() },
      });
    });
  }

  /** Sets off whatever is due: a timer may have been lost, given up, or overtaken by a clock that was moved. */
  sweep(): Promise<void> {
    return this.articles.publishWhatIsDue(this.clock.now());
  }
}
