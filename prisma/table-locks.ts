/** Says what a migration keeps others from, by the locks that it holds as it ends. */
import type pg from 'pg';

export interface TableLock {
  readonly table: string;
  /** As PostgreSQL names it, like `ACCESS EXCLUSIVE`. */
  readonly mode: string;
}

/** What everybody else waits for until the transaction ends; what is not here keeps only other migrations waiting. */
const keepsFrom: Record<string, string> = {
  'ACCESS EXCLUSIVE': 'nobody could read or write',
  EXCLUSIVE: 'nobody could write',
  'SHARE ROW EXCLUSIVE': 'nobody could write',
  SHARE: 'nobody could write',
  'SHARE UPDATE EXCLUSIVE': 'reading and writing went on',
};

/** @returns the tables that are there, whose locks others would notice */
export async function knownTables(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ oid: number }>(
    `SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
  );
  return rows.map(({ oid }) => oid);
}

/** The strongest lock on each of these tables that the transaction of this connection holds. */
export async function locksHeld(client: pg.Client, among: readonly number[]): Promise<TableLock[]> {
  const { rows } = await client.query<TableLock>(
    `SELECT DISTINCT ON (relation) coalesce(relname, 'a table that is gone') AS table,
       upper(trim(regexp_replace(replace(mode, 'Lock', ''), '([A-Z])', ' \\1', 'g'))) AS mode
     FROM pg_locks LEFT JOIN pg_class ON pg_class.oid = relation
     WHERE pid = pg_backend_pid() AND locktype = 'relation' AND relation = ANY ($1)
       AND mode IN ('AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock', 'ShareUpdateExclusiveLock')
       AND relname IS DISTINCT FROM '_prisma_migrations'
     ORDER BY relation, array_position(ARRAY['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'], mode)`,
    [among],
  );
  return rows.toSorted((a, b) => (a.table < b.table ? -1 : 1));
}

/** One line a table. */
export function inWords({ table, mode }: TableLock): string {
  return `  ${table}: ${keepsFrom[mode] ?? 'others may have waited'} meanwhile (${mode})`;
}
