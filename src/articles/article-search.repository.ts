/** Finds published articles by what everybody may see of them. The gated text is not among what is looked at. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { ArticleCard, ArticleCursor } from './article.js';
import { cardColumns, toCard } from './article-row.js';

/** Word for word as the index `articles_public_words_idx` says it, or PostgreSQL does not use it. */
const publicWords = `to_tsvector('simple', title || ' ' || standfirst || ' ' || "previewText")`;

/** `websearch_to_tsquery` takes whatever somebody types and never refuses it. */
const articlesByWords = {
  name: 'published articles by words',
  text: `
    select id from articles
    where status = 'published' and ${publicWords} @@ websearch_to_tsquery('simple', $1)
      and ($2::timestamptz is null or ("publishedAt", id) < ($2::timestamptz, $3::uuid))
    order by "publishedAt" desc, id desc limit $4`,
};

@Injectable()
export class ArticleSearchRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest first: an order that says nothing of what is not shown. */
  async find(words: string, after: ArticleCursor | null, limit: number): Promise<ArticleCard[]> {
    const values = [words, after?.publishedAt ?? null, after?.id ?? null, limit];
    const found = await this.database.ask<{ id: string }>(articlesByWords, values);
    const rows = await this.database.client.article.findMany({
      where: { id: { in: found.map(({ id }) => id) }, status: 'published' },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      select: cardColumns,
    });
    const now = this.clock.now();
    return rows.map((row) => toCard(row, now));
  }
}
