/** Takes out of the paywall's books what is too old to count, whosever it was. */
import { Injectable } from '@nestjs/common';
import { utcDay } from '../../platform/clock/utc-day.rules.js';
import { Database } from '../../platform/database/database.js';
import { type Sql, sql } from '../../platform/database/sql.js';
import type { KeptSince } from './forgetting.rules.js';

/** Rows at once: far fewer than a statement has time for. */
const batch = 10_000;

interface Forgotten {
  readonly of: Sql;
  readonly which: Sql;
}

@Injectable()
export class ForgettingRepository {
  constructor(private readonly database: Database) {}

  /** The reads of a subject that is forgotten go with it. @throws where the process stops meanwhile */
  async forget(since: KeptSince, stopping: AbortSignal): Promise<void> {
    for (const forgotten of tooOld(since)) {
      while ((await this.forgetSome(forgotten)) > 0) stopping.throwIfAborted();
    }
  }

  /** Says twice which: what is seen again while it waits to be deleted is kept. */
  private forgetSome({ of, which }: Forgotten): Promise<number> {
    return this.database.client.$executeRaw`
      delete from ${of}
      where ctid = any (array(select ctid from ${of} where ${which} limit ${batch})) and ${which}`;
  }
}

function tooOld(since: KeptSince): Forgotten[] {
  const notSeen = (kind: string, since: Date): Forgotten => ({
    of: sql`meter_subjects`,
    which: sql`kind = ${kind}::"MeterSubjectKind" and "seenAt" < ${since}`,
  });
  return [
    { of: sql`meter_reads`, which: sql`"readAt" < ${since.reads}` },
    notSeen('visitor', since.visitors),
    notSeen('cookieless', since.cookieless),
    { of: sql`network_tallies`, which: sql`day < ${utcDay(since.networks)}::date` },
    {
      of: sql`gift_openings`,
      which: sql`"giftId" = any (array(
        select id from gifts where least("expiresAt", "revokedAt") < ${since.giftsEnded}))`,
    },
    { of: sql`gifts`, which: sql`least("expiresAt", "revokedAt") < ${since.giftsEnded}` },
  ];
}
