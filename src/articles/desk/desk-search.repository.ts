/** Finds articles of every status for the desk, by what it knows of them but their gated text. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Sql, allOf, sql } from '../../platform/database/sql.js';
import type { DeskArticle } from '../article.js';
import { deskColumns, storedKind, toDeskArticle } from '../article-row.js';
import { slugFrom } from '../slug.rules.js';
import type { DeskPosition, DeskQuestion, DeskSort } from './desk-question.js';

@Injectable()
export class DeskSearchRepository {
  constructor(private readonly database: Database) {}

  async find(
    question: DeskQuestion,
    after: DeskPosition | null,
    limit: number,
  ): Promise<DeskArticle[]> {
    const { client } = this.database;
    const rows = await client.$queryRaw<{ id: string }[]>`
      select id from articles a where ${allOf(conditions(question, after))}
      order by ${orders[question.sort]} limit ${limit}`;
    const ids = rows.map(({ id }) => id);
    const articles = await client.article.findMany({
      where: { id: { in: ids } },
      select: deskColumns,
    });
    const found = new Map(articles.map((row) => [row.id, toDeskArticle(row)]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}

// Ids are UUIDv7: they rise with the time of making.
const orders: Record<DeskSort, Sql> = {
  newest: sql`a.id desc`,
  updated: sql`a."updatedAt" desc, a.id desc`,
  publishAt: sql`a."publishAt" asc, a.id asc`,
};

function conditions(question: DeskQuestion, after: DeskPosition | null): Sql[] {
  const { words, status, section, author, tag, kind, gate, createdById, sort } = question;
  return [
    ...(words === undefined ? [] : [says(words)]),
    ...(status === undefined ? [] : [sql`a.status = ${status}::"ArticleStatus"`]),
    ...(section === undefined ? [] : [stands(section)]),
    ...(author === undefined ? [] : [isBy(author)]),
    ...(tag === undefined ? [] : [carries(tag)]),
    ...(kind === undefined ? [] : [sql`a.kind = ${storedKind(kind)}::"ArticleKind"`]),
    ...(gate === undefined ? [] : [sql`a.gate = ${gate}::"Gate"`]),
    ...(createdById === undefined ? [] : [sql`a."createdById" = ${createdById}::uuid`]),
    // Nothing else has an instant to be sorted by.
    ...(sort === 'publishAt' ? [sql`a.status = 'scheduled'`] : []),
    ...(after === null ? [] : [comesAfter(sort, after)]),
  ];
}

/**
 * Both sides have an index. As for readers, what could be answered by what an article does not say finds
 * nothing (`querytree`).
 */
function says(words: string): Sql {
  const spoken = sql`websearch_to_tsquery('simple', ${words})`;
  const found = sql`(a."publicWords" @@ ${spoken} and querytree(${spoken}) not in ('', 'T'))`;
  const slug = slugFrom(words);
  return slug === '' ? found : sql`(${found} or a.slug collate "C" like ${`${slug}%`})`;
}

const stands = (section: string): Sql =>
  sql`a."sectionId" = (select id from sections where slug = ${section})`;

const isBy = (author: string): Sql => sql`
  exists (select 1 from article_authors b join authors w on w.id = b."authorId"
    where b."articleId" = a.id and w.slug = ${author})`;

const carries = (tag: string): Sql => sql`
  exists (select 1 from article_tags b join tags t on t.id = b."tagId"
    where b."articleId" = a.id and t.slug = ${tag})`;

function comesAfter(sort: DeskSort, { at, id }: DeskPosition): Sql {
  const instant = at?.toISOString() ?? null;
  switch (sort) {
    case 'newest':
      return sql`a.id < ${id}::uuid`;
    case 'updated':
      return sql`(a."updatedAt", a.id) < (${instant}::timestamptz, ${id}::uuid)`;
    case 'publishAt':
      return sql`(a."publishAt", a.id) > (${instant}::timestamptz, ${id}::uuid)`;
  }
}
