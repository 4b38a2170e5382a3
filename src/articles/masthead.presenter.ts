/** What staff see of sections and authors. */
import type { Page } from '../platform/http/page.dto.js';
import type { Author } from './author.repository.js';
import type { Section } from './section.repository.js';

export class DeskSectionView {
  id: string;
  slug: string;
  name: string;
  /** Where it stands in the masthead, from 0. */
  position: number;
}

export class DeskSectionList {
  items: DeskSectionView[];
  nextCursor: string | null;
}

export class AuthorView {
  id: string;
  slug: string;
  name: string;
  bio: string | null;
}

export class AuthorList {
  items: AuthorView[];
  nextCursor: string | null;
}

export function presentDeskSection({ id, slug, name, position }: Section): DeskSectionView {
  return { id, slug, name, position };
}

export function presentAuthor({ id, slug, name, bio }: Author): AuthorView {
  return { id, slug, name, bio };
}

export function presentDeskSections(page: Page<Section>): DeskSectionList {
  return { items: page.items.map(presentDeskSection), nextCursor: page.nextCursor };
}

export function presentAuthors(page: Page<Author>): AuthorList {
  return { items: page.items.map(presentAuthor), nextCursor: page.nextCursor };
}
