/** Staff arrange the paper's sections. */
import { Injectable } from '@nestjs/common';
import { articleNotFound } from './articles.errors.js';
import { cleanLine } from './plain-text.rules.js';
import { type Section, type SectionDraft, SectionRepository } from './section.repository.js';

@Injectable()
export class SectionDesk {
  constructor(private readonly sections: SectionRepository) {}

  list(): Promise<Section[]> {
    return this.sections.list();
  }

  /** @throws Problem 409 `articles/slug-taken` */
  create(draft: SectionDraft): Promise<Section> {
    return this.sections.create({ ...draft, name: cleanLine(draft.name) });
  }

  /** @throws Problem 404, 409 `articles/slug-taken` */
  async update(id: string, changes: Partial<SectionDraft>): Promise<Section> {
    if ((await this.sections.find(id)) === null) throw articleNotFound();
    const { name } = changes;
    return this.sections.update(id, { ...changes, ...(name && { name: cleanLine(name) }) });
  }
}
