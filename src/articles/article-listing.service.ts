/** Lists of articles, page by page: published ones for readers, all of them for the desk. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../platform/http/paging.js';
import type {
  ArticleCard,
  ArticleFilter,
  ArticleStatus,
  DeskArticle,
  Revision,
} from './article.js';
import { ArticleDeskRepository } from './desk/article-desk.repository.js';
import { isArticleKey, keyOfCard } from './article-key.js';
import { ArticleTextRepository } from './text/article-text.repository.js';
import { ArticleRepository } from './article.repository.js';
import type { DeskWorker } from './desk/desk-rights.rules.js';
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
    return pageOf(found, page.limit, keyOfCard);
  }

  /**
   * Articles of one status or of all, the newest first; an author finds none but her own.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async onDesk(
    status: ArticleStatus | null,
    page: PageRequest,
    by: DeskWorker,
  ): Promise<Page<DeskArticle>> {
    const key = page.cursor === undefined ? null : decodeCursor(page.cursor, isIdKey);
    const wanted = { status, createdById: by.isEditor ? null : by.id };
    const found = await this.desk.list(wanted, key && key[0], page.limit + 1);
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

function isNumberKey(key: unknown): key is [number] {
  if (!Array.isArray(key) || key.length !== 1) return false;
  const number: unknown = key[0];
  // What PostgreSQL can hold in an integer.
  return Number.isInteger(number) && Math.abs(Number(number)) < 2 ** 31;
}
