/** Brings a database to the schema of this code: `npm run db:migrate`, and every development start. */
import { pathToFileURL } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { commandEnvironment } from '../scripts/command-environment.js';
import { AppRoleRefused, grantToAppRole, refuseUnfitRole } from './app-role.js';
import { runSteps, runsOutside } from './concurrent-steps.js';
import { describeConnectionFailure } from './connection-failure.js';
import { readMigrations, type Migration } from './folders.js';
import { type Patience, patiently, usualPatience } from './patience.js';
import { SchemaEngine, type MigrationHistory } from './schema-engine.js';
import { inWords, knownTables, locksHeld } from './table-locks.js';

/** Why a database cannot be migrated; the message is one sentence for the person at the terminal. */
export class MigrationRefused extends Error {}

export interface MigrateOptions {
  /** A direct connection: advisory locks do not survive a transaction pooler. */
  readonly connectionString: string;
  /** Is told each migration applied, with the time it took and what it kept others from. */
  readonly log?: (line: string) => void;
  /** The migrations to apply; by default those of this checkout. */
  readonly migrations?: readonly Migration[];
  /** The role that the application connects as; without it only the owner may do anything. */
  readonly appRole?: string | undefined;
  readonly patience?: Patience;
}

/** Held while migrating, so that processes started at once apply a migration once. Any number of our own. */
const advisoryLock = 7_203_114_990;
/** Another process may be applying a long migration. In milliseconds. */
const patienceForOthers = 10 * 60_000;
/** Between two looks whether they are done. In milliseconds. */
const pauseForOthers = 100;
const oldestPostgres = 14;

/** One connection, at work on one database. */
interface Work {
  readonly client: pg.Client;
  readonly log: (line: string) => void;
  readonly patience: Patience;
}

/**
 * Applies what is missing, oldest first, and the job queue's own tables; answers the names applied.
 *
 * Each migration runs in one transaction together with its row in `_prisma_migrations`, so that one that
 * fails or is killed leaves nothing behind; one that says so runs step by step outside, and is begun anew.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { connectionString, log = () => undefined, appRole, patience = usualPatience } = options;
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
    const applied = await applyPending({ client, log, patience }, migrations);
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
  await client.query('SET statement_timeout = 0');
  // Whoever waited inside of PostgreSQL would be waited for by an index that is made concurrently.
  for (const end = performance.now() + patienceForOthers; !(await isOurs(client));) {
    if (performance.now() > end) {
      throw new MigrationRefused('Another process has been migrating this database for too long.');
    }
    await pause(pauseForOthers);
  }
}

async function isOurs(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>('SELECT pg_try_advisory_lock($1) AS is', [
    advisoryLock,
  ]);
  return rows[0]?.is === true;
}

async function applyPending(work: Work, migrations: readonly Migration[]): Promise<string[]> {
  const engine = await SchemaEngine.open(work.client);
  try {
    const history = await engine.history(migrations);
    refuseUnless(history);
    const done = migrations.filter(({ name }) => !history.pending.includes(name));
    for (const next of migrations.filter(({ name }) => history.pending.includes(name))) {
      await applyOne(work, engine, [...done, next].sort(byName), next);
      done.push(next);
    }
    return history.pending;
  } finally {
    engine.close();
  }
}

/** @param until every migration up to this one */
async function applyOne(
  { client, log, patience }: Work,
  engine: SchemaEngine,
  until: readonly Migration[],
  migration: Migration,
): Promise<void> {
  const { name } = migration;
  const started = performance.now();
  const applied = (locks: string[]): void => {
    const took = Math.round(performance.now() - started);
    for (const line of [`Applied the migration ${name} in ${took} ms`, ...locks]) log(line);
  };
  try {
    if (runsOutside(migration)) {
      await runSteps(client, migration);
      await engine.markApplied(name, until);
      return applied(['  outside of a transaction: reading and writing went on']);
    }
    await patiently(patience, log, async () => {
      const locks = await inTransaction({ client, patience }, () => engine.apply(until));
      applied(locks);
    });
  } catch (error) {
    const kept = runsOutside(migration) ? 'what it has done is kept' : 'nothing of it was kept';
    throw new MigrationRefused(`The migration ${name} failed, and ${kept}: ${reasonOf(error)}.`, {
      cause: error,
    });
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

/** @returns what it has kept others from, in words */
async function inTransaction(
  { client, patience }: Pick<Work, 'client' | 'patience'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const known = await knownTables(client);
  await client.query(`BEGIN; SET LOCAL lock_timeout = ${patience.forLock}`);
  try {
    await work();
    const locks = await locksHeld(client, known);
    await client.query('COMMIT');
    return locks.map(inWords);
  } catch (error) {
    // Also when the connection is gone: then the server has rolled back by itself.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
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
