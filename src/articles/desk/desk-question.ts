/** What somebody at the desk looks for among the articles of every status. */
import type { ArticleKind, ArticleStatus, Gate } from '../article.js';

export const deskSorts = ['newest', 'updated', 'publishAt'] as const;
/** The latest begun first, the latest changed first, or those that are scheduled, the next to appear first. */
export type DeskSort = (typeof deskSorts)[number];

/** What is left out is not looked at. Section, author and tag are slugs. */
export interface DeskQuestion {
  /** In title, standfirst and public part; or how the slug begins. */
  words?: string | undefined;
  status?: ArticleStatus | undefined;
  section?: string | undefined;
  author?: string | undefined;
  tag?: string | undefined;
  kind?: ArticleKind | undefined;
  gate?: Gate | undefined;
  createdById?: string | undefined;
  sort: DeskSort;
}

/** A list's position: the last item's sort key. */
export interface DeskPosition {
  /** null where the id alone sorts. */
  at: Date | null;
  id: string;
}
