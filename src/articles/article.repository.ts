/** Remembers published articles for readers; the gated text only for who holds a pass. */
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../platform/clock/clock.js';
import { Announcements } from '../platform/database/announcements.js';
import { Database } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import { PublicReads } from '../platform/database/public-reads.js';
import { Shelf } from '../platform/database/shelf.js';
import type { AccessPass } from './access-pass.js';
import type { ArticleCard, ArticleCursor, ArticleFilter, PublicArticle } from './article.js';
import {
  type ArticleRow,
  cardColumns,
  storedKind,
  toCard,
  toPublicArticle,
} from './article-row.js';
import type { PresentVersion } from './present-version.js';
import { paperTopic } from './desk/article-writing.repository.js';
import { withoutMarker } from './text/paywall-cut.rules.js';

/*
 * An article is what everybody opens, so its two queries go without Prisma and are prepared. On two
 * cores, sixteen at once: some 360 articles a second through Prisma's join of the relations, more than
 * ten times that this way.
 */
const articleBySlug = {
  name: 'published article by slug',
  text: `
    select a.id, a.slug, a.title, a.standfirst, a.kind, a.gate, a."planIds"::text[] as "planIds",
      a."heroUrl", a."heroAlt", a."heroCaption", a."heroCredit", a."publishedAt", a."updatedAt",
      a."freeForHours", a."freeAfterDays", a."sectionId", a."previewHtml", a.version,
      a."createdById",
      case when s.id is not null
        then json_build_object('slug', s.slug, 'name', s.name) end as section,
      (select coalesce(json_agg(json_build_object('author',
          json_build_object('slug', w.slug, 'name', w.name)) order by aa.position), '[]')
        from article_authors aa join authors w on w.id = aa."authorId"
        where aa."articleId" = a.id) as authors,
      (select coalesce(json_agg(json_build_object('tag',
          json_build_object('slug', t.slug, 'name', t.name)) order by t.name), '[]')
        from article_tags at join tags t on t.id = at."tagId"
        where at."articleId" = a.id) as tags
    from articles a left join sections s on s.id = a."sectionId"
    where a.slug = $1 and a.status = 'published'`,
};

const textOfVersion = {
  name: 'text of article in this version',
  text: `
    select t.id, t."bodyHtml" from articles a join article_texts t on t.id = a."currentTextId"
    where a.id = $1 and a.version = $2`,
};

/** Bytes of texts kept. */
const roomForTexts = 6 * 1024 * 1024;

const endOfTime = new Date(8.64e15);

interface Standing {
  readonly article: PublicArticle;
  readonly from: Date;
  readonly until: Date;
}

@Injectable()
export class ArticleRepository {
  /** Rows, for what an article is to readers changes by the clock, too. */
  private readonly published: Shelf<ArticleRow | null>;
  /** As rows stand at this time, for as long as they do. */
  private readonly standing = new WeakMap<ArticleRow, Standing>();
  /** By the id of the text, which is never changed under it: it is only found through a pass. */
  private readonly texts = new LRUCache<string, string>({
    maxSize: roomForTexts,
    sizeCalculation: (text) => 2 * text.length + 1,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reads: PublicReads,
    private readonly announcements: Announcements,
  ) {
    // Nothing of what was withdrawn stays behind.
    announcements.hear(paperTopic, () => this.texts.clear());
    this.published = new Shelf(announcements, paperTopic, { standsIn: true });
  }

  async findPublishedBySlug(slug: string): Promise<PublicArticle | null> {
    return this.asItStands(await this.rowOf(slug));
  }

  /**
   * The same, perhaps as it was a moment ago: for showing the public part, and for a decision that only holds
   * if `readText` finds this very version.
   */
  async findOnShelf(slug: string): Promise<PublicArticle | null> {
    return this.asItStands(await this.published.get(slug, () => this.rowOf(slug)));
  }

  /** The same without a look at the database; null where that would be needed. */
  onShelf(slug: string): PublicArticle | null {
    return this.asItStands(this.published.peek(slug));
  }

  /** The newest first. */
  async listPublished(
    filter: ArticleFilter,
    after: ArticleCursor | null,
    limit: number,
  ): Promise<ArticleCard[]> {
    const rows = await this.reads.from(({ client }) =>
      client.article.findMany({
        where: { AND: [{ status: 'published' }, ...conditions(filter), ...position(after)] },
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        select: cardColumns,
      }),
    );
    const now = this.clock.now();
    return rows.map((row) => toCard(row, now));
  }

  /** The key of the published article that stands so many places before this one in the list; null where none does. */
  async keyBefore(
    filter: ArticleFilter,
    { publishedAt, id }: ArticleCursor,
    places: number,
  ): Promise<ArticleCursor | null> {
    const isNewer = { OR: [{ publishedAt: { gt: publishedAt } }, { publishedAt, id: { gt: id } }] };
    const row = await this.reads.from(({ client }) =>
      client.article.findFirst({
        where: { AND: [{ status: 'published' }, ...conditions(filter), isNewer] },
        orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
        skip: places - 1,
        select: { publishedAt: true, id: true },
      }),
    );
    return row?.publishedAt ? { publishedAt: row.publishedAt, id: row.id } : null;
  }

  /** Whether an article of any status is narrowed to the members of this plan. */
  async isAnyNarrowedTo(planId: string): Promise<boolean> {
    const found = await this.database.client.article.findFirst({
      where: { planIds: { has: planId } },
      select: { id: true },
    });
    return found !== null;
  }

  /**
   * The whole current text, as readers get it.
   * @param present which version there is, where the request has just asked
   * @returns null where the article is not any more what the pass was minted for
   */
  async readText(pass: AccessPass, present?: PresentVersion): Promise<string | null> {
    if (present !== undefined) {
      if (present.version !== pass.version) return null;
      const kept = this.texts.get(present.textId);
      if (kept !== undefined) return kept;
    }
    const { era } = this.announcements;
    const [text] = await this.database.ask<{ id: string; bodyHtml: string }>(textOfVersion, [
      pass.articleId,
      pass.version,
    ]);
    if (text === undefined) return null;
    const shown = withoutMarker(text.bodyHtml);
    // Announced meanwhile: it may have been withdrawn.
    if (this.announcements.era === era) this.texts.set(text.id, shown);
    return shown;
  }

  private async rowOf(slug: string): Promise<ArticleRow | null> {
    const [row] = await this.database.ask<ArticleRow>(articleBySlug, [slug]);
    return row ?? null;
  }

  private asItStands(row: ArticleRow | null): PublicArticle | null {
    if (row === null) return null;
    const now = this.clock.now();
    const known = this.standing.get(row);
    if (known !== undefined && now >= known.from && now < known.until) return known.article;
    const article = Object.freeze(toPublicArticle(row, now));
    this.standing.set(row, { article, from: now, until: article.gateChangesAt ?? endOfTime });
    return article;
  }
}

function conditions(filter: ArticleFilter): Prisma.ArticleWhereInput[] {
  const { section, tag, author, kind } = filter;
  return [
    ...(section === undefined ? [] : [{ section: { slug: section } }]),
    ...(tag === undefined ? [] : [{ tags: { some: { tag: { slug: tag } } } }]),
    ...(author === undefined ? [] : [{ authors: { some: { author: { slug: author } } } }]),
    ...(kind === undefined ? [] : [{ kind: storedKind(kind) }]),
  ];
}

function position(after: ArticleCursor | null): Prisma.ArticleWhereInput[] {
  if (after === null) return [];
  const { publishedAt, id } = after;
  return [{ OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] }];
}
