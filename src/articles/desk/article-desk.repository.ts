/** Remembers articles for the desk, in every status. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/sql.js';
import { Purges } from '../../platform/edge/purges.js';
import type { SurrogateKey } from '../../platform/edge/surrogate-keys.js';
import { addingJobOfRow } from '../../platform/jobs/jobs.js';
import type { ArticleKind, ArticleStatus, DeskArticle, HeroImage } from '../article.js';
import type { ArticleGate } from '../article-gate.rules.js';
import { deskColumns, heroData, storedKind, toDeskArticle } from '../article-row.js';
import { FormerSlugRepository } from '../former-slug.repository.js';
import { PUBLISH_ARTICLE } from './publication.js';
import { orSlugTaken, paperTopic, withoutUndefined } from './article-writing.repository.js';

/** Everything of an article that is kept in its row and its links. */
export interface ArticleRecord extends ArticleGate {
  slug: string;
  title: string;
  standfirst: string;
  kind: ArticleKind;
  sectionId: string | null;
  /** In the order of the byline. */
  authorIds: string[];
  tagIds: string[];
  heroImage: HeroImage | null;
  /** Whose draft it is; null for an import. */
  createdById: string | null;
  previewHtml: string;
  previewText: string;
}

/** Whether and when readers see it. */
interface Appearance {
  status: ArticleStatus;
  publishedAt: Date;
  publishAt: Date | null;
}

const timerOfRow = addingJobOfRow(PUBLISH_ARTICLE, {
  payload: sql`json_build_object('articleId', id)`,
  key: sql`${`${PUBLISH_ARTICLE}:`} || id`,
});

@Injectable()
export class ArticleDeskRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly purges: Purges,
    private readonly announcements: Announcements,
    private readonly formerSlugs: FormerSlugRepository,
  ) {}

  async find(id: string): Promise<DeskArticle | null> {
    const row = await this.database.client.article.findUnique({
      where: { id },
      select: deskColumns,
    });
    return row === null ? null : toDeskArticle(row);
  }

  /** Until the transaction ends nobody else edits this article; edits queue instead of overwriting. */
  async findLocked(id: string): Promise<DeskArticle | null> {
    await this.database.client.$queryRaw`SELECT 1 FROM articles WHERE id = ${id}::uuid FOR UPDATE`;
    return this.find(id);
  }

  /** Sets off the timers of all whose time had come at this instant. */
  async publishWhatIsDue(now: Date): Promise<void> {
    await this.database.client.$queryRaw`
      select ${timerOfRow}::text from articles
      where status = 'scheduled' and "publishAt" <= ${now.toISOString()}::timestamptz`;
  }

  /** Those that articles have, and those that lead to them. */
  async slugsBeginningWith(prefix: string): Promise<Set<string>> {
    const { article, formerSlug } = this.database.client;
    const wanted = { where: { slug: { startsWith: prefix } }, select: { slug: true } } as const;
    const rows = [...(await article.findMany(wanted)), ...(await formerSlug.findMany(wanted))];
    return new Set(rows.map(({ slug }) => slug));
  }

  /** @throws Problem 409 `articles/slug-taken` */
  async insert(record: ArticleRecord): Promise<string> {
    const { heroImage, authorIds, tagIds, kind, ...columns } = record;
    const now = this.clock.now();
    const { id } = await orSlugTaken(
      record.slug,
      this.database.client.article.create({
        data: {
          ...columns,
          ...heroData(heroImage),
          kind: storedKind(kind),
          authors: { create: bylines(authorIds) },
          tags: { create: tagIds.map((tagId) => ({ tagId })) },
          createdAt: now,
          updatedAt: now,
        },
        select: { id: true },
      }),
    );
    await this.formerSlugs.moveIn(record.slug, id);
    return id;
  }

  /**
   * Writes what is given and leaves the rest; counts one edit. Caches forget what readers could see of it, and
   * where they have seen it under another slug, that leads here.
   * @throws Problem 409 `articles/slug-taken`
   */
  async update(
    id: string,
    changes: Partial<ArticleRecord & Appearance>,
    updatedAt: Date = this.clock.now(),
  ): Promise<void> {
    const { heroImage, authorIds, tagIds, kind, ...columns } = changes;
    const before = await this.find(id);
    await orSlugTaken(
      changes.slug ?? '',
      this.database.client.article.update({
        where: { id },
        data: {
          ...withoutUndefined(columns),
          ...(heroImage === undefined ? {} : heroData(heroImage)),
          ...(kind === undefined ? {} : { kind: storedKind(kind) }),
          ...(authorIds && { authors: { deleteMany: {}, create: bylines(authorIds) } }),
          ...(tagIds && { tags: { deleteMany: {}, create: tagIds.map((tagId) => ({ tagId })) } }),
          version: { increment: 1 },
          updatedAt,
        },
        select: { id: true },
      }),
    );
    if (changes.slug !== undefined) await this.move(before, changes.slug);
    await this.announcements.announce(paperTopic);
    await this.purges.order(...partsSeen(before), ...partsSeen(await this.find(id)));
  }

  private async move(before: DeskArticle | null, slug: string): Promise<void> {
    if (before === null || before.slug === slug) return;
    if (before.publishedAt !== null) await this.formerSlugs.leave(before.slug, before.id);
    await this.formerSlugs.moveIn(slug, before.id);
  }

  async remove(id: string): Promise<void> {
    // The row points at its current text, which goes with it: loosen that first.
    await this.database.client.article.update({ where: { id }, data: { currentTextId: null } });
    await this.database.client.article.delete({ where: { id } });
  }
}

/** What readers see of it, as caches know it. */
function partsSeen(article: DeskArticle | null): SurrogateKey[] {
  if (article === null || article.status !== 'published') return [];
  const { id, section, tags, authors } = article;
  return [
    `article:${id}`,
    'articles',
    ...(section === null ? [] : [`section:${section.slug}` as const]),
    ...tags.map(({ slug }) => `tag:${slug}` as const),
    ...authors.map(({ slug }) => `author:${slug}` as const),
  ];
}

function bylines(authorIds: readonly string[]): { authorId: string; position: number }[] {
  return authorIds.map((authorId, position) => ({ authorId, position }));
}
