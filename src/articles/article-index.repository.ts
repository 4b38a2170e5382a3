/** Remembers published articles for feeds and sitemaps: their public side, and where they are. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { PublicReads } from '../platform/database/public-reads.js';
import type { PublicArticle } from './article.js';
import { articleColumns, toPublicArticle } from './article-row.js';

/** Where a published article is, and since when as it is. */
export interface ArticleEntry {
  slug: string;
  title: string;
  publishedAt: Date;
  updatedAt: Date;
}

const firstOfEach = {
  name: 'first article of each part',
  text: `
    select id from (
      select id, row_number() over (order by id) as number from articles where status = 'published'
    ) numbered
    where (number - 1) % $1 = 0 order by id`,
};

const entriesFrom = {
  name: 'entries of articles from',
  text: `
    select slug, title, "publishedAt", "updatedAt" from articles
    where status = 'published' and ($1::uuid is null or id >= $1::uuid) order by id limit $2`,
};

@Injectable()
export class ArticleIndexRepository {
  constructor(
    private readonly reads: PublicReads,
    private readonly clock: Clock,
  ) {}

  /** With their public parts, the newest first. */
  async newest(section: string | null, limit: number): Promise<PublicArticle[]> {
    const rows = await this.reads.from(({ client }) =>
      client.article.findMany({
        where: { status: 'published', ...(section === null ? {} : { section: { slug: section } }) },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        select: articleColumns,
      }),
    );
    const now = this.clock.now();
    return rows.map((row) => toPublicArticle(row, now));
  }

  /** Cuts all published articles into parts of this size: the id of each part's first. */
  async partsOf(size: number): Promise<string[]> {
    const rows = await this.reads.from((database) =>
      database.ask<{ id: string }>(firstOfEach, [size]),
    );
    return rows.map(({ id }) => id);
  }

  /** @param firstId of a part, or null to begin with the first of all */
  entries(firstId: string | null, limit: number): Promise<ArticleEntry[]> {
    return this.reads.from((database) =>
      database.ask<ArticleEntry & Record<string, unknown>>(entriesFrom, [firstId, limit]),
    );
  }
}
