/** Remembers the tags that articles carry. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Named } from './article.js';

export interface Tag extends Named {
  id: string;
}

@Injectable()
export class TagRepository {
  constructor(private readonly database: Database) {}

  findBySlugs(slugs: string[]): Promise<Tag[]> {
    return this.database.client.tag.findMany({ where: { slug: { in: slugs } } });
  }

  /** Makes those that are missing; two editors who name the same new tag at once share it. */
  async ensure(tags: Named[]): Promise<void> {
    await this.database.client.tag.createMany({
      data: tags.map(({ slug, name }) => ({ slug, name })),
      skipDuplicates: true,
    });
  }
}
