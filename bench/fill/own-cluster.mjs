/** The benchmark's own PostgreSQL: the embedded one, with the settings of a machine that holds a large publication. */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { builtEmbeddedPostgres, builtMigrate } from '../built.mjs';

const folder = resolve(process.env['BENCH_FOLDER'] ?? '.data-bench');

/** What takes effect with the next start; the first is for loading, the others are a fifth of such a machine's memory. */
const settings = {
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  shared_buffers: '2GB',
  effective_cache_size: '8GB',
  random_page_cost: '1.1',
};

/** Needs what `npm run build` has made. */
export async function ownCluster() {
  const { startEmbeddedPostgres } = await builtEmbeddedPostgres();
  const place = { folder: `${folder}/postgres`, logFile: `${folder}/postgres.log` };
  const isNew = (await readdir(place.folder).catch(() => [])).length === 0;
  let server = await startEmbeddedPostgres(place);
  if (isNew) {
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    for (const [name, value] of Object.entries(settings)) {
      await client.query(`ALTER SYSTEM SET ${name} = '${value}'`);
    }
    await client.end();
    await server.stop();
    server = await startEmbeddedPostgres(place);
  }
  return {
    folder,
    stop: () => server.stop(),
    /** @param {string} name @returns {Promise<string>} where it is, for its owner; made and migrated where it is not there */
    database: (name) => migrated(server.connectionString, name),
  };
}

/** @param {string} server @param {string} name */
async function migrated(server, name) {
  const { migrate } = await builtMigrate();
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${name}"`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate({ connectionString: url.href });
  return url.href;
}
