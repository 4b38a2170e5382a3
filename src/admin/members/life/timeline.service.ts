/** Tells a member's life as it happened, page by page. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { decodeCursor } from '../../../platform/http/cursor.js';
import type { Page } from '../../../platform/http/page.dto.js';
import { type PageRequest, isDatedKey, pageOf } from '../../../platform/http/paging.js';
import { MembersAdmin } from '../members-admin.service.js';
import { type TimelineItem, TimelineRepository } from './timeline.repository.js';
import { newestOf } from './timeline.rules.js';

@Injectable()
export class Timelines {
  constructor(
    private readonly members: MembersAdmin,
    private readonly moments: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws Problem 404, 400 `request/invalid-cursor` */
  async of(userId: string, { limit, cursor }: PageRequest): Promise<Page<TimelineItem>> {
    const last = cursor === undefined ? null : decodeCursor(cursor, isDatedKey);
    await this.members.known(userId);
    const before = last && { at: new Date(last[0]), key: last[1] };
    const whose = { id: userId, now: this.clock.now() };
    const told = await this.moments.newest(whose, before, limit + 1);
    return pageOf(newestOf(told, limit + 1), limit, ({ at, key }) => [at.toISOString(), key]);
  }
}
