/** Finds what an article refers to by slug: its section, its authors, its tags. */
import { Injectable } from '@nestjs/common';
import type { Named } from '../article.js';
import { refusedBody, unknownSlugs } from '../articles.errors.js';
import { AuthorRepository } from '../author.repository.js';
import { cleanLine } from '../text/plain-text.rules.js';
import { SectionRepository } from '../section.repository.js';
import { SLUG, slugFrom } from '../slug.rules.js';
import { TagRepository } from '../tag.repository.js';

@Injectable()
export class ArticleReferences {
  constructor(
    private readonly sections: SectionRepository,
    private readonly authors: AuthorRepository,
    private readonly tags: TagRepository,
  ) {}

  /** @throws Problem 422 that names the field `section` */
  async sectionId(slug: string | null): Promise<string | null> {
    if (slug === null) return null;
    const section = await this.sections.findBySlug(slug);
    if (section === null) throw unknownSlugs('section', 'section', [slug]);
    return section.id;
  }

  /**
   * In the given order, each once.
   * @throws Problem 422 that names the field `authors`
   */
  async authorIds(slugs: readonly string[]): Promise<string[]> {
    const wanted = [...new Set(slugs)];
    return inOrder(wanted, await this.authors.findBySlugs(wanted), 'authors', 'author');
  }

  /**
   * What is shaped like a slug must be a tag already, so that a slip of the pen makes no second one;
   * anything else is a name as people write it ("Night trams") and becomes a tag when it is new.
   * @throws Problem 422 that names the field `tags`
   */
  async tagIds(given: readonly string[]): Promise<string[]> {
    const fresh: Named[] = [];
    const wanted = new Set<string>();
    for (const words of given) {
      if (SLUG.test(words)) {
        wanted.add(words);
        continue;
      }
      const tag = { slug: slugFrom(words), name: cleanLine(words) };
      if (tag.slug === '') {
        throw refusedBody([{ field: 'tags', message: `"${words}" cannot be made a tag.` }]);
      }
      fresh.push(tag);
      wanted.add(tag.slug);
    }
    if (fresh.length > 0) await this.tags.ensure(fresh);
    const slugs = [...wanted];
    return inOrder(slugs, await this.tags.findBySlugs(slugs), 'tags', 'tag');
  }
}

function inOrder(
  slugs: readonly string[],
  found: readonly { id: string; slug: string }[],
  field: string,
  what: string,
): string[] {
  const ids = new Map(found.map(({ slug, id }) => [slug, id]));
  const missing = slugs.filter((slug) => !ids.has(slug));
  if (missing.length > 0) throw unknownSlugs(field, what, missing);
  return slugs.flatMap((slug) => ids.get(slug) ?? []);
}
