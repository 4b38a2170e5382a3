/** Staff keep the tags in order: they rename one, make two of them one, and delete what no article carries. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Purges } from '../../platform/edge/purges.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, pageOf } from '../../platform/http/paging.js';
import type { Named } from '../article.js';
import { articleNotFound, inUse, refusedBody } from '../articles.errors.js';
import { SLUG } from '../slug.rules.js';
import { cleanLine } from '../text/plain-text.rules.js';
import { TagDeskRepository, type UsedTag } from './tag-desk.repository.js';

@Injectable()
export class TagDesk {
  constructor(
    private readonly tags: TagDeskRepository,
    private readonly database: Database,
    private readonly purges: Purges,
  ) {}

  /** @throws Problem 400 `request/invalid-cursor` */
  async list({ limit, cursor }: PageRequest): Promise<Page<UsedTag>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, isSlugKey)[0];
    return pageOf(await this.tags.list(after, limit + 1), limit, ({ slug }) => [slug]);
  }

  find(id: string): Promise<UsedTag | null> {
    return this.tags.find(id);
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<UsedTag> {
    const tag = await this.find(id);
    if (tag === null) throw articleNotFound();
    return tag;
  }

  /** @throws Problem 404, 409 `articles/slug-taken` */
  update(id: string, { slug, name }: Partial<Named>): Promise<UsedTag> {
    return this.database.transaction(async () => {
      await this.show(id);
      const changed = await this.tags.update(id, {
        ...(slug === undefined ? {} : { slug }),
        ...(name === undefined ? {} : { name: cleanLine(name) }),
      });
      // Whichever articles and lists name it.
      await this.purges.order('site');
      return changed;
    });
  }

  /**
   * Whatever carries it carries the other one from now on, and it is gone.
   * @throws Problem 404, 422 where there is no other one
   */
  merge(id: string, intoId: string): Promise<UsedTag> {
    return this.database.transaction(async () => {
      await this.tags.lock(id, intoId);
      await this.show(id);
      if (id === intoId || (await this.tags.find(intoId)) === null) {
        throw refusedBody([{ field: 'into', message: 'Name another tag that there is.' }]);
      }
      await this.tags.handOver(id, intoId);
      await this.tags.remove(id);
      await this.purges.order('site');
      return this.show(intoId);
    });
  }

  /** @throws Problem 404, 409 `articles/in-use` */
  remove(id: string): Promise<void> {
    return this.database.transaction(async () => {
      await this.tags.lock(id);
      const { articles } = await this.show(id);
      if (articles > 0) throw inUse('tag', articles);
      await this.tags.remove(id);
    });
  }
}

function isSlugKey(key: unknown): key is [string] {
  return Array.isArray(key) && key.length === 1 && typeof key[0] === 'string' && SLUG.test(key[0]);
}
