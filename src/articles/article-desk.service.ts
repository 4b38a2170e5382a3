/** Staff make, edit and publish articles; every way to the unpublished or gated text of the desk is here. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { ArticleKind, DeskArticle, Gate, HeroImage } from './article.js';
import { ArticleDeskRepository, type ArticleRecord } from './article-desk.repository.js';
import {
  type FieldRefusal,
  freeSlug,
  heroAddress,
  missingForPublication,
  refusedFields,
} from './article-draft.rules.js';
import { sanitiseArticleHtml } from './article-html.rules.js';
import { ArticleReferences } from './article-references.service.js';
import { ArticleTextRepository } from './article-text.repository.js';
import {
  articleNotFound,
  editedMeanwhile,
  editorNeeded,
  nestedTooDeep,
  notPublished,
  notReady,
  refusedBody,
  wasPublished,
} from './articles.errors.js';
import { cutAtPaywall } from './paywall-cut.rules.js';
import { cleanLine } from './plain-text.rules.js';
import { slugFrom } from './slug.rules.js';

/** What an editor may set; what is left out stays as it is. */
export interface ArticleChanges {
  title?: string | undefined;
  slug?: string | undefined;
  standfirst?: string | undefined;
  kind?: ArticleKind | undefined;
  gate?: Gate | undefined;
  planIds?: string[] | undefined;
  /** Slugs; a tag may also be a new tag's name. */
  section?: string | null | undefined;
  authors?: string[] | undefined;
  tags?: string[] | undefined;
  heroImage?: HeroImage | null | undefined;
  /** The whole text with at most one `<!--paywall-->` that counts. */
  bodyHtml?: string | undefined;
}

/** Who edits, and whether her edits may reach readers at once. */
export interface Editing {
  editorId: string | null;
  mayEditPublished: boolean;
  /** The version that the edit started from, to refuse it when somebody else was faster. */
  version?: number | undefined;
}

