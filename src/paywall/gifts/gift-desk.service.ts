/** What a member has given, taking it back, and forgetting who gave and who opened. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../platform/clock/clock.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import type { Page } from '../../platform/http/page.dto.js';
import { type PageRequest, isDatedKey, pageOf } from '../../platform/http/paging.js';
import { notFound } from '../../platform/http/problem.js';
import type { Gift } from './gift.js';
import { GiftOpeningRepository } from './gift-opening.repository.js';
import { GiftRepository } from './gift.repository.js';

@Injectable()
export class GiftDesk {
  constructor(
    private readonly gifts: GiftRepository,
    private readonly openings: GiftOpeningRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The newest first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async list(giverId: string, { limit, cursor }: PageRequest): Promise<Page<Gift>> {
    const key = cursor === undefined ? null : decodeCursor(cursor, isGiftKey);
    const after = key && { createdAt: new Date(key[0]), id: key[1] };
    const found = await this.gifts.list(giverId, after, limit + 1);
    return pageOf(found, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  /** Twice is once. @throws Problem 404 for what she has not given */
  async revoke(giverId: string, id: string): Promise<void> {
    if (!(await this.gifts.revoke(giverId, id, this.clock.now()))) throw notFound();
  }

  /** In the transaction of her farewell. */
  async forget(userId: string): Promise<void> {
    await this.gifts.forget(userId);
    await this.openings.forget(userId);
  }
}

function isGiftKey(key: unknown): key is [string, string] {
  return isDatedKey(key) && isUUID(key[1]);
}
