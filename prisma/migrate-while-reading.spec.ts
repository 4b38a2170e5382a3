/** A full database is migrated while it is read: nobody waits for the migration, whomever it waits for itself. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../test/support/postgres.js';
import type { Migration } from './folders.js';
import { migrate } from './migrate.js';

const shelves: Migration = {
  name: '20260101000000_shelves',
  sql: `CREATE TABLE shelves (id int PRIMARY KEY, label text NOT NULL);
        INSERT INTO shelves SELECT n, md5(n::text) FROM generate_series(1, 300000) AS n;`,
};
const index: Migration = {
  name: '20260102000000_labels_are_found',
  sql: `-- Outside of a transaction.
        CREATE INDEX CONCURRENTLY IF NOT EXISTS shelves_label ON shelves (label);`,
};
const column: Migration = {
  name: '20260103000000_shelves_have_rooms',
  sql: 'ALTER TABLE shelves ADD COLUMN room text;',
};
const unique: Migration = {
  name: '20260104000000_labels_differ',
  sql: `-- Outside of a transaction.
        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS shelves_differ ON shelves (label);`,
};

let database: TestDatabase;
let client: pg.Client;
let lines: string[];

beforeEach(async () => {
  database = await createEmptyDatabase();
  await migrateTo(shelves);
  client = new pg.Client(database);
  await client.connect();
  lines = [];
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

function migrateTo(...migrations: Migration[]): Promise<string[]> {
  const patience = { forLock: 200, between: 200, tries: 100 };
  const log = (line: string): unknown => lines?.push(line);
  return migrate({ ...database, migrations, patience, log });
}

/** Reads and writes, one after the other, until told to stop. */
function reading(): { stop: () => Promise<number[]> } {
  let isOver = false;
  const all = (async (): Promise<number[]> => {
    const reader = new pg.Client(database);
    await reader.connect();
    const waits: number[] = [];
    while (!isOver) {
      const began = performance.now();
      await reader.query('SELECT label FROM shelves WHERE id = $1', [waits.length]);
      await reader.query(`INSERT INTO shelves VALUES ($1, 'a new one')`, [-1 - waits.length]);
      waits.push(performance.now() - began);
      await pause(2);
    }
    await reader.end();
    return waits;
  })();
  return {
    stop: () => {
      isOver = true;
      return all;
    },
  };
}

async function isValid(name: string): Promise<boolean | undefined> {
  const { rows } = await client.query<{ is: boolean }>(
    'SELECT indisvalid AS is FROM pg_index WHERE indexrelid = to_regclass($1)',
    [name],
  );
  return rows[0]?.is;
}

it('reading and writing go on while an index and a column wait for somebody who is slow to finish', async () => {
  const slow = new pg.Client(database);
  await slow.connect();
  await slow.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM shelves');
  const readers = reading();
  const done = migrateTo(shelves, index);
  await pause(1_000);
  // The index is there, and waits for her: nobody else does.
  expect(await isValid('shelves_label')).toBe(false);
  await slow.query('COMMIT; BEGIN; SELECT count(*) FROM shelves');
  await done;
  expect(await isValid('shelves_label')).toBe(true);
  // The column needs the table for itself for a moment.
  const added = migrateTo(shelves, index, column);
  await pause(1_500);
  await slow.query('COMMIT');
  expect(await added).toEqual([column.name]);
  const waits = await readers.stop();
  await slow.end();
  expect(waits.length).toBeGreaterThan(100);
  expect(Math.max(...waits)).toBeLessThan(1_000);
  expect(lines).toEqual([
    expect.stringContaining('20260102000000_labels_are_found in'),
    '  outside of a transaction: reading and writing went on',
    'Somebody holds a table that the migration needs: it lets readers pass and tries again.',
    expect.stringContaining('20260103000000_shelves_have_rooms in'),
    '  shelves: nobody could read or write meanwhile (ACCESS EXCLUSIVE)',
  ]);
});

it('an index that an earlier try has left half-made is made anew', async () => {
  await client.query(`INSERT INTO shelves VALUES (-1, 'the same'), (-2, 'the same')`);
  await expect(migrateTo(shelves, unique)).rejects.toThrow(
    /^The migration 20260104000000_labels_differ failed, and what it has done is kept: could not create unique index/,
  );
  expect(await isValid('shelves_differ')).toBe(false);
  await client.query('DELETE FROM shelves WHERE id = -2');
  expect(await migrateTo(shelves, unique)).toEqual([unique.name]);
  expect(await isValid('shelves_differ')).toBe(true);
  expect(await migrateTo(shelves, unique)).toEqual([]);
});

it('several machines at once do not wait for each other’s index for ever', async () => {
  const all = await Promise.all([1, 2, 3].map(() => migrateTo(shelves, index)));
  expect(all.flat()).toEqual([index.name]);
});

it('a table that is never free is given up in time, and said', async () => {
  const slow = new pg.Client(database);
  await slow.connect();
  await slow.query('BEGIN; SELECT count(*) FROM shelves');
  const patience = { forLock: 50, between: 10, tries: 3 };
  await expect(migrate({ ...database, migrations: [shelves, column], patience })).rejects.toThrow(
    'The migration 20260103000000_shelves_have_rooms failed, and nothing of it was kept: canceling statement due to lock timeout.',
  );
  await slow.end();
});
