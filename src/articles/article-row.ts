/** Turns Prisma's rows of an article into the room's own types, and back. */
import type { Prisma } from '../platform/database/generated/client.js';
import type {
  ArticleCard,
  ArticleKind,
  DeskArticle,
  HeroImage,
  Named,
  PublicArticle,
} from './article.js';
import { narrowedGateAt } from './gate-schedule.rules.js';

const named = { select: { slug: true, name: true } } as const;

/** Never the text. */
export const cardColumns = {
  id: true,
  slug: true,
  title: true,
  standfirst: true,
  kind: true,
  gate: true,
  planIds: true,
  freeForHours: true,
  freeAfterDays: true,
  sectionId: true,
  section: named,
  authors: { select: { author: named }, orderBy: { position: 'asc' } },
  tags: { select: { tag: named }, orderBy: { tag: { name: 'asc' } } },
  heroUrl: true,
  heroAlt: true,
  heroCaption: true,
  heroCredit: true,
  publishedAt: true,
  updatedAt: true,
} as const satisfies Prisma.ArticleSelect;

export const articleColumns = {
  ...cardColumns,
  previewHtml: true,
  version: true,
  createdById: true,
} as const satisfies Prisma.ArticleSelect;

export const deskColumns = {
  ...articleColumns,
  status: true,
  createdAt: true,
  publishAt: true,
  formerSlugs: { select: { slug: true }, orderBy: { leftAt: 'desc' } },
} as const satisfies Prisma.ArticleSelect;

type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardColumns }>;
export type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof articleColumns }>;
type DeskRow = Prisma.ArticleGetPayload<{ select: typeof deskColumns }>;

/** @param now readers meet the gate that stands at this instant, and never hear of another */
export function toCard(row: CardRow, now: Date): ArticleCard {
  const publishedAt = appeared(row);
  return { ...head(row), publishedAt, ...narrowedGateAt({ ...row, publishedAt }, now) };
}

export function toPublicArticle(row: ArticleRow, now: Date): PublicArticle {
  const { previewHtml, version, createdById } = row;
  return { ...toCard(row, now), previewHtml, version, createdById };
}

export function toDeskArticle(row: DeskRow): DeskArticle {
  const { status, previewHtml, version, createdAt, createdById, publishedAt } = row;
  const { freeForHours, freeAfterDays, publishAt } = row;
  const schedule = { freeForHours, freeAfterDays, publishedAt, publishAt };
  const formerSlugs = row.formerSlugs.map(({ slug }) => slug);
  return {
    ...head(row),
    status,
    previewHtml,
    version,
    createdAt,
    createdById,
    ...schedule,
    formerSlugs,
  };
}

function head(row: CardRow): Omit<ArticleCard, 'publishedAt' | 'gateChangesAt'> {
  const { id, slug, title, standfirst, gate, planIds, sectionId, section, updatedAt } = row;
  return {
    id,
    slug,
    title,
    standfirst,
    kind: toKind(row.kind),
    gate,
    planIds,
    sectionId,
    section,
    tags: row.tags.map(({ tag }): Named => tag),
    authors: row.authors.map(({ author }): Named => author),
    heroImage: toHeroImage(row),
    updatedAt,
  };
}

function toHeroImage(row: CardRow): HeroImage | null {
  if (row.heroUrl === null) return null;
  return {
    url: row.heroUrl,
    alt: row.heroAlt ?? '',
    caption: row.heroCaption,
    credit: row.heroCredit,
  };
}

export function heroData(
  image: HeroImage | null,
): Pick<CardRow, 'heroUrl' | 'heroAlt' | 'heroCaption' | 'heroCredit'> {
  return {
    heroUrl: image?.url ?? null,
    heroAlt: image?.alt ?? null,
    heroCaption: image?.caption ?? null,
    heroCredit: image?.credit ?? null,
  };
}

/** A published article without its date is a broken promise of the desk, not a card. */
function appeared({ slug, publishedAt }: CardRow): Date {
  if (publishedAt === null) throw new Error(`The published article "${slug}" has no date.`);
  return publishedAt;
}

type StoredKind = CardRow['kind'];

/** An enum of Prisma's takes no hyphen. */
export function toKind(stored: StoredKind): ArticleKind {
  return stored === 'trend_report' ? 'trend-report' : stored;
}

export function storedKind(kind: ArticleKind): StoredKind {
  return kind === 'trend-report' ? 'trend_report' : kind;
}
