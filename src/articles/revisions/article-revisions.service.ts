/** Staff look through the versions of an article's words, hold one against another, and go back to one. */
import { Injectable } from '@nestjs/common';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, pageOf } from '../../platform/http/paging.js';
import type { DeskArticle } from '../article.js';
import { articleNotFound } from '../articles.errors.js';
import { ArticleDeskService, type Editing } from '../desk/article-desk.service.js';
import type { DeskWorker } from '../desk/desk-rights.rules.js';
import type { Revision, WholeRevision } from './revision.js';
import { type Comparison, compareWords } from './revision-comparison.rules.js';
import { RevisionRepository } from './revision.repository.js';

/** Two versions, and what differs between them. */
export interface ComparedRevisions extends Comparison {
  from: Revision;
  to: Revision;
}

@Injectable()
export class ArticleRevisions {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly revisions: RevisionRepository,
  ) {}

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`, and whatever opening the article refuses
   */
  async list(id: string, by: DeskWorker, { limit, cursor }: PageRequest): Promise<Page<Revision>> {
    await this.desk.show(id, by);
    const before = cursor === undefined ? null : decodeCursor(cursor, isNumberKey)[0];
    const found = await this.revisions.list(id, before, limit + 1);
    return pageOf(found, limit, ({ number }) => [number]);
  }

  /** @throws Problem 404, and whatever opening the article refuses */
  async show(id: string, number: number, by: DeskWorker): Promise<WholeRevision> {
    await this.desk.show(id, by);
    return this.found(id, number);
  }

  /** @throws Problem 404, and whatever opening the article refuses */
  async compare(
    id: string,
    numbers: { from: number; to: number },
    by: DeskWorker,
  ): Promise<ComparedRevisions> {
    await this.desk.show(id, by);
    const from = await this.found(id, numbers.from);
    const to = await this.found(id, numbers.to);
    return { from, to, ...compareWords(from, to) };
  }

  /**
   * An edit to the words of then: they become a new version, and what lies between is kept.
   * @throws Problem 404, and whatever an edit refuses
   */
  async restore(id: string, number: number, editing: Editing): Promise<DeskArticle> {
    const { title, standfirst, bodyHtml } = await this.show(id, number, editing.by);
    return this.desk.edit(id, { title, standfirst, bodyHtml }, editing);
  }

  private async found(id: string, number: number): Promise<WholeRevision> {
    const revision = await this.revisions.find(id, number);
    if (revision === null) throw articleNotFound();
    return revision;
  }
}

function isNumberKey(key: unknown): key is [number] {
  if (!Array.isArray(key) || key.length !== 1) return false;
  const number: unknown = key[0];
  // What PostgreSQL can hold in an integer.
  return Number.isInteger(number) && Math.abs(Number(number)) < 2 ** 31;
}
