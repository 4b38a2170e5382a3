/** The tables that are moved, and a sum by which two copies of one are compared. */
import type pg from 'pg';

export interface Table {
  /** With its schema, ready for a statement. */
  readonly name: string;
  /** Its columns, ready for a statement; those that the database computes by itself are left out. */
  readonly columns: readonly string[];
}

/** Kept by each database for itself: what was applied to it, and when. */
const ownBooks = ['public._prisma_migrations', 'graphile_worker.migrations'];

/** Parts of a partitioned table are reached through it. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = ''
     WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'p')
       AND NOT c.relispartition AND format('%s.%s', n.nspname, c.relname) <> ALL ($1)
     GROUP BY 1 ORDER BY 1`,
    [ownBooks],
  );
  return rows;
}

/** How many rows, and a sum over all of them that does not depend on their order. */
export async function sumOf(client: pg.Client, { name, columns }: Table): Promise<string> {
  const { rows } = await client.query<{ sum: string }>(
    `SELECT count(*) || ' rows, sum ' ||
       coalesce(sum(('x' || substr(md5(ROW(${columns.join(', ')})::text), 1, 16))::bit(64)::bigint::numeric), 0) AS sum
     FROM ${name}`,
  );
  return rows[0]?.sum ?? '';
}
