/** What staff see of sections, authors and tags. */
import type { Page } from '../platform/http/page.dto.js';
import type { Author } from './author.repository.js';
import type { Section } from './section.repository.js';
import type { UsedTag } from './desk/tag-desk.repository.js';

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

export class TagView {
  id: string;
  slug: string;
  name: string;
  /** How many articles of any status carry it. */
  articles: number;
}

export class TagList {
  items: TagView[];
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

export function presentTag({ id, slug, name, articles }: UsedTag): TagView {
  return { id, slug, name, articles };
}

export function presentTags(page: Page<UsedTag>): TagList {
  return { items: page.items.map(presentTag), nextCursor: page.nextCursor };
}
