/** Finds members for staff, by anything that a letter of theirs may say. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Config } from '../../../platform/config/config.js';
import { decodeCursor } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.dto.js';
import { type PageRequest, isIdKey, pageOf } from '../../../platform/http/paging.js';
import { readMemberQuery } from './member-query.rules.js';
import { MemberRollRepository, type RollEntry, type RollFilter } from './member-roll.repository.js';

export interface MemberWish extends Omit<RollFilter, 'query'> {
  /** As it was typed. */
  q?: string | undefined;
}

@Injectable()
export class MemberRoll {
  constructor(
    private readonly roll: MemberRollRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * The newest accounts first.
   * @throws Problem 400 `request/invalid-cursor`
   */
  async list({ q, ...filter }: MemberWish, page: PageRequest): Promise<Page<RollEntry>> {
    const { limit, cursor } = page;
    const before = cursor === undefined ? null : decodeCursor(cursor, isIdKey)[0];
    const query = q === undefined ? null : readMemberQuery(q);
    const found = await this.roll.list(
      { ...filter, query },
      { before, limit: limit + 1, now: this.clock.now(), graceDays: this.config.graceDays },
    );
    return pageOf(found, limit, ({ id }) => [id]);
  }
}
