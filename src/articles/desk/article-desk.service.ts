/** Staff make and edit articles; every way to the unpublished or gated text of the desk is here. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { DeskArticle } from '../article.js';
import { ArticleDeskRepository } from './article-desk.repository.js';
import { freeSlug } from './article-draft.rules.js';
import { type ArticleChanges, ArticleDrafting } from './article-drafting.service.js';
import { ArticleInHand } from './article-in-hand.service.js';
import { refusedDeletion } from './article-steps.rules.js';
import { type StartedFrom, refusedEdit, refusedStep } from './article-version.rules.js';
import { sanitiseArticleHtml } from '../text/article-html.rules.js';
import { ArticleTextRepository } from '../text/article-text.repository.js';
import {
  editorNeeded,
  lostMarker,
  nestedTooDeep,
  articleNotFound,
  notYours,
  stepRefused,
  wrongVersion,
} from '../articles.errors.js';
import { type DeskWorker, mayChange, refusedOpening } from './desk-rights.rules.js';
import { cutAtPaywall } from '../text/paywall-cut.rules.js';
import { slugFrom } from '../slug.rules.js';

/** Who edits, and from which version on. */
export interface Editing extends StartedFrom {
  by: DeskWorker;
}

@Injectable()
export class ArticleDeskService {
  constructor(
    private readonly hand: ArticleInHand,
    private readonly articles: ArticleDeskRepository,
    private readonly texts: ArticleTextRepository,
    private readonly drafting: ArticleDrafting,
    private readonly database: Database,
  ) {}

  /** @throws Problem 404, or 403 `articles/not-yours` to an author where another's is published */
  async show(id: string, by: DeskWorker): Promise<DeskArticle> {
    const article = await this.hand.find(id);
    refuseUnlessOpen(by, article);
    return article;
  }

  /**
   * The whole text as it was written, marker included: for staff, whatever the gate.
   * @throws Problem 404
   */
  async bodyForEditor(id: string, by: DeskWorker): Promise<string> {
    await this.show(id, by);
    return this.hand.body(id);
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
      return this.hand.find(id);
    });
  }

  /**
   * Changed words become a new version; the old one is kept. A published article changes for its
   * readers at once and must stay fit to be read, and so must one that is about to appear.
   * @throws Problem 403, 404, 409 `articles/slug-taken` or `articles/edited-meanwhile`, 412, 422, 428
   */
  edit(id: string, changes: ArticleChanges, editing: Editing): Promise<DeskArticle> {
    const bodyHtml = changes.bodyHtml === undefined ? undefined : sanitised(changes.bodyHtml);
    return this.database.transaction(async () => {
      const before = await this.takenForEdit(id, editing);
      const record = await this.drafting.change(before, changes);
      const previous = await this.hand.body(id);
      const text = bodyHtml ?? previous;
      await this.articles.update(id, { ...record, ...cutAtPaywall(text) });
      const after = await this.hand.find(id);
      if (text !== previous || saysElse(before, after)) {
        await this.texts.add(id, text, editing.by.id);
      }
      if (isBound(after)) await this.hand.refuseUnready(after);
      return after;
    });
  }

  /**
   * Only what no reader has ever seen, nor is about to, can be deleted.
   * @throws Problem 403, 404, 409 `articles/was-published` or `articles/is-scheduled`, 412
   */
  remove(id: string, { by, ...from }: Editing): Promise<void> {
    return this.database.transaction(async () => {
      const article = await this.hand.take(id);
      refuseUnlessOpen(by, article);
      const refusal = refusedStep(article.version, from);
      if (refusal !== null) throw wrongVersion(refusal, article.version);
      const deletion = refusedDeletion(article);
      if (deletion !== null) throw stepRefused(deletion);
      await this.articles.remove(id);
    });
  }

  private async takenForEdit(id: string, { by, ...from }: Editing): Promise<DeskArticle> {
    const article = await this.hand.take(id);
    refuseUnlessOpen(by, article);
    if (!mayChange(by, article)) throw editorNeeded();
    const refusal = refusedEdit(article.version, from);
    if (refusal !== null) throw wrongVersion(refusal, article.version);
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

/** A version holds title and standfirst, too. */
function saysElse(before: DeskArticle, after: DeskArticle): boolean {
  return before.title !== after.title || before.standfirst !== after.standfirst;
}

/** Readers see it, or will without anybody looking at it again. */
function isBound({ status }: DeskArticle): boolean {
  return status === 'published' || status === 'scheduled';
}

/** @throws Problem 404, 403 `articles/not-yours` */
function refuseUnlessOpen(by: DeskWorker, article: DeskArticle): void {
  const refusal = refusedOpening(by, article);
  if (refusal === null) return;
  throw refusal === 'not-yours' ? notYours() : articleNotFound();
}
