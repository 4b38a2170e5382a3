/** What staff see of a preview, and what its link shows of an article. */
import { ApiProperty } from '@nestjs/swagger';
import {
  type ArticleKind,
  type ArticleStatus,
  type Gate,
  articleKinds,
  articleStatuses,
  gates,
} from '../../articles/article.js';
import {
  HeroImageView,
  NamedView,
  presentHero,
  presentNamed,
} from '../../articles/article.presenter.js';
import type { Page } from '../../platform/http/page.dto.js';
import type { Preview } from './preview.js';
import type { Previewed } from './preview-door.service.js';

export class PreviewView {
  id: string;
  /** The link; whoever has it reads the article. */
  url: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export class PreviewPage {
  items: PreviewView[];
  nextCursor: string | null;
}

export class PreviewedArticleView {
  slug: string;
  title: string;
  standfirst: string;
  @ApiProperty({ enum: articleKinds })
  kind: ArticleKind;
  section: NamedView | null;
  tags: NamedView[];
  authors: NamedView[];
  heroImage: HeroImageView | null;
  /** Its own gate, which a preview passes over. */
  @ApiProperty({ enum: gates })
  gate: Gate;
  @ApiProperty({ enum: articleStatuses })
  status: ArticleStatus;
  /** When it first appeared; null while it never has. */
  publishedAt: Date | null;
  updatedAt: Date;
  /** The public part. */
  previewHtml: string;
  /** The whole text. */
  bodyHtml: string;
  /** When the link opens nothing any more. */
  expiresAt: Date;
}

export function presentPreview(
  { id, createdAt, expiresAt, revokedAt }: Preview,
  url: string,
): PreviewView {
  return { id, url, createdAt, expiresAt, revokedAt };
}

export function presentPreviews(
  { items, nextCursor }: Page<Preview>,
  linkTo: (id: string) => string,
): PreviewPage {
  return { items: items.map((item) => presentPreview(item, linkTo(item.id))), nextCursor };
}

export function presentPreviewed({
  article,
  bodyHtml,
  expiresAt,
}: Previewed): PreviewedArticleView {
  return {
    slug: article.slug,
    title: article.title,
    standfirst: article.standfirst,
    kind: article.kind,
    section: article.section && presentNamed(article.section),
    tags: article.tags.map(presentNamed),
    authors: article.authors.map(presentNamed),
    heroImage: article.heroImage && presentHero(article.heroImage),
    gate: article.gate,
    status: article.status,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    previewHtml: article.previewHtml,
    bodyHtml,
    expiresAt,
  };
}
