/** Remembers where published articles used to be, so that old addresses lead on and nobody else moves in. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { PublicReads } from '../platform/database/public-reads.js';
import { slugTaken } from './articles.errors.js';

const presentSlug = {
  name: 'present slug of former slug',
  text: `
    select a.slug from former_slugs f join articles a on a.id = f."articleId"
    where f.slug = $1 and a.status = 'published'`,
};

@Injectable()
export class FormerSlugRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
  ) {}

  /** Where the published article is now that used to be here; null where none was. */
  async leadOn(slug: string): Promise<string | null> {
    const [found] = await this.reads.from((database) =>
      database.ask<{ slug: string }>(presentSlug, [slug]),
    );
    return found?.slug ?? null;
  }

  /** Whoever comes to this slug is led to the article from now on. */
  async leave(slug: string, articleId: string): Promise<void> {
    await this.database.client.formerSlug.create({
      data: { slug, articleId, leftAt: this.clock.now() },
      select: { slug: true },
    });
  }

  /**
   * After an article has taken the slug: only then is everybody gone who left it at the same time.
   * @throws Problem 409 `articles/slug-taken` where it leads to another article
   */
  async moveIn(slug: string, articleId: string): Promise<void> {
    const { formerSlug } = this.database.client;
    await formerSlug.deleteMany({ where: { slug, articleId } });
    if ((await formerSlug.count({ where: { slug } })) > 0) throw slugTaken(slug);
  }

  /** @returns false where it did not lead to this article */
  async free(slug: string, articleId: string): Promise<boolean> {
    const { count } = await this.database.client.formerSlug.deleteMany({
      where: { slug, articleId },
    });
    return count > 0;
  }
}
