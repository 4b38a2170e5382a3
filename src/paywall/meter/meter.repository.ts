/** Remembers what was spent of an allowance; the only place where a unit is spent. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface MeterUse {
  used: number;
  /** Has this article been opened in this window? */
  hasRead: boolean;
}

@Injectable()
export class MeterRepository {
  constructor(private readonly database: Database) {}

  async use(subjectId: string, since: Date, articleId: string | null): Promise<MeterUse> {
    const reads = await this.database.client.meterRead.findMany({
      where: { subjectId, readAt: { gte: since } },
      select: { articleId: true },
    });
    return { used: reads.length, hasRead: reads.some((read) => read.articleId === articleId) };
  }

  /**
   * Spends one unit, or none when this article was opened before. Parallel requests of a reader queue
   * on her row, so that exactly `limit` articles are granted, whoever asks first.
   * @returns false when nothing was left
   */
  spend(read: {
    readerId: string;
    since: Date;
    articleId: string;
    limit: number;
    now: Date;
  }): Promise<boolean> {
    const { readerId, since, articleId, limit, now } = read;
    return this.database.transaction(async () => {
      const { client } = this.database;
      // The lock must be held before the reads are counted: a statement sees what was committed
      // before it began, so lock and count cannot be one statement.
      await client.$executeRaw`
        insert into meter_subjects (id, kind, "userId", "seenAt")
        values (${readerId}::uuid, 'reader', ${readerId}::uuid, ${now})
        on conflict (id) do update set "seenAt" = excluded."seenAt"`;
      const { used, hasRead } = await this.use(readerId, since, articleId);
      if (hasRead) return true;
      if (used >= limit) return false;
      await client.meterRead.create({ data: { subjectId: readerId, articleId, readAt: now } });
      return true;
    });
  }

  /** What she has opened is nobody's business once she is gone. */
  async forget(userId: string): Promise<void> {
    await this.database.client.meterSubject.deleteMany({ where: { userId } });
  }
}
