/** Looks everywhere in a town's database for something that was written there. */
import { Database } from '../../src/platform/database/database.js';
import type { TestTown } from './town.js';

/** Every table, the job queue's included, in which this text can still be read. */
export async function whereIsWritten(town: TestTown, text: string): Promise<string[]> {
  const { pool } = town.app.get(Database);
  const { rows } = await pool.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { table } of rows) {
    const { rowCount } = await pool.query(
      `select 1 from ${table} t where strpos(lower(to_jsonb(t)::text), lower($1)) > 0 limit 1`,
      [text],
    );
    if (rowCount !== 0) found.push(table);
  }
  return found;
}
