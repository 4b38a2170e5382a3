/** Remembers the paper's sections. */
import { Injectable } from '@nestjs/common';
import { Announcements } from '../platform/database/announcements.js';
import { Database } from '../platform/database/database.js';
import { Shelf } from '../platform/database/shelf.js';
import { orSlugTaken, paperTopic, withoutUndefined } from './desk/article-writing.repository.js';

export interface SectionDraft {
  slug: string;
  name: string;
  /** Where it stands in the masthead, from 0. */
  position: number;
}

export interface Section extends SectionDraft {
  id: string;
}

@Injectable()
export class SectionRepository {
  private readonly masthead: Shelf<Section[]>;

  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
  ) {
    this.masthead = new Shelf(announcements, paperTopic, { standsIn: true });
  }

  /** In the order of the masthead. */
  list(): Promise<Section[]> {
    return this.masthead.get('all', () =>
      this.database.client.section.findMany({ orderBy: [{ position: 'asc' }, { slug: 'asc' }] }),
    );
  }

  find(id: string): Promise<Section | null> {
    return this.database.client.section.findUnique({ where: { id } });
  }

  findBySlug(slug: string): Promise<Section | null> {
    return this.database.client.section.findUnique({ where: { slug } });
  }

  /** @throws Problem 409 `articles/slug-taken` */
  async create({ slug, name, position }: SectionDraft): Promise<Section> {
    await this.announcements.announce(paperTopic);
    return orSlugTaken(
      slug,
      this.database.client.section.create({ data: { slug, name, position } }),
    );
  }

  /** @throws Problem 409 `articles/slug-taken` */
  async update(id: string, changes: Partial<SectionDraft>): Promise<Section> {
    await this.announcements.announce(paperTopic);
    const data = withoutUndefined({ ...changes });
    return orSlugTaken(
      changes.slug ?? '',
      this.database.client.section.update({ where: { id }, data }),
    );
  }

  /** How many articles of any status name it; no other one does until the transaction ends. */
  async countArticles(id: string): Promise<number> {
    const { client } = this.database;
    await client.$queryRaw`select 1 from sections where id = ${id}::uuid for update`;
    return client.article.count({ where: { sectionId: id } });
  }

  async remove(id: string): Promise<void> {
    await this.announcements.announce(paperTopic);
    await this.database.client.section.delete({ where: { id }, select: { id: true } });
  }
}
