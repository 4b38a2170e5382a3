/** What the desk asks of the API about one article. */
import { api, type Marked } from '../api/client.js';
import type { Article, ArticleCard } from './article.js';
import type { ArticleFields } from './article-fields.js';

const at = (id: string, further = ''): string => `/admin/articles/${id}${further}`;

/** An article with the mark that a change of it has to name. */
export type ArticleInHand = Marked<Article>;

export const articleKey = (id: string): [string, string] => ['article', id];

export const readArticle = (id: string): Promise<ArticleInHand> => api.getMarked<Article>(at(id));

export const createArticle = (fields: Partial<ArticleFields>): Promise<Article> =>
  api.post<Article>('/admin/articles', fields);

export const changeArticle = (
  id: string,
  changes: Partial<ArticleFields>,
  mark: string,
): Promise<ArticleInHand> => api.patch<Article>(at(id), changes, { headers: { 'if-match': mark } });

export const deleteArticle = (id: string, mark: string): Promise<void> =>
  api.delete(at(id), { headers: { 'if-match': mark } });

/** A step before readers, or back from them; of the version that she has seen. */
export const takeStep = (
  id: string,
  step: 'publish' | 'unpublish' | 'unschedule' | 'schedule',
  mark: string,
  body?: { publishAt: string },
): Promise<ArticleCard> =>
  api.post<ArticleCard>(at(id, `/${step}`), body, { headers: { 'if-match': mark } });

/** A deed that was done to an article. */
export interface ArticleDeed {
  id: string;
  at: string;
  /** What she is called; null for Broadsheet itself, and for who is gone. */
  by: string | null;
  /** Like `article.edited`. */
  deed: string;
  /** Names of the fields that it changed; none where it changed the words alone. */
  fields: string[];
}

export const readDeeds = (id: string): Promise<{ items: ArticleDeed[] }> =>
  api.get(at(id, '/deeds'), { limit: 50 });

export const giveUpSlug = (id: string, slug: string): Promise<void> =>
  api.delete(at(id, `/former-slugs/${slug}`));
