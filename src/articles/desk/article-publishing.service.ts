/** Editors put articles before readers, now or at a moment to come, and take them back. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { ArticleStatus, DeskArticle } from '../article.js';
import { stepRefused, timeIsPast, wrongVersion } from '../articles.errors.js';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { ArticleInHand } from './article-in-hand.service.js';
import { type ArticleStep, statusAfter } from './article-steps.rules.js';
import { type StartedFrom, refusedStep } from './article-version.rules.js';
import { PublicationTimer } from './publication-timer.service.js';

@Injectable()
export class ArticlePublishing {
  constructor(
    private readonly hand: ArticleInHand,
    private readonly articles: ArticleDeskRepository,
    private readonly timer: PublicationTimer,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishing what is published changes nothing; a second publishing keeps the first date.
   * @param firstAt the instant it first appeared, where that is not now
   * @throws Problem 404, 412, 422 `articles/not-ready`
   */
  publish(id: string, from: StartedFrom = {}, firstAt = this.clock.now()): Promise<DeskArticle> {
    return this.take('publish', id, from, async (article, status) => {
      await this.hand.refuseUnready(article);
      const { publishedAt } = article;
      await this.articles.update(
        id,
        { status, publishedAt: publishedAt ?? firstAt, publishAt: null },
        publishedAt === null ? firstAt : this.clock.now(),
      );
    });
  }

  /** @throws Problem 404, 409 `articles/not-published` where no reader sees it, 412 */
  unpublish(id: string, from: StartedFrom = {}): Promise<DeskArticle> {
    return this.take('unpublish', id, from, (_, status) => this.articles.update(id, { status }));
  }

  /**
   * It appears at that instant by itself; scheduling it again moves the instant.
   * @throws Problem 404, 409 `articles/is-published`, 412, 422 also where the instant is past
   */
  schedule(id: string, publishAt: Date, from: StartedFrom = {}): Promise<DeskArticle> {
    return this.take('schedule', id, from, async (article, status) => {
      if (publishAt <= this.clock.now()) throw timeIsPast();
      await this.hand.refuseUnready(article);
      await this.articles.update(id, { status, publishAt });
      await this.timer.set(id, publishAt);
    });
  }

  /** @throws Problem 404, 409 `articles/not-scheduled`, 412 */
  unschedule(id: string, from: StartedFrom = {}): Promise<DeskArticle> {
    return this.take('unschedule', id, from, (_, status) =>
      this.articles.update(id, { status, publishAt: null }),
    );
  }

  private take(
    step: ArticleStep,
    id: string,
    from: StartedFrom,
    go: (article: DeskArticle, status: ArticleStatus) => Promise<void>,
  ): Promise<DeskArticle> {
    return this.database.transaction(async () => {
      const article = await this.hand.take(id);
      const refusal = refusedStep(article.version, from);
      if (refusal !== null) throw wrongVersion(refusal, article.version);
      const after = statusAfter(step, article);
      if ('refusal' in after) throw stepRefused(after.refusal);
      if (after.to === article.status && step !== 'schedule') return article;
      await go(article, after.to);
      return this.hand.find(id);
    });
  }
}
