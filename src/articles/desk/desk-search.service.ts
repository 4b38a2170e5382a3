/** The desk's list of articles, page by page; an author finds none but her own. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../platform/http/paging.js';
import type { DeskArticle } from '../article.js';
import { isArticleKey } from '../article-key.js';
import type { DeskPosition, DeskQuestion, DeskSort } from './desk-question.js';
import type { DeskWorker } from './desk-rights.rules.js';
import { DeskSearchRepository } from './desk-search.repository.js';

@Injectable()
export class DeskSearch {
  constructor(private readonly articles: DeskSearchRepository) {}

  /** @throws Problem 400 `request/invalid-cursor` */
  async find(
    question: DeskQuestion,
    { limit, cursor }: PageRequest,
    by: DeskWorker,
  ): Promise<Page<DeskArticle>> {
    const after = cursor === undefined ? null : positionAt(cursor, question.sort);
    const isOthers = question.createdById !== undefined && question.createdById !== by.id;
    if (!by.isEditor && isOthers) return { items: [], nextCursor: null };
    const hers = by.isEditor ? question : { ...question, createdById: by.id };
    const found = await this.articles.find(hers, after, limit + 1);
    return pageOf(found, limit, (article) => keyOf(article, question.sort));
  }
}

/** A cursor of one order is none of another's. */
function positionAt(cursor: string, sort: DeskSort): DeskPosition {
  if (sort === 'newest') return { at: null, id: decodeCursor(cursor, isIdKey)[0] };
  const [at, id] = decodeCursor(cursor, isArticleKey);
  return { at: new Date(at), id };
}

function keyOf({ id, updatedAt, publishAt }: DeskArticle, sort: DeskSort): string[] {
  if (sort === 'newest') return [id];
  const at = sort === 'updated' ? updatedAt : publishAt;
  return at === null ? [id] : [at.toISOString(), id];
}
