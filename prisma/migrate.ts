/** Brings a database to the schema of this code: `npm run db:migrate`, and every development start. */
import { pathToFileURL } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { commandEnvironment } from '../scripts/command-environment.js';
import { AppRoleRefused, grantToAppRole, refuseUnfitRole } from './app-role.js';
import { describeConnectionFailure } from './connection-failure.js';
import { readMigrations, type Migration } from './folders.js';
import { SchemaEngine, type MigrationHistory } from './schema-engine.js';

/** Why a database cannot be migrated; the message is one sentence for the person at the terminal. */
export class MigrationRefused extends Error {}

export interface MigrateOptions {
  /** A direct connection: advisory locks do not survive a transaction pooler. */
  readonly connectionString: string;
  /** Is told each migration applied, with the time it took. */
  readonly log?: (line: string) => void;
  /** The migrations to apply; by default those of this checkout. */
  readonly migrations?: readonly Migration[];
  /** The role that the application connects as; without it only the owner may do anything. */
  readonly appRole?: string | undefined;
}

/** Held while migrating, so that processes started at once apply a migration once. Any number of our own. */
const advisoryLock = 7_203_114_990;
/** Another process may be applying a long migration. In milliseconds. */
const patienceForOthers = 10 * 60_000;
/** A migration that waits for a table also stops everybody who comes after it. In milliseconds. */
const patienceForTables = 30_000;
const oldestPostgres = 14;

/**
 * Applies what is missing, oldest first, and the job queue's own tables; answers the names applied.
 *
 * Each migration runs in one transaction together with its row in `_prisma_migrations`, so that one that
 * fails or is killed leaves nothing behind.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { connectionString, log = () => undefined, appRole } = options;
  const migrations = options.migrations ?? (await readMigrations());
  if (migrations.length === 0) {
    throw new MigrationRefused(
      'There are no migrations in prisma/migrations: is the checkout whole?',
    );
  }
  const client = await connect(connectionString);
  try {
    await lock(client);
    if (appRole !== undefined) await refuseUnfitRole(client, appRole);
    const applied = await applyPending(client, migrations, log);
    await installJobQueue(connectionString);
    if (appRole !== undefined) await grantToAppRole(client, appRole);
    return applied;
  } catch (error) {
    if (!(error instanceof AppRoleRefused)) throw error;
    throw new MigrationRefused(error.message, { cause: error });
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  // Inside the try: the constructor already throws on a malformed URL.
  try {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 10_000,
      application_name: 'broadsheet-migrate',
    });
    client.on('error', ignoreLostConnection);
    await client.connect();
    return client;
  } catch (error) {
    throw new MigrationRefused(describeConnectionFailure(error, connectionString), {
      cause: error,
    });
  }
}

async function lock(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < oldestPostgres) {
    throw new MigrationRefused(
      `Broadsheet needs PostgreSQL ${oldestPostgres} or newer; this server is ${major}.`,
    );
  }
  await client.query(`SET statement_timeout = 0; SET lock_timeout = ${patienceForOthers}`);
  await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]).catch((error: unknown) => {
    throw new MigrationRefused('Another process has been migrating this database for too long.', {
      cause: error,
    });
  });
  await client.query(`SET lock_timeout = ${patienceForTables}`);
}

async function applyPending(
  client: pg.Client,
  migrations: readonly Migration[],
  log: (line: string) => void,
): Promise<string[]> {
  const engine = await SchemaEngine.open(client);
  try {
    const history = await engine.history(migrations);
    refuseUnless(history);
    const done = migrations.filter(({ name }) => !history.pending.includes(name));
    for (const name of history.pending) {
      const next = migrations.filter((migration) => migration.name === name);
      const started = performance.now();
      await inTransaction(client, name, () => engine.apply([...done, ...next].sort(byName)));
      done.push(...next);
      log(`Applied the migration ${name} in ${Math.round(performance.now() - started)} ms`);
    }
    return history.pending;
  } finally {
    engine.close();
  }
}

function refuseUnless({ unknown, failed, edited }: MigrationHistory): void {
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `This database is newer than this code: it has ${unknown.join(', ')}, which prisma/migrations does not. Start the newer code, or restore a backup from before.`,
    );
  }
  if (failed.length > 0) {
    throw new MigrationRefused(
      `The migration ${failed.join(', ')} failed on this database earlier, through another tool: undo what it left, then set rolled_back_at of its row in _prisma_migrations and migrate again.`,
    );
  }
  if (edited.length > 0) {
    throw new MigrationRefused(
      `The migration ${edited.join(', ')} was changed after it was applied to this database: restore its migration.sql and write a new migration instead.`,
    );
  }
}

async function inTransaction(
  client: pg.Client,
  name: string,
  work: () => Promise<unknown>,
): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    // Also when the connection is gone: then the server has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw new MigrationRefused(
      `The migration ${name} failed, and nothing of it was kept: ${reasonOf(error)}.`,
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'P3005') {
    return 'the database has tables of its own, which were not made by these migrations';
  }
  return error instanceof Error ? error.message : String(error);
}

/** The queue's tables are its library's own, in the schema `graphile_worker`; a second run changes nothing. */
async function installJobQueue(connectionString: string): Promise<void> {
  // A pool of our own, because the library does not wait for the end of the one that it makes.
  const pool = new pg.Pool({ connectionString, max: 1 });
  pool.on('error', ignoreLostConnection);
  pool.on('connect', (client) => client.on('error', ignoreLostConnection));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } catch (error) {
    throw new MigrationRefused(`The job queue's tables could not be made: ${reasonOf(error)}.`, {
      cause: error,
    });
  } finally {
    await pool.end();
  }
}

/** A lost connection also fails the query in progress, which is where it is reported. */
function ignoreLostConnection(): void {}

function byName(a: Migration, b: Migration): number {
  return a.name < b.name ? -1 : 1;
}

/** `npm run db:migrate`. */
async function main(): Promise<void> {
  const environment = commandEnvironment();
  const connectionString =
    environment['DATABASE_OWNER_URL'] ||
    environment['DATABASE_DIRECT_URL'] ||
    environment['DATABASE_URL'];
  if (!connectionString) {
    throw new MigrationRefused(
      'Set DATABASE_URL (or DATABASE_DIRECT_URL, past a pooler) to the database that is to be migrated.',
    );
  }
  const appRole = environment['DATABASE_APP_ROLE'] || undefined;
  const applied = await migrate({ connectionString, appRole, log: console.log });
  if (applied.length === 0) {
    console.log('The database is up to date.');
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
