/** Lists of published articles, page by page, and of the paper's sections. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { type PageRequest, pageOf } from '../platform/http/paging.js';
import type { ArticleCard, ArticleFilter } from './article.js';
import { isArticleKey, keyOfCard } from './article-key.js';
import { ArticleRepository } from './article.repository.js';
import { type Section, SectionRepository } from './section.repository.js';

@Injectable()
export class ArticleListing {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly sectionRows: SectionRepository,
  ) {}

  /**
   * Published articles, the newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async published(filter: ArticleFilter, page: PageRequest): Promise<Page<ArticleCard>> {
    const key = page.cursor === undefined ? null : decodeCursor(page.cursor, isArticleKey);
    const after = key && { publishedAt: new Date(key[0]), id: key[1] };
    const found = await this.articles.listPublished(filter, after, page.limit + 1);
    return pageOf(found, page.limit, keyOfCard);
  }

  /** In the order of the masthead. */
  sections(): Promise<Section[]> {
    return this.sectionRows.list();
  }
}
