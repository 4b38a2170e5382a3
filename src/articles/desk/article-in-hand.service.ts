/** Takes an article in hand for a change: until the transaction ends, nobody else changes it. */
import { Injectable } from '@nestjs/common';
import type { DeskArticle } from '../article.js';
import { articleNotFound, notReady } from '../articles.errors.js';
import { ArticleTextRepository } from '../text/article-text.repository.js';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { missingForPublication } from './article-draft.rules.js';

@Injectable()
export class ArticleInHand {
  constructor(
    private readonly articles: ArticleDeskRepository,
    private readonly texts: ArticleTextRepository,
  ) {}

  /**
   * Parallel changes queue here instead of writing over each other.
   * @throws Problem 404
   */
  async take(id: string): Promise<DeskArticle> {
    return existing(await this.articles.findLocked(id));
  }

  /** @throws Problem 404 */
  async find(id: string): Promise<DeskArticle> {
    return existing(await this.articles.find(id));
  }

  /**
   * The whole text: for staff, whatever the gate.
   * @throws Problem 404
   */
  async body(id: string): Promise<string> {
    return existing(await this.texts.current(id));
  }

  /** @throws Problem 422 `articles/not-ready` that names what is missing */
  async refuseUnready(article: DeskArticle): Promise<void> {
    const bodyHtml = await this.body(article.id);
    const missing = missingForPublication({ ...article, bodyHtml });
    if (missing.length > 0) throw notReady(missing);
  }
}

function existing<T>(found: T | null): T {
  if (found === null) throw articleNotFound();
  return found;
}
