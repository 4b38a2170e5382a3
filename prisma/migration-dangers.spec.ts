/** No migration of this checkout keeps the readers of a full database waiting; the check itself is put to the test. */
import { describe, expect, it } from 'vitest';
import { readMigrations } from './folders.js';
import { dangersIn } from './migration-dangers.js';

/** Those until here are older than this rule, and were applied while no database was full. */
const lastOfOld = '20261123073602_what_the_figures_are_made_of';

const found = (sql: string): string[] => dangersIn({ name: 'planted', sql });

it('none of the migrations does', async () => {
  const migrations = await readMigrations();
  const newer = migrations.filter(({ name }) => name > lastOfOld);
  expect(newer.length).toBeGreaterThan(0);
  expect(newer.flatMap(dangersIn)).toEqual([]);
});

it('some of the older ones would have: the check finds them', async () => {
  const older = (await readMigrations()).filter(({ name }) => name <= lastOfOld);
  expect(older.flatMap(dangersIn).length).toBeGreaterThan(10);
});

describe('is found in a migration that', () => {
  it.each([
    ['makes an index', 'CREATE INDEX "x" ON "users"("name");', 'CONCURRENTLY'],
    ['makes a unique one', 'CREATE UNIQUE INDEX x ON meter_reads (a);', 'CONCURRENTLY'],
    [
      'forgets to leave the transaction',
      'CREATE INDEX CONCURRENTLY x ON users (name);',
      'Outside of a',
    ],
    [
      'adds a default that differs by row',
      'ALTER TABLE "users" ADD COLUMN "x" UUID NOT NULL DEFAULT gen_random_uuid();',
      'written anew',
    ],
    [
      'adds a generated column',
      'ALTER TABLE "articles" ADD COLUMN "w" tsvector\nGENERATED ALWAYS AS (x) STORED;',
      'written anew',
    ],
    [
      'adds a column that must not be empty',
      'ALTER TABLE users ADD COLUMN x INT NOT NULL;',
      'fails where there are rows',
    ],
    [
      'changes a type',
      'ALTER TABLE "users" ALTER COLUMN "x" SET DATA TYPE BIGINT;',
      'written anew',
    ],
    ['demands a value', 'ALTER TABLE "users" ALTER COLUMN "x" SET NOT NULL;', 'NOT VALID'],
    [
      'adds a foreign key',
      'ALTER TABLE "users" ADD CONSTRAINT "k" FOREIGN KEY ("x") REFERENCES "plans"("id");',
      'NOT VALID',
    ],
    ['adds a check', 'ALTER TABLE "users" ADD CONSTRAINT "k" CHECK (x > 0);', 'NOT VALID'],
    ['adds a unique key', 'ALTER TABLE users ADD CONSTRAINT k UNIQUE (x);', 'USING INDEX'],
    ['changes all rows', 'UPDATE "users" SET x = 1;', 'in batches'],
    ['locks a table', 'LOCK TABLE users;', 'everybody waits'],
  ])('%s', (_, sql, instead) => {
    expect(found(sql)).toEqual([expect.stringContaining(instead)]);
  });
});

describe('is not found in one that', () => {
  it.each([
    [
      'does so with a table of its own',
      'CREATE TABLE "users" (id int);\nCREATE INDEX "x" ON "users"("id");',
    ],
    ['does so with a table that stays small', 'CREATE INDEX "x" ON "plans"("name");'],
    [
      'adds a column with one value for all',
      `ALTER TABLE "users" ADD COLUMN "x" TEXT[] DEFAULT '{}', ADD COLUMN y INT NOT NULL DEFAULT 0;`,
    ],
    ['adds a key without looking', 'ALTER TABLE users ADD CONSTRAINT k CHECK (x > 0) NOT VALID;'],
    [
      'leaves it to a function',
      'CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ UPDATE users SET x = 1; $$;',
    ],
    [
      'says that it was thought about',
      '-- Validated before.\nALTER TABLE "users" ALTER COLUMN "x" SET NOT NULL;',
    ],
    [
      'says that it runs outside of a transaction',
      '-- Outside of a transaction.\nCREATE INDEX CONCURRENTLY IF NOT EXISTS x ON users (name);\nALTER TABLE "users" VALIDATE CONSTRAINT "k";',
    ],
  ])('%s', (_, sql) => {
    expect(found(sql)).toEqual([]);
  });
});

it('what cannot be begun anew is not run outside of a transaction', () => {
  const sql = '-- Outside of a transaction.\nCREATE INDEX CONCURRENTLY x ON users (name);';
  expect(() => found(sql)).toThrow(/IF NOT EXISTS/);
});
