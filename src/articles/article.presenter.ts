/** What leaves of a published article when it is listed: never a text, nor a part of one. */
import { ApiProperty } from '@nestjs/swagger';
import type { Page } from '../platform/http/page.dto.js';
import {
  type ArticleCard,
  type ArticleKind,
  type Gate,
  type HeroImage,
  type Named,
  articleKinds,
  gates,
} from './article.js';
import type { Section } from './section.repository.js';

export class NamedView {
  slug: string;
  name: string;
}

export class HeroImageView {
  /** http(s) or a path of this site. */
  url: string;
  alt: string;
  caption: string | null;
  credit: string | null;
}

export class ArticleCardView {
  slug: string;
  title: string;
  standfirst: string;
  @ApiProperty({ enum: articleKinds })
  kind: ArticleKind;
  section: NamedView | null;
  tags: NamedView[];
  authors: NamedView[];
  heroImage: HeroImageView | null;
  publishedAt: Date;
  updatedAt: Date;
  @ApiProperty({ enum: gates })
  gate: Gate;
  /** Plans to whose members the gate `members` is narrowed; empty means any plan. */
  planIds: string[];
}

export class ArticleCardPage {
  items: ArticleCardView[];
  nextCursor: string | null;
}

export class SectionList {
  items: NamedView[];
  nextCursor: string | null;
}

export function presentCard(card: ArticleCard): ArticleCardView {
  return {
    slug: card.slug,
    title: card.title,
    standfirst: card.standfirst,
    kind: card.kind,
    section: card.section && presentNamed(card.section),
    tags: card.tags.map(presentNamed),
    authors: card.authors.map(presentNamed),
    heroImage: card.heroImage && presentHero(card.heroImage),
    publishedAt: card.publishedAt,
    updatedAt: card.updatedAt,
    gate: card.gate,
    planIds: [...card.planIds],
  };
}

export function presentCards(page: Page<ArticleCard>): ArticleCardPage {
  return { items: page.items.map(presentCard), nextCursor: page.nextCursor };
}

export function presentSections(page: Page<Section>): SectionList {
  return { items: page.items.map(presentNamed), nextCursor: page.nextCursor };
}

export function presentNamed({ slug, name }: Named): NamedView {
  return { slug, name };
}

export function presentHero({ url, alt, caption, credit }: HeroImage): HeroImageView {
  return { url, alt, caption, credit };
}
