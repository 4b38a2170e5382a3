/** An article as the desk's API tells of it. */

export const kinds = ['story', 'memo', 'trend-report', 'briefing'] as const;
export type Kind = (typeof kinds)[number];

export const gates = ['public', 'registered', 'metered', 'members'] as const;
export type Gate = (typeof gates)[number];

export const statuses = ['draft', 'scheduled', 'published', 'unpublished'] as const;
export type Status = (typeof statuses)[number];

export interface Named {
  slug: string;
  name: string;
}

export interface HeroImage {
  url: string;
  alt: string;
  caption: string | null;
  credit: string | null;
}

export interface ArticleCard {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  kind: Kind;
  section: Named | null;
  tags: Named[];
  authors: Named[];
  heroImage: HeroImage | null;
  gate: Gate;
  planIds: string[];
  freeForHours: number | null;
  freeAfterDays: number | null;
  gateNow: Gate | null;
  gateChangesAt: string | null;
  status: Status;
  version: number;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  publishAt: string | null;
  formerSlugs: string[];
}

export interface Article extends ArticleCard {
  previewHtml: string;
  bodyHtml: string;
}
