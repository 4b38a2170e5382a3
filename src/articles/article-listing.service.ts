/** Lists of articles, page by page: published ones for readers, all of them for the desk. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { decodeCursor } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { type PageRequest, isDatedKey, isIdKey, pageOf } from '../platform/http/paging.js';
import type {
  ArticleCard,
  ArticleFilter,
  ArticleStatus,
  DeskArticle,
  Revision,
} from './article.js';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { ArticleTextRepository } from './article-text.repository.js';
import { ArticleRepository } from './article.repository.js';
import { type Section, SectionRepository } from './section.repository.js';

@Injectable()
export class ArticleListing {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly desk: ArticleDeskRepository,
    private readonly texts: ArticleTextRepository,
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
    return pageOf(found, page.limit, (card) => [card.publishedAt.toISOString(), card.id]);
  }

  /**
   * Articles of one status or of all, the newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async onDesk(status: ArticleStatus | null, page: PageRequest): Promise<Page<DeskArticle>> {
    const key = page.cursor === undefined ? null : decodeCursor(page.cursor, isIdKey);
    const found = await this.desk.list(status, key && key[0], page.limit + 1);
    return pageOf(found, page.limit, (article) => [article.id]);
  }

  /** In the order of the masthead. */
  sections(): Promise<Section[]> {
    return this.sectionRows.list();
  }

  /**
   * Every version of an article's text, the newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async revisions(articleId: string, { limit, cursor }: PageRequest): Promise<Page<Revision>> {
    const before = cursor === undefined ? null : decodeCursor(cursor, isNumberKey)[0];
    const found = await this.texts.revisions(articleId, before, limit + 1);
    return pageOf(found, limit, ({ number }) => [number]);
  }
}

/** The id goes into a query as a uuid; anything else would be the database's to refuse. */
function isArticleKey(key: unknown): key is [string, string] {
  return isDatedKey(key) && isUUID(key[1]);
}

function isNumberKey(key: unknown): key is [number] {
  if (!Array.isArray(key) || key.length !== 1) return false;
  const number: unknown = key[0];
  // What PostgreSQL can hold in an integer.
  return Number.isInteger(number) && Math.abs(Number(number)) < 2 ** 31;
}
