/** Remembers by which words staff find a member again. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class MemberLabels {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** None for an account that is not there. */
  async of(userId: string): Promise<string[]> {
    const where = { id: userId };
    const user = await this.database.client.user.findUnique({ where, select: { labels: true } });
    return user?.labels ?? [];
  }

  /** @returns false for an account that is not there, or no more */
  async replace(userId: string, labels: string[]): Promise<boolean> {
    const { count } = await this.database.client.user.updateMany({
      where: { id: userId, deletedAt: null },
      data: { labels, updatedAt: this.clock.now() },
    });
    return count === 1;
  }
}
