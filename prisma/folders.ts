/** Reads the folders of this checkout that describe the database: its schema and its migrations. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../scripts/package-root.js';

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

export interface Migration {
  /** The folder's name, `<timestamp>_<what it does>`. */
  readonly name: string;
  readonly sql: string;
}

export function migrationsFolder(): string {
  return join(packageRoot(), 'prisma', 'migrations');
}

export function schemaFolder(): string {
  return join(packageRoot(), 'prisma', 'schema');
}

/** Every migration of the folder, oldest first. A folder without its `migration.sql` is an error. */
export async function readMigrations(folder: string = migrationsFolder()): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(orNothing);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

export async function readSchema(folder: string = schemaFolder()): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma'));
  return Promise.all(
    names.sort().map(async (name) => ({
      path: join(folder, name),
      content: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

/** A checkout without any migration yet has no such folder. */
function orNothing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') {
    return [];
  }
  throw error;
}
