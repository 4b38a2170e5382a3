/** Gives a test file a migrated PostgreSQL database of its own. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  /** As the role that is to use it: the application's, once there are tables. */
  readonly connectionString: string;
  readonly ownerConnectionString: string;
  /** Does what the application may not, like changing a table. */
  asOwner(sql: string): Promise<void>;
  /** Ends whoever is still connected. */
  drop(): Promise<void>;
}

/** A copy of the migrated template. Call it in `beforeAll`, and `drop` in `afterAll`. */
export function createDatabase(): Promise<TestDatabase> {
  return copyOf(databaseName(inject('postgresTemplate')), inject('postgresTemplateForApp'));
}

/** A database without a single table, for tests of the migrations themselves. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return copyOf('template0', inject('postgresTemplate'));
}

async function copyOf(template: string, user: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Copying the files takes half the time of writing every page into the log as well.
  await asServerOwner(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  return {
    connectionString: urlOf(name, user),
    ownerConnectionString: urlOf(name),
    asOwner: (sql) => asOwner(name, sql),
    drop: () => asServerOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Does something to the server, or to a database in which nobody may be for it. */
export const asServerOwner = (sql: string): Promise<void> => asOwner('postgres', sql);

async function asOwner(database: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function urlOf(database: string, user = inject('postgresTemplate')): string {
  const url = new URL(user);
  url.pathname = `/${database}`;
  return url.href;
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
