/** Remembers how often articles were read through institutions: by the day, and by nobody in particular. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { InstitutionUsage } from './institution.js';

/** Days as `2027-01-31`, both within the range. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Asked at every read through an institution, hence without Prisma. */
const countOne = {
  name: 'count a read through an institution',
  text: `
    insert into institution_reads ("institutionId", day, "articleId", reads)
    values ($1, ($2::timestamptz at time zone 'UTC')::date, $3, 1)
    on conflict ("institutionId", day, "articleId")
    do update set reads = institution_reads.reads + 1`,
};

const shownArticles = 50;

@Injectable()
export class InstitutionReadRepository {
  constructor(private readonly database: Database) {}

  async count(institutionId: string, articleId: string, now: Date): Promise<void> {
    await this.database.ask(countOne, [institutionId, now, articleId]);
  }

  async usage(institutionId: string, { from, to }: DayRange): Promise<InstitutionUsage> {
    const { client } = this.database;
    const [days, articles] = await Promise.all([
      client.$queryRaw<InstitutionUsage['days']>`
        select to_char(day, 'YYYY-MM-DD') as day, sum(reads)::int as reads from institution_reads
        where "institutionId" = ${institutionId}::uuid
          and day between ${from}::date and ${to}::date
        group by institution_reads.day order by institution_reads.day`,
      client.$queryRaw<InstitutionUsage['articles']>`
        select a.slug, a.title, sum(r.reads)::int as reads
        from institution_reads r join articles a on a.id = r."articleId"
        where r."institutionId" = ${institutionId}::uuid
          and r.day between ${from}::date and ${to}::date
        group by a.id order by reads desc, a.slug limit ${shownArticles}`,
    ]);
    return { total: days.reduce((sum, { reads }) => sum + reads, 0), days, articles };
  }
}
