/** Moves everything of one database to another, an empty one on a server: the job queue and the roles' grants, too. */
import pg from 'pg';
import { migrate } from '../../prisma/migrate.js';
import { copyTable } from './copy-table.js';
import { filledFreely } from './fill-freely.js';
import { MoveRefused } from './move-refused.js';
import { type Table, sumOf, tablesOf } from './tables.js';

export interface Move {
  /** As the role that owns everything there. */
  readonly from: string;
  /** As the role that is to own everything here; past a pooler. */
  readonly to: string;
  /** The role that the application is to connect as, if it has one of its own. */
  readonly appRole?: string | undefined;
  readonly log?: (line: string) => void;
}

export interface Moved {
  readonly tables: number;
  readonly rows: number;
}

/** What comes out as text must go in again, to the last digit, and look the same to whoever compares. */
const sessionSettings = `
  SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex';
  SET extra_float_digits = 1; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`;

/** @throws MoveRefused where something stands in the way; then the target is as empty as it was, but for its tables */
export async function moveDatabase({
  from,
  to,
  appRole,
  log = () => undefined,
}: Move): Promise<Moved> {
  const source = await connect(from, 'the database that is to be moved');
  try {
    const target = await connect(to, 'the database that --to names');
    try {
      await refuseUnlessAlone(source);
      await refuseUnlessEmpty(target);
      await migrate({ connectionString: to, appRole });
      await refuseUnlessAlike(source, target);
      return await moveRows(source, target, log);
    } finally {
      await target.end();
    }
  } finally {
    await source.end();
  }
}

async function connect(connectionString: string, which: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'broadsheet-move' });
  // A lost connection also fails the query in progress, which is where it is reported.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sessionSettings);
    return client;
  } catch (error) {
    throw new MoveRefused(`No connection to ${which}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** What somebody wrote meanwhile would stay behind. */
async function refuseUnlessAlone(source: pg.Client): Promise<void> {
  const { rows } = await source.query<{ name: string }>(
    `SELECT DISTINCT coalesce(nullif(application_name, ''), usename, 'somebody') AS name FROM pg_stat_activity
     WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  if (rows.length > 0) {
    const names = rows.map(({ name }) => name).join(', ');
    throw new MoveRefused(`The database is in use (by ${names}): stop Broadsheet first.`);
  }
}

async function refuseUnlessEmpty(target: pg.Client): Promise<void> {
  const { rows } = await target.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')
       AND relnamespace IN (to_regnamespace('public'), to_regnamespace('graphile_worker')) LIMIT 3`,
  );
  if (rows.length > 0) {
    const names = rows.map(({ name }) => name).join(', ');
    throw new MoveRefused(
      `The database that --to names is not empty (it has ${names}): name one without tables, or drop and create it.`,
    );
  }
}

async function refuseUnlessAlike(source: pg.Client, target: pg.Client): Promise<void> {
  const [there, here] = await Promise.all([migrationsOf(source), migrationsOf(target)]);
  if (there !== here) {
    throw new MoveRefused(
      'The database that is to be moved has other migrations than this code: start it once with this code, stop it, create the target anew, and move then.',
    );
  }
}

async function migrationsOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ names: string | null }>(
    `SELECT string_agg(migration_name, ' ' ORDER BY migration_name) AS names
     FROM _prisma_migrations WHERE finished_at IS NOT NULL`,
  );
  return rows[0]?.names ?? '';
}

/** From one snapshot into one transaction: whatever happens, nothing is moved by half. */
async function moveRows(
  source: pg.Client,
  target: pg.Client,
  log: (line: string) => void,
): Promise<Moved> {
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await target.query('BEGIN');
  const tables = await tablesOf(target);
  let rows = 0;
  await filledFreely(target, tables, async () => {
    // Migrations write lines of their own, which the source has as well.
    await target.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    for (const table of tables) {
      const copied = await copyTable(source, target, table);
      if (copied > 0) log(`${table.name}: ${copied}`);
      rows += copied;
    }
  });
  await setSequences(source, target);
  await compare(source, target, tables);
  await target.query('COMMIT');
  await source.query('COMMIT');
  await target.query('ANALYZE');
  return { tables: tables.length, rows };
}

async function setSequences(source: pg.Client, target: pg.Client): Promise<void> {
  const { rows } = await target.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
     WHERE schemaname IN ('public', 'graphile_worker')`,
  );
  for (const { name } of rows) {
    const { rows: stands } = await source.query<{ last_value: string; is_called: boolean }>(
      `SELECT last_value, is_called FROM ${name}`,
    );
    await target.query('SELECT setval($1, $2, $3)', [
      name,
      stands[0]?.last_value ?? 1,
      stands[0]?.is_called ?? false,
    ]);
  }
}

async function compare(
  source: pg.Client,
  target: pg.Client,
  tables: readonly Table[],
): Promise<void> {
  for (const table of tables) {
    const [there, here] = [await sumOf(source, table), await sumOf(target, table)];
    if (there !== here) {
      throw new MoveRefused(
        `${table.name} did not arrive as it was (${there} there, ${here} here): nothing was kept.`,
      );
    }
  }
}
