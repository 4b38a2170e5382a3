/** Remembers the tags for their desk, with how many articles carry them. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../../platform/database/announcements.js';
import { Database } from '../../platform/database/database.js';
import type { Named } from '../article.js';
import type { Tag } from '../tag.repository.js';
import { orSlugTaken, paperTopic, withoutUndefined } from './article-writing.repository.js';

/** A tag, and how many articles of any status carry it. */
export interface UsedTag extends Tag {
  articles: number;
}

const withUse = {
  id: true,
  slug: true,
  name: true,
  _count: { select: { articles: true } },
} as const;

type Row = Tag & { _count: { articles: number } };

@Injectable()
export class TagDeskRepository {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  /** By slug. @param after the last slug seen */
  async list(after: string | null, limit: number): Promise<UsedTag[]> {
    const rows = await this.database.client.tag.findMany({
      ...(after === null ? {} : { where: { slug: { gt: after } } }),
      orderBy: { slug: 'asc' },
      take: limit,
      select: withUse,
    });
    return rows.map(used);
  }

  async find(id: string): Promise<UsedTag | null> {
    const row = await this.database.client.tag.findUnique({ where: { id }, select: withUse });
    return row === null ? null : used(row);
  }

  /** Until the transaction ends no article takes these up; in one order, so that two merges wait for each other. */
  async lock(...ids: string[]): Promise<void> {
    for (const id of ids.toSorted()) {
      await this.database.client.$queryRaw`select 1 from tags where id = ${id}::uuid for update`;
    }
  }

  /** @throws Problem 409 `articles/slug-taken` */
  async update(id: string, changes: Partial<Named>): Promise<UsedTag> {
    await this.announcements.announce(paperTopic);
    const data = withoutUndefined({ ...changes });
    const change = this.database.client.tag.update({ where: { id }, data, select: withUse });
    return used(await orSlugTaken(changes.slug ?? '', change));
  }

  /** Whatever carries the one carries the other afterwards, once. */
  async handOver(id: string, intoId: string): Promise<void> {
    await this.announcements.announce(paperTopic);
    await this.database.client.$executeRaw`
      insert into article_tags ("articleId", "tagId")
      select "articleId", ${intoId}::uuid from article_tags where "tagId" = ${id}::uuid
      on conflict do nothing`;
    await this.database.client.articleTag.deleteMany({ where: { tagId: id } });
  }

  async remove(id: string): Promise<void> {
    await this.database.client.tag.delete({ where: { id }, select: { id: true } });
  }
}

const used = ({ id, slug, name, _count }: Row): UsedTag => ({
  id,
  slug,
  name,
  articles: _count.articles,
});
