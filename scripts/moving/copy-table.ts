/** Copies the rows of one table, in portions, each as the text that PostgreSQL itself writes of it: exact for every type. */
import type pg from 'pg';
import type { Table } from './tables.js';

const portion = 5_000;

/** In the transactions of both. @returns how many rows */
export async function copyTable(
  source: pg.Client,
  target: pg.Client,
  table: Table,
): Promise<number> {
  await source.query(
    `DECLARE portions NO SCROLL CURSOR FOR SELECT ROW(${table.columns.join(', ')})::text AS line FROM ${table.name}`,
  );
  const insert = await insertionOf(target, table);
  let copied = 0;
  for (;;) {
    const { rows } = await source.query<{ line: string }>(`FETCH ${portion} FROM portions`);
    if (rows.length === 0) break;
    await target.query(insert, [rows.map(({ line }) => line)]);
    copied += rows.length;
  }
  await source.query('CLOSE portions');
  return copied;
}

/** A type of exactly the columns that are moved reads the text back; the table's own would ask for computed ones, too. */
async function insertionOf(target: pg.Client, { name, columns }: Table): Promise<string> {
  await target.query('DROP TABLE IF EXISTS pg_temp.moved');
  await target.query(
    `CREATE TEMPORARY TABLE moved ON COMMIT DROP AS SELECT ${columns.join(', ')} FROM ${name} WITH NO DATA`,
  );
  // Materialised, or the text would be read once for each column.
  return `WITH read AS MATERIALIZED (SELECT line::pg_temp.moved AS line FROM unnest($1::text[]) AS line)
    INSERT INTO ${name} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${columns.map((column) => `(line).${column}`).join(', ')} FROM read`;
}