@Injectable()
export class ArticleDeskService {
  constructor(
    private readonly articles: ArticleDeskRepository,
    private readonly texts: ArticleTextRepository,
    private readonly references: ArticleReferences,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async show(id: string): Promise<DeskArticle> {
    const article = await this.articles.find(id);
    if (article === null) throw articleNotFound();
    return article;
  }

  /**
   * The whole text as it was written, marker included: for staff, whatever the gate.
   * @throws Problem 404
   */
  async bodyForEditor(id: string): Promise<string> {
    const body = await this.texts.current(id);
    if (body === null) throw articleNotFound();
    return body;
  }

  /**
   * A new draft, for members unless it says otherwise.
   * @throws Problem 409 `articles/slug-taken`, 422
   */
  create(draft: ArticleChanges & { title: string }, editorId: string | null): Promise<DeskArticle> {
    const bodyHtml = sanitised(draft.bodyHtml ?? '');
    return this.database.transaction(async () => {
      const id = await this.articles.insert({
        slug: draft.slug ?? (await this.slugFor(draft.title)),
        title: draft.title,
        standfirst: '',
        kind: draft.kind ?? 'story',
        gate: draft.gate ?? 'members',
        planIds: [],
        sectionId: null,
        authorIds: [],
        tagIds: [],
        heroImage: null,
        ...(await this.recordOf(draft)),
        ...cutAtPaywall(bodyHtml),
      });
      await this.texts.add(id, bodyHtml, editorId);
      return this.show(id);
    });
  }

  /**
   * A changed text becomes a new version; the old one is kept. A published article changes for its
   * readers at once and must stay fit to be read.
   * @throws Problem 403, 404, 409 `articles/slug-taken` or `articles/edited-meanwhile`, 422
   */
  edit(id: string, changes: ArticleChanges, editing: Editing): Promise<DeskArticle> {
    const bodyHtml = changes.bodyHtml === undefined ? undefined : sanitised(changes.bodyHtml);
    return this.database.transaction(async () => {
      const before = await this.lockedForEdit(id, editing);
      const record = await this.recordOf(changes, before.gate);
      const previous = await this.bodyForEditor(id);
      const text = bodyHtml ?? previous;
      await this.articles.update(id, { ...record, ...cutAtPaywall(text) });
      if (text !== previous) await this.texts.add(id, text, editing.editorId);
      const after = await this.show(id);
      if (after.status === 'published') refuseUnready(after, text);
      return after;
    });
  }

  /**
   * Publishing what is published changes nothing; a second publishing keeps the first date.
   * @param firstAt the instant it first appeared, where that is not now
   * @throws Problem 404, 422 `articles/not-ready`
   */
  publish(id: string, firstAt: Date = this.clock.now()): Promise<DeskArticle> {
    return this.database.transaction(async () => {
      const article = await this.locked(id);
      if (article.status === 'published') return article;
      refuseUnready(article, await this.bodyForEditor(id));
      const publishedAt = article.publishedAt ?? firstAt;
      await this.articles.update(
        id,
        { status: 'published', publishedAt },
        article.publishedAt === null ? firstAt : this.clock.now(),
      );
      return this.show(id);
    });
  }

  /** @throws Problem 404, 409 `articles/not-published` for a draft */
  unpublish(id: string): Promise<DeskArticle> {
    return this.database.transaction(async () => {
      const article = await this.locked(id);
      if (article.status === 'draft') throw notPublished();
      if (article.status === 'published') {
        await this.articles.update(id, { status: 'unpublished' });
      }
      return this.show(id);
    });
  }

  /**
   * Only a draft that no reader has ever seen can be deleted.
   * @throws Problem 404, 409 `articles/was-published`
   */
  remove(id: string): Promise<void> {
    return this.database.transaction(async () => {
      const article = await this.locked(id);
      if (article.publishedAt !== null) throw wasPublished();
      await this.articles.remove(id);
    });
  }

  private async locked(id: string): Promise<DeskArticle> {
    const article = await this.articles.findLocked(id);
    if (article === null) throw articleNotFound();
    return article;
  }

  private async lockedForEdit(id: string, editing: Editing): Promise<DeskArticle> {
    const article = await this.locked(id);
    if (article.publishedAt !== null && !editing.mayEditPublished) throw editorNeeded();
    if (editing.version !== undefined && editing.version !== article.version) {
      throw editedMeanwhile(article.version);
    }
    return article;
  }

  private async slugFor(title: string): Promise<string> {
    const wanted = slugFrom(title) || 'article';
    return freeSlug(wanted, await this.articles.slugsBeginningWith(wanted));
  }

  private async recordOf(
    changes: ArticleChanges,
    gateBefore: Gate = 'members',
  ): Promise<Partial<ArticleRecord>> {
    const gateAfter = changes.gate ?? gateBefore;
    refuse(refusedFields({ ...changes, gate: gateAfter }));
    const { title, slug, standfirst, kind, gate, heroImage } = changes;
    const given = { slug, kind, gate, planIds: narrowedTo(changes.planIds, gateAfter) };
    return {
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      ...(title === undefined ? {} : { title: cleanLine(title) }),
      ...(standfirst === undefined ? {} : { standfirst: cleanLine(standfirst) }),
      ...(heroImage === undefined ? {} : { heroImage: tidyHero(heroImage) }),
      ...(changes.section === undefined
        ? {}
        : { sectionId: await this.references.sectionId(changes.section) }),
      ...(changes.authors === undefined
        ? {}
        : { authorIds: await this.references.authorIds(changes.authors) }),
      ...(changes.tags === undefined ? {} : { tagIds: await this.references.tagIds(changes.tags) }),
    };
  }
}

function sanitised(bodyHtml: string): string {
  const result = sanitiseArticleHtml(bodyHtml);
  if (!result.ok) throw nestedTooDeep();
  return result.html;
}

function refuse(refused: FieldRefusal[]): void {
  if (refused.length > 0) throw refusedBody(refused);
}

function refuseUnready(article: DeskArticle, bodyHtml: string): void {
  const missing = missingForPublication({ ...article, bodyHtml });
  if (missing.length > 0) throw notReady(missing);
}

/** Plans narrow the gate `members` and no other: what an article had of them goes with that gate. */
function narrowedTo(planIds: string[] | undefined, gate: Gate): string[] | undefined {
  return gate === 'members' ? planIds && [...new Set(planIds)] : [];
}

function tidyHero(image: HeroImage | null): HeroImage | null {
  if (image === null) return null;
  return {
    url: heroAddress(image.url) ?? image.url,
    alt: cleanLine(image.alt),
    caption: image.caption === null ? null : cleanLine(image.caption) || null,
    credit: image.credit === null ? null : cleanLine(image.credit) || null,
  };
}
