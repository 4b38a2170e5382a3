/** Adds up what was opened by the meter: how many articles readers opened at most in one window. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Sql, sql } from '../../platform/database/sql.js';
import type { Peak } from './meter-effect.rules.js';
import type { WindowSettings } from './meter.rules.js';

/** By account, and by browser. */
export interface Peaks {
  readonly reader: readonly Peak[];
  readonly visitor: readonly Peak[];
}

type Row = Peak & { kind: keyof Peaks };

@Injectable()
export class MeterEffectRepository {
  constructor(private readonly database: Database) {}

  /** Whoever sends no cookie cannot be told apart, and is left out; what an account reads in a browser is the account's. */
  async peaks(settings: WindowSettings, since: Date): Promise<Peaks> {
    const rows = await this.database.client.$queryRaw<Row[]>`
      with accounts_in_browsers as (
        select meter_accounts_in(id) as id from meter_subjects
        where kind = 'visitor' and "seenAt" >= ${since}
      ), opened as (
        select s.id, s.kind, r."articleId", r."readAt"
        from meter_reads r join meter_subjects s on s.id = r."subjectId"
        where r."readAt" >= ${since} and s.kind in ('reader', 'visitor')
          and not exists (select from accounts_in_browsers a where a.id = s.id)
      )
      select kind::text as kind, opened, count(*)::int as readers
      from (
        select id, kind, max(used)::int as opened from (${usedIn(settings)}) windows group by 1, 2
      ) peaks
      group by 1, 2`;
    const of = (kind: keyof Peaks): Peak[] =>
      rows.filter((row) => row.kind === kind).map(({ opened, readers }) => ({ opened, readers }));
    return { reader: of('reader'), visitor: of('visitor') };
  }
}

/** The distinct articles in each month; or, as each one is opened, in the days until then. */
function usedIn({ window, windowDays, timeZone }: WindowSettings): Sql {
  if (window === 'calendar-month') {
    return sql`
      select id, kind, count(distinct "articleId") as used from opened
      group by id, kind, date_trunc('month', "readAt" at time zone ${timeZone})`;
  }
  const length = sql`${windowDays}::int * interval '24 hours'`;
  return sql`
    select id, kind, count(*) over (
      partition by id order by "readAt" range between ${length} preceding and current row
    ) as used
    from (
      select *, lag("readAt") over (partition by id, "articleId" order by "readAt") as before
      from opened
    ) dated
    where before is null or before <= "readAt" - ${length}`;
}
