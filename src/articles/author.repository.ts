/** Remembers the paper's authors. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../platform/database/announcements.js';
import { Database } from '../platform/database/database.js';
import { orSlugTaken, paperTopic, withoutUndefined } from './desk/article-writing.repository.js';

export interface AuthorDraft {
  slug: string;
  name: string;
  bio: string | null;
}

export interface Author extends AuthorDraft {
  id: string;
}

@Injectable()
export class AuthorRepository {
  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {}

  list(): Promise<Author[]> {
    return this.database.client.author.findMany({ orderBy: [{ name: 'asc' }, { slug: 'asc' }] });
  }

  find(id: string): Promise<Author | null> {
    return this.database.client.author.findUnique({ where: { id } });
  }

  findBySlugs(slugs: string[]): Promise<Author[]> {
    return this.database.client.author.findMany({ where: { slug: { in: slugs } } });
  }

  /** @throws Problem 409 `articles/slug-taken` */
  create({ slug, name, bio }: AuthorDraft): Promise<Author> {
    return orSlugTaken(slug, this.database.client.author.create({ data: { slug, name, bio } }));
  }

  /** @throws Problem 409 `articles/slug-taken` */
  async update(id: string, changes: Partial<AuthorDraft>): Promise<Author> {
    await this.announcements.announce(paperTopic);
    const data = withoutUndefined({ ...changes });
    return orSlugTaken(
      changes.slug ?? '',
      this.database.client.author.update({ where: { id }, data }),
    );
  }

  /** How many articles of any status name her; no other one does until the transaction ends. */
  async countArticles(id: string): Promise<number> {
    const { client } = this.database;
    await client.$queryRaw`select 1 from authors where id = ${id}::uuid for update`;
    return client.articleAuthor.count({ where: { authorId: id } });
  }

  async remove(id: string): Promise<void> {
    await this.database.client.author.delete({ where: { id }, select: { id: true } });
  }
}
