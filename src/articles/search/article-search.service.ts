/** Search in the public words of published articles, page by page. How many there are is not told. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, pageOf } from '../../platform/http/paging.js';
import type { ArticleCard } from '../article.js';
import { isArticleKey, keyOfCard } from '../article-key.js';
import { ArticleSearchRepository } from './article-search.repository.js';

@Injectable()
export class ArticleSearch {
  constructor(private readonly articles: ArticleSearchRepository) {}

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async find(words: string, { limit, cursor }: PageRequest): Promise<Page<ArticleCard>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, isArticleKey);
    const after = key && { publishedAt: new Date(key[0]), id: key[1] };
    return pageOf(await this.articles.find(words, after, limit + 1), limit, keyOfCard);
  }
}
