/** Staff arrange the paper's sections. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Purges } from '../../platform/edge/purges.js';
import { articleNotFound, inUse } from '../articles.errors.js';
import { cleanLine } from '../text/plain-text.rules.js';
import { type Section, type SectionDraft, SectionRepository } from '../section.repository.js';

@Injectable()
export class SectionDesk {
  constructor(
    private readonly sections: SectionRepository,
    private readonly database: Database,
    private readonly purges: Purges,
  ) {}

  list(): Promise<Section[]> {
    return this.sections.list();
  }

  /** @throws Problem 409 `articles/slug-taken` */
  create(draft: SectionDraft): Promise<Section> {
    return this.onEveryPage(() => this.sections.create({ ...draft, name: cleanLine(draft.name) }));
  }

  /** @throws Problem 404, 409 `articles/slug-taken` */
  update(id: string, changes: Partial<SectionDraft>): Promise<Section> {
    const { name } = changes;
    return this.onEveryPage(async () => {
      await this.show(id);
      return this.sections.update(id, { ...changes, ...(name && { name: cleanLine(name) }) });
    });
  }

  /** @throws Problem 404 */
  async show(id: string): Promise<Section> {
    const section = await this.sections.find(id);
    if (section === null) throw articleNotFound();
    return section;
  }

  /**
   * The gates that new articles get in it by default go with it.
   * @throws Problem 404, 409 `articles/in-use` while an article stands in it
   */
  remove(id: string): Promise<void> {
    return this.onEveryPage(async () => {
      const articles = await this.sections.countArticles(id);
      await this.show(id);
      if (articles > 0) throw inUse('section', articles);
      await this.sections.remove(id);
    });
  }

  /** The masthead names the sections. */
  private onEveryPage<T>(change: () => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      const changed = await change();
      await this.purges.order('site');
      return changed;
    });
  }
}
