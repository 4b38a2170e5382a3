/** Staff put tags on an article and take some off, whichever others it has. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { DeskArticle } from '../article.js';
import { slugFrom } from '../slug.rules.js';
import { ArticleDeskService, type Editing } from './article-desk.service.js';
import { ArticleInHand } from './article-in-hand.service.js';

@Injectable()
export class ArticleTagging {
  constructor(
    private readonly hand: ArticleInHand,
    private readonly desk: ArticleDeskService,
    private readonly database: Database,
  ) {}

  /**
   * Slugs of tags, or names of new ones; those that it has already stay as they are.
   * @throws Problem 422 that names the field `tags`, and whatever an edit refuses
   */
  add(id: string, tags: readonly string[], editing: Editing): Promise<DeskArticle> {
    return this.retag(id, editing, (slugs) => [...slugs, ...tags]);
  }

  /**
   * Slugs or names; what it does not have is passed over.
   * @throws Problem whatever an edit refuses
   */
  remove(id: string, tags: readonly string[], editing: Editing): Promise<DeskArticle> {
    const unwanted = new Set(tags.flatMap((tag) => [tag, slugFrom(tag)]));
    return this.retag(id, editing, (slugs) => slugs.filter((slug) => !unwanted.has(slug)));
  }

  private retag(
    id: string,
    editing: Editing,
    change: (slugs: string[]) => string[],
  ): Promise<DeskArticle> {
    return this.database.transaction(async () => {
      const { tags } = await this.hand.take(id);
      return this.desk.edit(id, { tags: change(tags.map(({ slug }) => slug)) }, editing);
    });
  }
}
