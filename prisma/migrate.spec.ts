/** `npm run db:migrate` on real databases: new, used, newer, broken and shared. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createDatabase,
  createEmptyDatabase,
  type TestDatabase,
} from '../test/support/postgres.js';
import type { Migration } from './folders.js';
import { migrate } from './migrate.js';

const shelves: Migration = {
  name: '20260101000000_shelves',
  sql: 'CREATE TABLE shelves (id int PRIMARY KEY);\nINSERT INTO shelves VALUES (1);',
};
const books: Migration = {
  name: '20260102000000_books',
  sql: `CREATE TABLE books (shelf int REFERENCES shelves, pages int CHECK (pages > 0));
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END; $$;`,
};
const broken: Migration = {
  name: '20260103000000_broken',
  sql: 'CREATE TABLE half_done (id int); SELECT 1 / 0;',
};

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.flatMap((row) =>
      Object.values(row),
    );
  } finally {
    await client.end();
  }
}

function migrateTo(...migrations: Migration[]): Promise<string[]> {
  return migrate({ connectionString: database.connectionString, migrations });
}

describe('an operator migrates', () => {
  it('applies what is missing in order, once, and reads how long each took, and whom it kept waiting', async () => {
    const lines: string[] = [];
    const options = { ...database, log: (line: string) => lines.push(line) };
    expect(await migrate({ ...options, migrations: [shelves] })).toEqual([shelves.name]);
    expect(await migrate({ ...options, migrations: [shelves, books] })).toEqual([books.name]);
    expect(await migrate({ ...options, migrations: [shelves, books] })).toEqual([]);
    expect(lines).toEqual([
      expect.stringMatching(/^Applied the migration 20260101000000_shelves in \d+ ms$/),
      expect.stringMatching(/^Applied the migration 20260102000000_books in \d+ ms$/),
      '  shelves: nobody could write meanwhile (SHARE ROW EXCLUSIVE)',
    ]);
    expect(await query('SELECT count(*)::int FROM shelves')).toEqual([1]);
  });

  it('also gets the tables of the job queue', async () => {
    await migrateTo(shelves);
    expect(await query(`SELECT to_regclass('graphile_worker.jobs')::text`)).toEqual([
      'graphile_worker.jobs',
    ]);
  });

  it('leaves the list of migrations that Prisma itself keeps', async () => {
    await migrateTo(shelves, books);
    expect(
      await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL'),
    ).toEqual([shelves.name, books.name]);
  });

  it('from several machines at once, and each migration is applied by one of them', async () => {
    const all = await Promise.all([1, 2, 3].map(() => migrateTo(shelves, books)));
    expect(all.flat().sort()).toEqual([shelves.name, books.name]);
    expect(await query('SELECT count(*)::int FROM shelves')).toEqual([1]);
  });
});

describe('a migration that fails', () => {
  it('leaves nothing behind, neither its tables nor its name, and can be mended', async () => {
    await expect(migrateTo(shelves, books, broken)).rejects.toThrow(
      'The migration 20260103000000_broken failed, and nothing of it was kept: division by zero.',
    );
    expect(await query('SELECT migration_name FROM _prisma_migrations ORDER BY 1')).toEqual([
      shelves.name,
      books.name,
    ]);
    expect(await query(`SELECT to_regclass('half_done')`)).toEqual([null]);
    const mended = { ...broken, sql: 'CREATE TABLE half_done (id int);' };
    expect(await migrateTo(shelves, books, mended)).toEqual([broken.name]);
  });
});

describe('a database that does not belong to this code is refused in one sentence', () => {
  it('because it is newer', async () => {
    await migrateTo(shelves, books);
    await expect(migrateTo(shelves)).rejects.toThrow(
      /^This database is newer than this code: it has 20260102000000_books, .+ backup from before\.$/,
    );
  });

  it('because a migration was edited after it was applied', async () => {
    await migrateTo(shelves);
    await expect(migrateTo({ ...shelves, sql: `${shelves.sql} -- more` }, books)).rejects.toThrow(
      /^The migration 20260101000000_shelves was changed after it was applied to this database/,
    );
    expect(await query(`SELECT to_regclass('books')`)).toEqual([null]);
  });

  it('because another tool failed half-way', async () => {
    await migrateTo(shelves);
    await query('UPDATE _prisma_migrations SET finished_at = NULL RETURNING 1');
    await expect(migrateTo(shelves, books)).rejects.toThrow(
      /^The migration 20260101000000_shelves failed on this database earlier/,
    );
  });

  it('because its tables were made by something else', async () => {
    await query('CREATE TABLE somebodys (id int)');
    await expect(migrateTo(shelves)).rejects.toThrow(
      /the database has tables of its own, which were not made by these migrations\.$/,
    );
  });

  it('because there is none, and the password is not repeated', async () => {
    const url = new URL(database.connectionString);
    url.pathname = '/nowhere';
    await expect(migrate({ connectionString: url.href })).rejects.toThrow(
      `PostgreSQL at ${url.host}/nowhere could not be used: it has no database of that name.`,
    );
  });
});

describe('the template of the tests', () => {
  it('has every migration of this checkout', async () => {
    const copy = await createDatabase();
    expect(await migrate(copy)).toEqual([]);
    await copy.drop();
  });
});
