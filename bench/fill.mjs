/**
 * `npm run bench:fill`: fills an empty, migrated database with a publication of many years, in SQL, in minutes.
 * `DATABASE_URL` (its owner's) names the database; without it, one in `BENCH_FOLDER` is made and filled.
 */
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { asMegabytes, fill } from './fill/fill.mjs';
import { ownCluster } from './fill/own-cluster.mjs';

/** @param {string} name @param {number} usual */
const size = (name, usual) => Number(process.env[`BENCH_${name}`] ?? usual);

export const fullSize = {
  articles: size('ARTICLES', 1_000_000),
  members: size('MEMBERS', 1_000_000),
  reads: size('READS', 20_000_000),
  events: size('EVENTS', 5_000_000),
};

async function main() {
  const named = process.env['DATABASE_URL'];
  const cluster = named === undefined ? await ownCluster() : undefined;
  try {
    const connectionString = named ?? (await cluster?.database('full')) ?? '';
    await fillAndTell(connectionString);
    if (cluster !== undefined) console.log(`It is kept in ${cluster.folder}.`);
  } finally {
    await cluster?.stop();
  }
}

/** @param {string} connectionString */
async function fillAndTell(connectionString) {
  const began = performance.now();
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const tables = await fill(client, fullSize, console.log);
    console.table(
      tables.map(({ name, rows, bytes, indexBytes }) => ({
        table: name,
        rows,
        MB: asMegabytes(bytes),
        'of this indexes, MB': asMegabytes(indexBytes),
      })),
    );
    const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    console.log(`Filled in ${minutes} minutes: ${asMegabytes(bytes)} MB.`);
  } finally {
    await client.end();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
