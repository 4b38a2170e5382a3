/** Staff make, edit and publish articles; every way to the unpublished or gated text of the desk is here. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { DeskArticle } from '../article.js';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { freeSlug, missingForPublication } from './article-draft.rules.js';
import { type ArticleChanges, ArticleDrafting } from './article-drafting.service.js';
import { sanitiseArticleHtml } from '../text/article-html.rules.js';
import { ArticleTextRepository } from '../text/article-text.repository.js';
import {
  articleNotFound,
  editedMeanwhile,
  editorNeeded,
  lostMarker,
  nestedTooDeep,
  notPublished,
  notReady,
  notYours,
  wasPublished,
} from '../articles.errors.js';
import { type DeskWorker, mayOpen } from './desk-rights.rules.js';
import { cutAtPaywall } from '../text/paywall-cut.rules.js';
import { slugFrom } from '../slug.rules.js';

/** Who edits. */
export interface Editing {
  by: DeskWorker;
  /** The version that the edit started from, to refuse it when somebody else was faster. */
  version?: number | undefined;
}

@Injectable()
export class ArticleDeskService {
  constructor(
    private readonly articles: ArticleDeskRepository,
    private readonly texts: ArticleTextRepository,
    private readonly drafting: ArticleDrafting,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 403 `articles/not-yours` to an author of another one's */
  async show(id: string, by: DeskWorker): Promise<DeskArticle> {
    const article = await this.found(id);
    if (!mayOpen(by, article)) throw notYours();
    return article;
  }

  /**
   * The whole text as it was written, marker included: for staff, whatever the gate.
   * @throws Problem 404, 403 `articles/not-yours`
   */
  async bodyForEditor(id: string, by: DeskWorker): Promise<string> {
    await this.show(id, by);
    return this.body(id);
  }

  /**
   * A new draft, with the default gate of its place unless it names one.
   * @param createdById null for an import
   * @throws Problem 409 `articles/slug-taken`, 422
   */
  create(
    draft: ArticleChanges & { title: string },
    createdById: string | null,
  ): Promise<DeskArticle> {
    const bodyHtml = sanitised(draft.bodyHtml ?? '');
    return this.database.transaction(async () => {
      const id = await this.articles.insert({
        slug: draft.slug ?? (await this.slugFor(draft.title)),
        ...(await this.drafting.begin(draft)),
        ...cutAtPaywall(bodyHtml),
        createdById,
      });
      await this.texts.add(id, bodyHtml, createdById);
      return this.found(id);
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
      const record = await this.drafting.change(before, changes);
      const previous = await this.body(id);
      const text = bodyHtml ?? previous;
      await this.articles.update(id, { ...record, ...cutAtPaywall(text) });
      if (text !== previous) await this.texts.add(id, text, editing.by.id);
      const after = await this.found(id);
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
      refuseUnready(article, await this.body(id));
      const publishedAt = article.publishedAt ?? firstAt;
      await this.articles.update(
        id,
        { status: 'published', publishedAt },
        article.publishedAt === null ? firstAt : this.clock.now(),
      );
      return this.found(id);
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
      return this.found(id);
    });
  }

  /**
   * Only a draft that no reader has ever seen can be deleted.
   * @throws Problem 404, 403 `articles/not-yours`, 409 `articles/was-published`
   */
  remove(id: string, by: DeskWorker): Promise<void> {
    return this.database.transaction(async () => {
      const article = await this.locked(id);
      if (!mayOpen(by, article)) throw notYours();
      if (article.publishedAt !== null) throw wasPublished();
      await this.articles.remove(id);
    });
  }

  private async found(id: string): Promise<DeskArticle> {
    const article = await this.articles.find(id);
    if (article === null) throw articleNotFound();
    return article;
  }

  private async body(id: string): Promise<string> {
    const body = await this.texts.current(id);
    if (body === null) throw articleNotFound();
    return body;
  }

  private async locked(id: string): Promise<DeskArticle> {
    const article = await this.articles.findLocked(id);
    if (article === null) throw articleNotFound();
    return article;
  }

  private async lockedForEdit(id: string, { by, version }: Editing): Promise<DeskArticle> {
    const article = await this.locked(id);
    if (!mayOpen(by, article)) throw notYours();
    if (article.publishedAt !== null && !by.isEditor) throw editorNeeded();
    if (version !== undefined && version !== article.version) {
      throw editedMeanwhile(article.version);
    }
    return article;
  }

  private async slugFor(title: string): Promise<string> {
    const wanted = slugFrom(title) || 'article';
    return freeSlug(wanted, await this.articles.slugsBeginningWith(wanted));
  }
}

function sanitised(bodyHtml: string): string {
  const result = sanitiseArticleHtml(bodyHtml);
  if (!result.ok) throw result.refusal === 'lost-marker' ? lostMarker() : nestedTooDeep();
  return result.html;
}

function refuseUnready(article: DeskArticle, bodyHtml: string): void {
  const missing = missingForPublication({ ...article, bodyHtml });
  if (missing.length > 0) throw notReady(missing);
}
