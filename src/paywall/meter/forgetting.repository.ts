/** Takes out of the meter's books what is too old to count, whosever it was. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KeptSince } from './forgetting.rules.js';

@Injectable()
export class ForgettingRepository {
  constructor(private readonly database: Database) {}

  /** The reads of a subject that is forgotten go with it. */
  async forget(since: KeptSince): Promise<void> {
    const { client } = this.database;
    await client.meterRead.deleteMany({ where: { readAt: { lt: since.reads } } });
    for (const [kind, seenAt] of [
      ['visitor', since.visitors],
      ['cookieless', since.cookieless],
    ] as const) {
      await client.meterSubject.deleteMany({ where: { kind, seenAt: { lt: seenAt } } });
    }
    await client.networkTally.deleteMany({ where: { day: { lt: since.networks } } });
  }
}
