/** Fills an empty, migrated database: without its keys, which are made again at the end. */
import { readFile } from 'node:fs/promises';

const files = ['tools', 'articles', 'members', 'meter', 'inbox'];

/** @typedef {{ articles: number, members: number, reads: number, events: number }} Size */

/** @param {number} bytes */
export const asMegabytes = (bytes) => Math.round(bytes / 1024 / 1024);

/** @param {import('pg').Client} client of the owner @throws for half a filling, which has no keys */
export async function isFilled(client) {
  const { rows } = await client.query(`
    SELECT to_regnamespace('bench') IS NOT NULL AS half,
      EXISTS (SELECT FROM articles) OR EXISTS (SELECT FROM users) AS full`);
  if (rows[0].half)
    throw new Error('This database was not filled to the end: drop it, and begin anew.');
  return rows[0].full;
}

/**
 * @param {import('pg').Client} client of the owner
 * @param {Size} size
 * @param {(line: string) => void} log
 * @throws where somebody lives in the database
 */
export async function fill(client, size, log) {
  if (await isFilled(client)) throw new Error('This database is not empty, and is left alone.');
  await client.query(`
    SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'; SET jit = off;
    SET max_parallel_maintenance_workers = 2`);
  for (const [name, count] of Object.entries(size)) {
    await client.query(`SET bench.${name} = '${Math.round(count)}'`);
  }
  await client.query(`SELECT set_config('bench.now', now()::text, false)`);
  const keys = await keysOf(client);
  for (const { drop } of keys.toReversed()) await client.query(drop);
  for (const file of files) {
    for (const step of await stepsOf(file))
      await timed(log, step.name, () => client.query(step.sql));
  }
  await client.query('DROP SCHEMA bench CASCADE');
  for (const { name, make } of keys) await timed(log, name, () => client.query(make));
  await timed(log, 'vacuum and statistics', () => client.query('VACUUM ANALYZE'));
  return tablesOf(client);
}

/** @param {(line: string) => void} log @param {string} name @param {() => Promise<unknown>} work */
async function timed(log, name, work) {
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  if (seconds > 1)
    log(`${new Date().toISOString().slice(11, 19)}  ${name}: ${seconds.toFixed(1)} s`);
}

/** @param {string} file @returns {Promise<{ name: string, sql: string }[]>} */
async function stepsOf(file) {
  const text = await readFile(new URL(`./${file}.sql`, import.meta.url), 'utf8');
  return text
    .split(/^-- @ /m)
    .slice(1)
    .map((step) => ({ name: step.split('\n')[0] ?? '', sql: step.slice(step.indexOf('\n')) }));
}

/**
 * Everything that would be kept up row by row: primary keys and unique ones, then indexes, then foreign keys.
 * @param {import('pg').Client} client
 * @returns {Promise<{ name: string, drop: string, make: string }[]>} in the order in which they are made
 */
async function keysOf(client) {
  const { rows } = await client.query(`
    WITH ours AS (
      SELECT oid, relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
    )
    SELECT conname AS name, format('ALTER TABLE %I DROP CONSTRAINT %I', relname, conname) AS drop,
      format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(c.oid)) AS make,
      CASE contype WHEN 'f' THEN 3 ELSE 1 END AS turn
    FROM pg_constraint c JOIN ours ON ours.oid = c.conrelid WHERE contype IN ('p', 'u', 'f')
    UNION ALL
    SELECT i.indexrelid::regclass::text, format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2
    FROM pg_index i JOIN ours ON ours.oid = i.indrelid
    WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND contype IN ('p', 'u'))
    ORDER BY turn`);
  return rows;
}

/**
 * @param {import('pg').Client} client
 * @returns {Promise<{ name: string, rows: number, bytes: number, indexBytes: number }[]>} the largest first
 */
async function tablesOf(client) {
  const { rows } = await client.query(`
    SELECT relname AS name, reltuples::float8 AS rows, pg_total_relation_size(oid)::float8 AS bytes,
      pg_indexes_size(oid)::float8 AS "indexBytes"
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples > 1000
    ORDER BY 3 DESC`);
  return rows;
}
