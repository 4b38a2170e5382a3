/** Finds the authors and tags that readers may know of: those that a published article names. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../platform/database/announcements.js';
import { Database } from '../platform/database/database.js';
import { Shelf } from '../platform/database/shelf.js';
import type { Named } from './article.js';
import { paperTopic } from './desk/article-writing.repository.js';

export interface AuthorInPrint extends Named {
  bio: string | null;
}

const authorBySlug = {
  name: 'author in print by slug',
  text: `
    select w.slug, w.name, w.bio from authors w where w.slug = $1 and exists (
      select from article_authors aa join articles a on a.id = aa."articleId"
      where aa."authorId" = w.id and a.status = 'published')`,
};

const tagBySlug = {
  name: 'tag in print by slug',
  text: `
    select t.slug, t.name from tags t where t.slug = $1 and exists (
      select from article_tags at join articles a on a.id = at."articleId"
      where at."tagId" = t.id and a.status = 'published')`,
};

const authorsMostInPrint = {
  name: 'authors most in print',
  text: `
    select w.slug, w.name from authors w
      join article_authors aa on aa."authorId" = w.id
      join articles a on a.id = aa."articleId" and a.status = 'published'
    group by w.id order by count(*) desc, w.slug limit $1`,
};

const tagsMostInPrint = {
  name: 'tags most in print',
  text: `
    select t.slug, t.name from tags t
      join article_tags at on at."tagId" = t.id
      join articles a on a.id = at."articleId" and a.status = 'published'
    group by t.id order by count(*) desc, t.slug limit $1`,
};

type Row<Value> = Value & Record<string, unknown>;

@Injectable()
export class NamesInPrint {
  private readonly authors: Shelf<AuthorInPrint | null>;
  private readonly tags: Shelf<Named | null>;

  constructor(
    private readonly database: Database,
    announcements: Announcements,
  ) {
    this.authors = new Shelf(announcements, paperTopic, { standsIn: true });
    this.tags = new Shelf(announcements, paperTopic, { standsIn: true });
  }

  /** A name that only drafts carry would tell what is being written. */
  author(slug: string): Promise<AuthorInPrint | null> {
    return this.authors.get(slug, async () => {
      const [author] = await this.database.ask<Row<AuthorInPrint>>(authorBySlug, [slug]);
      return author ?? null;
    });
  }

  tag(slug: string): Promise<Named | null> {
    return this.tags.get(slug, async () => {
      const [tag] = await this.database.ask<Row<Named>>(tagBySlug, [slug]);
      return tag ?? null;
    });
  }

  /** Of the most published articles first. */
  mostPrintedAuthors(limit: number): Promise<Named[]> {
    return this.database.ask<Row<Named>>(authorsMostInPrint, [limit]);
  }

  /** On the most published articles first. */
  mostPrintedTags(limit: number): Promise<Named[]> {
    return this.database.ask<Row<Named>>(tagsMostInPrint, [limit]);
  }
}
