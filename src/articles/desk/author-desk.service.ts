/** Staff keep the list of the paper's authors. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Purges } from '../../platform/edge/purges.js';
import { articleNotFound, inUse } from '../articles.errors.js';
import { type Author, type AuthorDraft, AuthorRepository } from '../author.repository.js';
import { cleanLine } from '../text/plain-text.rules.js';

@Injectable()
export class AuthorDesk {
  constructor(
    private readonly authors: AuthorRepository,
    private readonly database: Database,
    private readonly purges: Purges,
  ) {}

  list(): Promise<Author[]> {
    return this.authors.list();
  }

  /** @throws Problem 409 `articles/slug-taken` */
  create(draft: AuthorDraft): Promise<Author> {
    return this.authors.create({ ...draft, name: cleanLine(draft.name) });
  }

  /** @throws Problem 404, 409 `articles/slug-taken` */
  update(id: string, changes: Partial<AuthorDraft>): Promise<Author> {
    const { name } = changes;
    return this.database.transaction(async () => {
      await this.show(id);
      const author = await this.authors.update(id, {
        ...changes,
        ...(name && { name: cleanLine(name) }),
      });
      // Whichever articles and lists name her.
      await this.purges.order('site');
      return author;
    });
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<Author> {
    const author = await this.authors.find(id);
    if (author === null) throw articleNotFound();
    return author;
  }

  /** @throws Problem 404, 409 `articles/in-use` while an article names her */
  remove(id: string): Promise<void> {
    return this.database.transaction(async () => {
      const articles = await this.authors.countArticles(id);
      await this.show(id);
      if (articles > 0) throw inUse('author', articles);
      await this.authors.remove(id);
    });
  }
}
