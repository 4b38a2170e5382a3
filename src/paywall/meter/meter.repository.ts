/** Remembers what was spent of an allowance; the only place where a unit is spent. */
import { Injectable } from '@nestjs/common';
import { AskedTogether } from '../../platform/database/asked-together.js';
import { Database } from '../../platform/database/database.js';
import { MeterMetrics } from './meter.metrics.js';

export type MeterSubjectKind = 'reader' | 'visitor' | 'cookieless';

/** Who opens what, and what she may spend. */
export interface MeterOpening {
  readonly subject: { readonly id: string; readonly kind: MeterSubjectKind };
  /** The browser of a reader, or the one that a client without a cookie will come back as; null for a visitor. */
  readonly browserId: string | null;
  /** null where only the allowance is looked at */
  readonly articleId: string | null;
  /** Units in the window. */
  readonly limit: number;
  readonly since: Date;
  readonly now: Date;
  readonly maySpend: boolean;
  /** null for whoever is signed in */
  readonly network: { readonly name: string; readonly limit: number } | null;
}

/** Whose reads go on under which name. */
export interface Leave {
  readonly userId: string;
  readonly leaverId: string;
  readonly since: Date;
  readonly now: Date;
}

/** How it stood before, and whether a unit was spent. */
export interface MeterUse {
  readonly used: number;
  readonly hasRead: boolean;
  /** When the first unit was spent of those that count; null where none does. */
  readonly oldest: Date | null;
  readonly isSpent: boolean;
  /** The network's strangers have spent what they may in a day. */
  readonly isNetworkSpent: boolean;
}

/** One statement, prepared: what queues, counts and writes is a function in the database. */
const openQuery = {
  name: 'open by meter',
  text: `
    select used, "hasRead", oldest, "isSpent", "isNetworkSpent"
    from meter_open($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/**
 * The same for readers who come at the same moment, of whom each has a name alone: one commit for all of them. They are
 * held in one order everywhere, so that no two processes wait for each other.
 */
const openForReaders = {
  name: 'open by meter for readers',
  text: `
    select asked.at::int, use.*
    from (
      select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::boolean[])
        with ordinality as each (subject, article, allowed, since, now, "maySpend", at)
      order by subject, at) asked
    cross join lateral meter_open(
      asked.subject, 'reader', null, asked.article, asked.allowed, asked.since, asked.now, asked."maySpend", null, 0) use`,
};

/** Nobody is counted with her. */
const isReaderAlone = ({ subject, browserId, network }: MeterOpening): boolean =>
  subject.kind === 'reader' && browserId === null && network === null;

@Injectable()
export class MeterRepository {
  private readonly readers: AskedTogether<MeterUse & { at: number }>;

  constructor(
    private readonly database: Database,
    private readonly metrics: MeterMetrics,
  ) {
    this.readers = new AskedTogether(database, openForReaders);
  }

  /**
   * Spends one unit where that is asked for and one is left. Parallel openings of a reader queue, in whatever
   * process, so that exactly `limit` articles are opened, whoever asks first.
   */
  async open(opening: MeterOpening): Promise<MeterUse> {
    const use = isReaderAlone(opening)
      ? await this.openAmongReaders(opening)
      : await this.openApart(opening);
    if (use === undefined) throw new Error('The meter has not answered.');
    if (use.isSpent) this.metrics.spent(opening.subject.kind === 'reader' ? 'reader' : 'stranger');
    return use;
  }

  private async openAmongReaders(opening: MeterOpening): Promise<MeterUse | undefined> {
    const { subject, articleId, limit, since, now, maySpend } = opening;
    const instants = [since.toISOString(), now.toISOString()];
    const row = await this.readers.ask([subject.id, articleId, limit, ...instants, maySpend]);
    if (row === undefined) return undefined;
    const { at: _at, ...use } = row;
    return use;
  }

  private async openApart(opening: MeterOpening): Promise<MeterUse | undefined> {
    const { subject, browserId, articleId, limit, since, now, maySpend, network } = opening;
    const [use] = await this.database.ask<MeterUse>(openQuery, [
      subject.id,
      subject.kind,
      browserId,
      articleId,
      limit,
      since,
      now,
      maySpend,
      network?.name ?? null,
      network?.limit ?? 0,
    ]);
    return use;
  }

  /** Carries what was read by a stranger, or before an account was deleted, into an account; each read with its own time. */
  async carry(subjectId: string, readerId: string, now: Date): Promise<void> {
    const { client } = this.database;
    await client.$executeRaw`select meter_carry(${subjectId}::uuid, ${readerId}::uuid, ${now})`;
  }

  /**
   * What she has opened is nobody's business once she is gone: what still counts is kept under another name,
   * which is forgotten like those of strangers without a cookie.
   */
  async leave({ userId, leaverId, since, now }: Leave): Promise<void> {
    const { client } = this.database;
    await client.$executeRaw`
      with leaver as (
        insert into meter_subjects (id, kind, "seenAt")
        select ${leaverId}::uuid, 'cookieless', ${now}
        where exists (
          select from meter_reads where "subjectId" = ${userId}::uuid and "readAt" >= ${since})
        on conflict (id) do update set "seenAt" = excluded."seenAt"
      )
      insert into meter_reads ("subjectId", "articleId", "readAt")
      select ${leaverId}::uuid, "articleId", "readAt" from meter_reads
      where "subjectId" = ${userId}::uuid and "readAt" >= ${since}
      on conflict do nothing`;
    await client.meterSubject.deleteMany({ where: { userId } });
  }
}
