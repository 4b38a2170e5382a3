/** Editors give up an address that an article has left: it leads nowhere any more, and is anybody's again. */
import { Injectable } from '@nestjs/common';
import { articleNotFound } from '../articles.errors.js';
import { FormerSlugRepository } from '../former-slug.repository.js';

@Injectable()
export class FormerSlugDesk {
  constructor(private readonly formerSlugs: FormerSlugRepository) {}

  /** @throws Problem 404 where it does not lead to this article */
  async giveUp(articleId: string, slug: string): Promise<void> {
    if (!(await this.formerSlugs.free(slug, articleId))) throw articleNotFound();
  }
}
