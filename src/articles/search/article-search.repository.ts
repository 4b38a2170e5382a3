/** Finds published articles by what everybody may see of them. The gated text is not among what is looked at. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Database } from '../../platform/database/database.js';
import { PublicReads } from '../../platform/database/public-reads.js';
import { type Sql, sql } from '../../platform/database/sql.js';
import { Turnstile } from '../../platform/database/turnstile.js';
import type { ArticleCard, ArticleCursor } from '../article.js';
import { cardColumns, toCard } from '../article-row.js';

/** Milliseconds. An honest question takes a few. */
const longestSearch = 1_000;

/** Anybody may ask for what is dear to answer: that must leave connections to all who read. */
const atOnce = { places: 2, queue: 20, patience: 500 };

/**
 * For this transaction. A plan is made for the very words: one for any words would know neither how frequent
 * they are nor whether there are any.
 */
const inShort = sql`
  select set_config('statement_timeout', ${String(longestSearch)}, true),
    set_config('plan_cache_mode', 'force_custom_plan', true)`;

/**
 * `websearch_to_tsquery` takes whatever somebody types and never refuses it. What `querytree` calls T could be
 * answered by what an article does not say, like `-war`: no index helps there, and nobody looks for that.
 */
const articlesByWords = (words: string, after: ArticleCursor | null, limit: number): Sql => sql`
  select id from articles
  where status = 'published' and "publicWords" @@ websearch_to_tsquery('simple', ${words})
    and querytree(websearch_to_tsquery('simple', ${words})) not in ('', 'T')
    and ${after === null ? sql`true` : isOlderThan(after)}
  order by "publishedAt" desc, id desc limit ${limit}`;

const isOlderThan = ({ publishedAt, id }: ArticleCursor): Sql =>
  sql`("publishedAt", id) < (${publishedAt.toISOString()}::timestamptz, ${id}::uuid)`;

@Injectable()
export class ArticleSearchRepository {
  private readonly turnstile = new Turnstile(atOnce);

  constructor(
    private readonly reads: PublicReads,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest first: an order that says nothing of what is not shown.
   * @throws Problem 503 `service/unavailable` where too many search; what the driver says, where it takes too long
   */
  async find(words: string, after: ArticleCursor | null, limit: number): Promise<ArticleCard[]> {
    const ids = await this.turnstile.through(() =>
      this.reads.from((database) => idsOf(database, articlesByWords(words, after, limit))),
    );
    const rows = await this.reads.from(({ client }) =>
      client.article.findMany({
        where: { id: { in: ids }, status: 'published' },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        select: cardColumns,
      }),
    );
    const now = this.clock.now();
    return rows.map((row) => toCard(row, now));
  }
}

function idsOf(database: Database, statement: Sql): Promise<string[]> {
  return database.transaction(async () => {
    await database.client.$queryRaw(inShort);
    const rows = await database.client.$queryRaw<{ id: string }[]>(statement);
    return rows.map(({ id }) => id);
  });
}
