/** What staff see of an article: everything, the gated text included where one article is shown. */
import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '../../platform/http/page.dto.js';
import {
  type ArticleKind,
  type ArticleStatus,
  type DeskArticle,
  type Gate,
  articleKinds,
  articleStatuses,
  gates,
} from '../article.js';
import { gateAt } from '../gate-schedule.rules.js';
import { HeroImageView, NamedView, presentHero, presentNamed } from '../article.presenter.js';

export class DeskArticleCardView {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  @ApiProperty({ enum: articleKinds })
  kind: ArticleKind;
  section: NamedView | null;
  tags: NamedView[];
  authors: NamedView[];
  heroImage: HeroImageView | null;
  /** Its own gate, as it was set. */
  @ApiProperty({ enum: gates })
  gate: Gate;
  planIds: string[];
  /** Free for everybody in so many hours from publication on. */
  freeForHours: number | null;
  /** Free for everybody from so many days after publication on. */
  freeAfterDays: number | null;
  /** The gate that readers meet now; null while they cannot open it. */
  @ApiProperty({ enum: gates, nullable: true, type: String })
  gateNow: Gate | null;
  /** When that changes next, by the schedule. */
  gateChangesAt: Date | null;
  @ApiProperty({ enum: articleStatuses })
  status: ArticleStatus;
  /** Counts changes; the `ETag` says the same. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** When it first appeared; null while it never has. */
  publishedAt: Date | null;
  /** When it is to appear, where it is scheduled. */
  publishAt: Date | null;
  /** Where readers have seen it before, the latest first: these slugs lead to it. */
  formerSlugs: string[];
}

export class DeskArticleView extends DeskArticleCardView {
  /** What strangers see, cut from the text. */
  previewHtml: string;
  /** The whole text, with the `<!--paywall-->` marker where the editor set one. */
  bodyHtml: string;
}

export class DeskArticlePage {
  items: DeskArticleCardView[];
  nextCursor: string | null;
}

export function presentDeskCard(article: DeskArticle, now: Date): DeskArticleCardView {
  const { gateNow, gateChangesAt } = standing(article, now);
  return {
    id: article.id,
    slug: article.slug,
    title: article.title,
    standfirst: article.standfirst,
    kind: article.kind,
    section: article.section && presentNamed(article.section),
    tags: article.tags.map(presentNamed),
    authors: article.authors.map(presentNamed),
    heroImage: article.heroImage && presentHero(article.heroImage),
    gate: article.gate,
    planIds: [...article.planIds],
    freeForHours: article.freeForHours,
    freeAfterDays: article.freeAfterDays,
    gateNow,
    gateChangesAt,
    status: article.status,
    version: article.version,
    createdAt: article.createdAt,
    updatedAt: article.updatedAt,
    publishedAt: article.publishedAt,
    publishAt: article.publishAt,
    formerSlugs: [...article.formerSlugs],
  };
}

function standing(
  article: DeskArticle,
  now: Date,
): Pick<DeskArticleCardView, 'gateNow' | 'gateChangesAt'> {
  const { status, publishedAt } = article;
  if (status !== 'published' || publishedAt === null) return { gateNow: null, gateChangesAt: null };
  const { gate: gateNow, gateChangesAt } = gateAt({ ...article, publishedAt }, now);
  return { gateNow, gateChangesAt };
}

export function presentDeskArticle(
  article: DeskArticle,
  bodyHtml: string,
  now: Date,
): DeskArticleView {
  return { ...presentDeskCard(article, now), previewHtml: article.previewHtml, bodyHtml };
}

export function presentDeskPage(
  { items, nextCursor }: Page<DeskArticle>,
  now: Date,
): DeskArticlePage {
  return { items: items.map((article) => presentDeskCard(article, now)), nextCursor };
}
