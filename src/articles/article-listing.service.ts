/** Lists of published articles, page by page, and of the paper's sections. */
import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '../platform/http/cursor.js';
import type { Page } from '../platform/http/page.dto.js';
import { type PageRequest, pageOf } from '../platform/http/paging.js';
import type { ArticleCard, ArticleCursor, ArticleFilter } from './article.js';
import { isArticleKey, keyOfCard } from './article-key.js';
import { ArticleRepository } from './article.repository.js';
import { type Section, SectionRepository } from './section.repository.js';

/** A page of a list that is leafed through in both directions. */
export interface Leaf extends Page<ArticleCard> {
  /** Where the page before this one begins, null for the beginning of the list; left out on the first page. */
  newer?: { cursor: string | null };
}

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
    const found = await this.articles.listPublished(filter, positionOf(page), page.limit + 1);
    return pageOf(found, page.limit, keyOfCard);
  }

  /**
   * The same, with the way back.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async leaf(filter: ArticleFilter, page: PageRequest): Promise<Leaf> {
    const after = positionOf(page);
    if (after === null) return this.published(filter, page);
    // What the page began behind is the last of the one before it.
    const [found, key] = await Promise.all([
      this.published(filter, page),
      this.articles.keyBefore(filter, after, page.limit),
    ]);
    const cursor = key && encodeCursor([key.publishedAt.toISOString(), key.id]);
    return { ...found, newer: { cursor } };
  }

  /** In the order of the masthead. */
  sections(): Promise<Section[]> {
    return this.sectionRows.list();
  }
}

function positionOf({ cursor }: PageRequest): ArticleCursor | null {
  if (cursor === undefined) return null;
  const [publishedAt, id] = decodeCursor(cursor, isArticleKey);
  return { publishedAt: new Date(publishedAt), id };
}
