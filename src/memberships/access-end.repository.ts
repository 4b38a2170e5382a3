/** Until when many members read, in one look. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { standingOf } from './standing.rules.js';

@Injectable()
export class AccessEnds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Those who do not read now, or without an end, are left out. */
  async of(userIds: readonly string[]): Promise<Map<string, Date>> {
    const held = await this.database.client.membership.findMany({
      where: { userId: { in: [...userIds] }, ofRecord: true },
    });
    const now = this.clock.now();
    return new Map(
      held.flatMap((each): [string, Date][] => {
        const { accessUntil } = standingOf(each, now, this.config.graceDays);
        return accessUntil === null ? [] : [[each.userId, accessUntil]];
      }),
    );
  }
}
