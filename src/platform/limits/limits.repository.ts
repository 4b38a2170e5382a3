/** Remembers how often something was done of late; what all processes count is counted here. */
import { Injectable } from '@nestjs/common';
import { Database, type NamedQuery } from '../database/database.js';
import type { Bucket } from './limit.rules.js';

export interface KeyedBucket extends Bucket {
  readonly key: Buffer;
}

/** Rows at once: far fewer than a statement has time for. */
const batch = 10_000;

/** Keys go as hexadecimal text, which both ways to the database write alike. */
const lookQuery = {
  name: 'look at limits',
  text: `
    select limits."emptyAt"
    from unnest($1::text[]) with ordinality as asked (key, place)
    left join limits on limits.key = decode(asked.key, 'hex')
    order by asked.place`,
};

const takeQuery = {
  name: 'take of limits',
  text: `select limits_take($1::text[], $2::bigint[], $3::bigint[], $4::timestamptz) as waits`,
};

const giveBackQuery = {
  name: 'give back to limits',
  text: `select limits_move($1::text[], $2::bigint[], -1, $3::timestamptz)::text`,
};

const clearQuery = {
  name: 'clear a limit',
  text: `delete from limits where key = decode($1, 'hex')`,
};

@Injectable()
export class LimitsRepository {
  constructor(private readonly database: Database) {}

  /** When each is empty if nothing more comes; null for one that holds nothing. */
  async look(buckets: readonly KeyedBucket[]): Promise<(Date | null)[]> {
    const rows = await this.ask<{ emptyAt: Date | null }>(lookQuery, [keysOf(buckets)]);
    return rows.map(({ emptyAt }) => emptyAt);
  }

  /**
   * Puts one deed into each bucket, or into none where one is full. Takers queue on the rows, in whatever process,
   * always in the same order; in a transaction they are held until its end, so that only one take fits into it.
   * @returns the milliseconds to wait for each: none where it was taken
   */
  async take(buckets: readonly KeyedBucket[], now: Date): Promise<number[]> {
    const [row] = await this.ask<{ waits: unknown[] }>(takeQuery, [
      keysOf(buckets),
      buckets.map(({ interval }) => interval),
      buckets.map(({ capacity }) => capacity),
      now,
    ]);
    if (row === undefined) throw new Error('The limits have not answered.');
    return row.waits.map(Number);
  }

  /** What turned out not to count. */
  async giveBack(buckets: readonly KeyedBucket[], now: Date): Promise<void> {
    const intervals = buckets.map(({ interval }) => interval);
    await this.ask(giveBackQuery, [keysOf(buckets), intervals, now]);
  }

  async clear({ key }: KeyedBucket): Promise<void> {
    await this.ask(clearQuery, [key.toString('hex')]);
  }

  /** Empty ones say nothing that a missing one does not. @throws where the process stops meanwhile */
  async forgetEmptySince(instant: Date, stopping: AbortSignal): Promise<void> {
    while ((await this.forgetSome(instant)) > 0) stopping.throwIfAborted();
  }

  /** Says twice which: what fills again while it waits to be deleted is kept. */
  private forgetSome(instant: Date): Promise<number> {
    return this.database.client.$executeRaw`
      delete from limits
      where key = any (array(select key from limits where "emptyAt" < ${instant} limit ${batch}))
        and "emptyAt" < ${instant}`;
  }

  /** A transaction asks over its own connection: waiting for a second one, many would wait for each other. */
  private ask<Row extends object>(query: NamedQuery, values: unknown[]): Promise<Row[]> {
    return this.database.isInTransaction
      ? this.database.client.$queryRawUnsafe<Row[]>(query.text, ...values)
      : this.database.ask<Row>(query, values);
  }
}

const keysOf = (buckets: readonly KeyedBucket[]): string[] =>
  buckets.map(({ key }) => key.toString('hex'));
