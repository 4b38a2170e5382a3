/** `npm run db:migration -- <name>`: writes the migration from the last one to the schema folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { startThrowAwayPostgres } from '../scripts/throw-away-postgres.js';
import { migrationsFolder, readMigrations, readSchema, type Migration } from './folders.js';
import { migrate } from './migrate.js';
import { SchemaEngine } from './schema-engine.js';

export interface SchemaDifferenceOptions {
  /** An empty database, which the migrations are applied to. */
  readonly connectionString: string;
  readonly migrations?: readonly Migration[];
}

/**
 * The SQL that is missing from the migrations; undefined when they lead to the schema folder already.
 * What Prisma's schema cannot say (check constraints, functions, triggers, indexes on expressions) is
 * neither asked for nor dropped.
 */
export async function schemaDifference(
  options: SchemaDifferenceOptions,
): Promise<string | undefined> {
  const { connectionString, migrations = await readMigrations() } = options;
  if (migrations.length > 0) {
    await migrate({ connectionString, migrations });
  }
  const client = new pg.Client({ connectionString });
  await client.connect();
  const engine = await SchemaEngine.open(client, await readSchema());
  try {
    return await engine.stepsToSchema();
  } finally {
    engine.close();
    await client.end();
  }
}

/** `20261122163000_name_of_it`: the moment in UTC first, so that names sort by age. */
export function migrationName(name: string, now: Date): string {
  const moment = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return `${moment}_${name.replaceAll('-', '_')}`;
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  if (!/^[a-z][a-z0-9]*([_-][a-z0-9]+)*$/.test(name)) {
    throw new Error('Name what the migration does, like: npm run db:migration -- add_gift_links');
  }
  const server = await startThrowAwayPostgres();
  try {
    const sql = await schemaDifference(server);
    if (sql === undefined) {
      throw new Error('The migrations already lead to prisma/schema: there is nothing to write.');
    }
    const folder = join(migrationsFolder(), migrationName(name, new Date()));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
    await writeFile(join(migrationsFolder(), 'migration_lock.toml'), 'provider = "postgresql"\n');
    console.log(`Wrote ${folder}/migration.sql: read it, and add the check constraints by hand.`);
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
