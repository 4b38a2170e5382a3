/** Remembers how each article did on each day: figures of nobody in particular. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { DayWindow } from '../../platform/clock/day-window.rules.js';

/** What was counted of one article on one day, like `2026-11-29` in UTC. */
export interface ArticleCount {
  readonly articleId: string;
  readonly day: string;
  readonly fullReads: number;
  readonly teasers: number;
}

/** How an article did in a while. */
export interface ArticleFigures {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** How often its whole text was given to somebody who reads. */
  readonly fullReads: number;
  /** How often somebody stood before its wall. */
  readonly teasers: number;
  /** Memberships that began with a purchase at its wall. */
  readonly joins: number;
}

/** In one order, so that no two processes wait for each other; an article that is gone meanwhile is left out. */
const addCounts = {
  name: 'add what was counted of articles',
  text: `
    insert into article_days as known ("articleId", day, "fullReads", teasers)
    select counted.* from unnest($1::uuid[], $2::date[], $3::int[], $4::int[])
      as counted ("articleId", day, "fullReads", teasers)
    where exists (select from articles a where a.id = counted."articleId")
    order by 1, 2
    on conflict ("articleId", day) do update set
      "fullReads" = known."fullReads" + excluded."fullReads",
      teasers = known.teasers + excluded.teasers`,
};

/** Articles told of at most. */
const most = 10;

@Injectable()
export class ArticleDays {
  constructor(private readonly database: Database) {}

  /** All of it in one statement. */
  async add(counts: readonly ArticleCount[]): Promise<void> {
    await this.database.ask(addCounts, [
      counts.map(({ articleId }) => articleId),
      counts.map(({ day }) => day),
      counts.map(({ fullReads }) => fullReads),
      counts.map(({ teasers }) => teasers),
    ]);
  }

  /** In the transaction of its caller. */
  async addJoin(articleId: string, day: string): Promise<void> {
    await this.database.client.$executeRaw`
      insert into article_days as known ("articleId", day, joins)
      select id, ${day}::date, 1 from articles where id = ${articleId}::uuid
      on conflict ("articleId", day) do update set joins = known.joins + 1`;
  }

  /** The first of it by these figures; an article of which there are none is left out. */
  top({ days }: DayWindow, by: 'fullReads' | 'joins'): Promise<ArticleFigures[]> {
    return this.database.client.$queryRaw<ArticleFigures[]>`
      select a.id, a.slug, a.title, first."fullReads", first.teasers, first.joins
      from (
        select sums.*, r.rank
        from (
          select "articleId", sum("fullReads")::float8 as "fullReads",
            sum(teasers)::float8 as teasers, sum(joins)::float8 as joins
          from article_days where day between ${days[0]}::date and ${days.at(-1)}::date
          group by 1
        ) sums, lateral (
          select case ${by} when 'joins' then sums.joins else sums."fullReads" end as rank
        ) r
        where r.rank > 0 order by r.rank desc, sums."articleId" desc limit ${most}
      ) first join articles a on a.id = first."articleId"
      order by first.rank desc, a.id desc`;
  }
}
