/** Prints the town's paper into an empty database, the way the desk would: through the same services. */
import type { ArticleDeskService } from '../../../src/articles/desk/article-desk.service.js';
import type { ArticlePublishing } from '../../../src/articles/desk/article-publishing.service.js';
import type { AuthorDesk } from '../../../src/articles/desk/author-desk.service.js';
import type { SectionDesk } from '../../../src/articles/desk/section-desk.service.js';
import type { ArticleSeed } from './article-seed.js';
import { articles } from './articles.js';
import { drafts } from './drafts.js';
import { authors, deskAuthor, sections, tags } from './masthead.js';

export interface Desks {
  articles: ArticleDeskService;
  publishing: ArticlePublishing;
  authors: AuthorDesk;
  sections: SectionDesk;
}

const hour = 60 * 60 * 1000;

/**
 * @param now the instant that the articles' ages are counted back from
 * @param authorId whose the articles are that stand under the name of the author with a desk
 */
export async function plantContent(
  desks: Desks,
  now: Date,
  authorId: string | null = null,
): Promise<void> {
  for (const section of sections) await desks.sections.create(section);
  for (const author of authors) await desks.authors.create(author);
  const nameOfTag = new Map(tags.map(({ slug, name }) => [slug, name]));
  const begin = (draft: Omit<ArticleSeed, 'hoursAgo'>) => {
    const named = draft.tags.map((slug) => nameOfTag.get(slug) ?? slug);
    const createdById = draft.authors.includes(deskAuthor) ? authorId : null;
    return desks.articles.create({ ...draft, tags: named }, createdById);
  };
  // The oldest first, so that the desk's own list reads like the paper's.
  for (const { hoursAgo, ...article } of articles.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
    const { id } = await begin(article);
    await desks.publishing.publish(id, {}, new Date(now.getTime() - hoursAgo * hour));
  }
  for (const draft of drafts) await begin(draft);
}
