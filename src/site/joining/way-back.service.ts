/** Where a reader was before she went to Stripe, and how that is called. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ArticleRepository } from '../../articles/article.repository.js';
import { ReturnPlace } from '../return-place.service.js';
import { paths } from '../site-paths.js';

export interface BackTo {
  /** null where nobody knows. */
  path: string | null;
  /** Of the article, where it is one. */
  title: string | null;
}

const articles = paths.article('');

@Injectable()
export class WayBack {
  constructor(
    private readonly place: ReturnPlace,
    private readonly articles: ArticleRepository,
  ) {}

  async of(request: FastifyRequest): Promise<BackTo> {
    const path = this.place.of(request);
    if (path === null || !path.startsWith(articles)) return { path, title: null };
    const slug = /^[\w-]+/.exec(path.slice(articles.length))?.[0] ?? '';
    const article = await this.articles.findOnShelf(slug);
    return { path, title: article?.title ?? null };
  }
}
