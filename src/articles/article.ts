/** What an article is to the rest of the house: plain values, without a trace of the gated text. */

export const articleKinds = ['story', 'memo', 'trend-report', 'briefing'] as const;
export type ArticleKind = (typeof articleKinds)[number];

export const gates = ['public', 'registered', 'metered', 'members'] as const;
/** Who may read the whole text: everybody, every account, an account within its meter, members. */
export type Gate = (typeof gates)[number];

export const articleStatuses = ['draft', 'scheduled', 'published', 'unpublished'] as const;
/** `scheduled` is published at its time by nobody's hand; `unpublished` was published once and taken back. */
export type ArticleStatus = (typeof articleStatuses)[number];

/** A section, a tag or an author, as an article names it. */
export interface Named {
  slug: string;
  name: string;
}

export interface HeroImage {
  /** http(s) or a path of this site. */
  url: string;
  alt: string;
  caption: string | null;
  credit: string | null;
}

interface ArticleHead {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  kind: ArticleKind;
  gate: Gate;
  /** Narrows the gate `members` to members of these plans; empty means any plan. */
  planIds: string[];
  sectionId: string | null;
  section: Named | null;
  tags: Named[];
  authors: Named[];
  heroImage: HeroImage | null;
  updatedAt: Date;
}

/** A published article in a list. Its gate is the one that stands now, by its schedule. */
export interface ArticleCard extends ArticleHead {
  publishedAt: Date;
  /** When the gate changes next, by the clock alone; null for never. */
  gateChangesAt: Date | null;
}

/** A published article with its public part. */
export interface PublicArticle extends ArticleCard {
  previewHtml: string;
  /** Counts edits. */
  version: number;
  /** Whose draft it was; null for an import. */
  createdById: string | null;
}

/** An article on the desk, in any status, with its own gate. Its text is read apart, by `bodyForEditor`. */
export interface DeskArticle extends ArticleHead {
  /** Free for everybody in the first hours after publication; null for never. */
  freeForHours: number | null;
  /** Free for everybody from so many days after publication on; null for never. */
  freeAfterDays: number | null;
  status: ArticleStatus;
  previewHtml: string;
  /** Counts edits; an edit may name the one it started from. */
  version: number;
  /** Whose draft it is; null for an import. */
  createdById: string | null;
  createdAt: Date;
  /** When it first appeared; null while it never has. */
  publishedAt: Date | null;
  /** When it is to appear, where it is scheduled. */
  publishAt: Date | null;
  /** Where readers have seen it before, the latest first: these slugs lead to it. */
  formerSlugs: string[];
}

/** The slugs by which lists are narrowed. */
export interface ArticleFilter {
  section?: string | undefined;
  tag?: string | undefined;
  author?: string | undefined;
  kind?: ArticleKind | undefined;
}

/** A list's position: the last item's sort key. */
export interface ArticleCursor {
  publishedAt: Date;
  id: string;
}
