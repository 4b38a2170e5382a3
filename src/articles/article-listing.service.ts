/** Lists of articles, page by page: published ones for readers, all of them for the desk. */
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
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

/** How much of a list, and from where. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

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
    const key = page.cursor === undefined ? null : decodeCursor(page.cursor, isDatedKey);
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

  /** Every version of an article's text, the newest first. */
  revisions(articleId: string): Promise<Revision[]> {
    return this.texts.revisions(articleId);
  }
}

/** @param found one more than the limit, where there is more */
function pageOf<Item>(
  found: Item[],
  limit: number,
  keyOf: (item: Item) => readonly string[],
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(keyOf(last)) : null };
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
// PostgreSQL knows no year 0; a paper knows none before 1000.
const instant = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function isIdKey(key: unknown): key is [string] {
  return Array.isArray(key) && key.length === 1 && isMatch(uuid, key[0]);
}

function isDatedKey(key: unknown): key is [string, string] {
  return (
    Array.isArray(key) &&
    key.length === 2 &&
    isMatch(instant, key[0]) &&
    !Number.isNaN(Date.parse(String(key[0]))) &&
    isMatch(uuid, key[1])
  );
}

function isMatch(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}
