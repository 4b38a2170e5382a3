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
  /** Each stands for so many; 1 where all were looked at. */
  readonly oneIn: number;
}

type Kind = Exclude<keyof Peaks, 'oneIn'>;

/** Of the sample itself where it says no kind: it was drawn also where nobody was found in it. */
type Row = Peak & { kind: Kind | null; oneIn: number };

/**
 * Pages of subjects looked at, some hundred subjects each. However many there are, an answer costs no more than
 * this; up to here it is exact.
 */
const mostPages = 1_000;

/** Of all pages, in percent. A page is as large as the server was built with, which is 8 KiB everywhere. */
const sampled = sql`
  least(100, 100.0 * ${mostPages}::int * 8192 / greatest(8192, pg_relation_size('meter_subjects')))`;

/**
 * A browser has an id of ours, which begins with the time of its making. What accounts read in it is kept under a
 * digest of that (`meter_accounts_in`); one in sixteen thousand of these looks like an id of ours.
 */
const isOwnName = sql`s.id::text like '01______-____-7%' and substr(s.id::text, 20, 1) in ('8', '9', 'a', 'b')`;

@Injectable()
export class MeterEffectRepository {
  constructor(private readonly database: Database) {}

  /** Whoever sends no cookie cannot be told apart, and is left out; what an account reads in a browser is the account's. */
  async peaks(settings: WindowSettings, since: Date): Promise<Peaks> {
    const rows = await this.database.client.$queryRaw<Row[]>`
      with sample as materialized (
        select s.id, s.kind
        -- The same pages at each question, so that two answers can be compared.
        from meter_subjects s tablesample system (${sampled}) repeatable (1)
        where s."seenAt" >= ${since} and (s.kind = 'reader' or s.kind = 'visitor' and ${isOwnName})
      ), opened as (
        select s.id, s.kind, r."articleId", r."readAt"
        from sample s join meter_reads r on r."subjectId" = s.id and r."readAt" >= ${since}
      )
      select null as kind, 0 as opened, 0 as readers, (100 / ${sampled})::float8 as "oneIn"
      union all
      select kind::text, opened, count(*)::int, 1
      from (
        select id, kind, max(used)::int as opened from (${usedIn(settings)}) windows group by 1, 2
      ) peaks
      group by 1, 2`;
    const of = (kind: Kind): Peak[] =>
      rows.filter((row) => row.kind === kind).map(({ opened, readers }) => ({ opened, readers }));
    const oneIn = rows.find(({ kind }) => kind === null)?.oneIn ?? 1;
    return { reader: of('reader'), visitor: of('visitor'), oneIn };
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
