/** That migrations and schema agree, and what the next migration is made of. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../test/support/postgres.js';
import { readMigrations } from './folders.js';
import { migrationName, schemaDifference } from './new-migration.js';

let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});

afterEach(() => database.drop());

describe('the migrations', () => {
  it('lead exactly to the schema that the code is compiled with', async () => {
    expect(await schemaDifference(database)).toBeUndefined();
  });

  it('may hold by hand what the schema cannot say, and the next one does not drop it', async () => {
    const byHand = {
      name: '99990101000000_by_hand',
      sql: `ALTER TABLE plans ADD CONSTRAINT long_enough CHECK (length(name) > 2);
            CREATE INDEX plans_by_lower_name ON plans (lower(name));
            CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;
            CREATE TRIGGER passing BEFORE UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION pass();`,
    };
    const migrations = [...(await readMigrations()), byHand];
    expect(await schemaDifference({ ...database, migrations })).toBeUndefined();
  });
});

describe('a developer who has changed the schema', () => {
  it('is given the SQL that is missing, partial indexes with their conditions included', async () => {
    const undone = {
      name: '99990101000000_undone',
      sql: 'ALTER TABLE plans DROP COLUMN description; DROP INDEX memberships_one_of_record;',
    };
    const migrations = [...(await readMigrations()), undone];
    const sql = await schemaDifference({ ...database, migrations });
    expect(sql).toContain('ADD COLUMN     "description" TEXT NOT NULL');
    expect(sql).toMatch(/CREATE UNIQUE INDEX "memberships_one_of_record" .+ WHERE \("ofRecord"\)/);
  });

  it('names migrations so that they sort by age', () => {
    const noon = new Date('2026-11-22T12:00:09.123Z');
    expect(migrationName('add-gift_links', noon)).toBe('20261122120009_add_gift_links');
  });
});
