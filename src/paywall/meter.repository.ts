/** Remembers what a reader has spent of her allowance; the only place where a unit is spent. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

export interface MeterUse {
  used: number;
  /** Has this article been opened in this period? */
  hasRead: boolean;
}

@Injectable()
export class MeterRepository {
  constructor(private readonly database: Database) {}

  async use(readerId: string, period: Date, articleId: string | null): Promise<MeterUse> {
    const reads = await this.database.client.meterRead.findMany({
      where: { readerId, period },
      select: { articleId: true },
    });
    return { used: reads.length, hasRead: reads.some((read) => read.articleId === articleId) };
  }

  /**
   * Spends one unit, or none when this article was opened before. Parallel requests of a reader queue
   * on her tally row, so that exactly `limit` articles are granted, whoever asks first.
   * @returns false when nothing was left
   */
  spend(read: {
    readerId: string;
    period: Date;
    articleId: string;
    limit: number;
    now: Date;
  }): Promise<boolean> {
    const { readerId, period, articleId, limit, now } = read;
    return this.database.transaction(async () => {
      const { client } = this.database;
      // The lock must be held before the reads are counted: a statement sees what was committed
      // before it began, so lock and count cannot be one statement.
      await client.$executeRaw`
        insert into meter_tallies ("readerId", period, used)
        values (${readerId}::uuid, ${period}, 0)
        on conflict ("readerId", period) do update set used = meter_tallies.used`;
      const { used, hasRead } = await this.use(readerId, period, articleId);
      if (hasRead) return true;
      if (used >= limit) return false;
      await client.meterRead.create({ data: { readerId, period, articleId, readAt: now } });
      await client.meterTally.update({
        where: { readerId_period: { readerId, period } },
        data: { used: used + 1 },
      });
      return true;
    });
  }

  /** What she has opened is nobody's business once she is gone. */
  async forget(readerId: string): Promise<void> {
    await this.database.client.meterRead.deleteMany({ where: { readerId } });
    await this.database.client.meterTally.deleteMany({ where: { readerId } });
  }
}
