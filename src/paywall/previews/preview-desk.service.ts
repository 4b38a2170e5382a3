/** Staff make previews of the articles that they may open, look them over, and take them back. */
import { Injectable } from '@nestjs/common';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import { atDesk } from '../../users/staff/permissions.rules.js';
import type { Reader } from '../../users/reader.js';
import type { Preview } from './preview.js';
import { PreviewRepository } from './preview.repository.js';

const hour = 60 * 60 * 1000;

@Injectable()
export class PreviewDesk {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly previews: PreviewRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async make(articleId: string, hours: number, staff: Reader): Promise<Preview> {
    await this.desk.show(articleId, atDesk(staff));
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + hours * hour);
    return this.previews.add({ articleId, createdById: staff.id, createdAt, expiresAt });
  }

  /**
   * The newest first, also those that are over.
   * @throws Problem 404, 400 `request/invalid-cursor`
   */
  async list(
    articleId: string,
    { limit, cursor }: PageRequest,
    staff: Reader,
  ): Promise<Page<Preview>> {
    await this.desk.show(articleId, atDesk(staff));
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    const found = await this.previews.list(articleId, before, limit + 1);
    return pageOf(found, limit, ({ id }) => [id]);
  }

  /** @throws Problem 404 */
  async revoke(articleId: string, id: string, staff: Reader): Promise<void> {
    await this.desk.show(articleId, atDesk(staff));
    if (!(await this.previews.revoke(articleId, id, this.clock.now()))) throw notFound();
  }
}
