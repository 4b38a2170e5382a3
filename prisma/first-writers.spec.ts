/** Whose articles they are that were begun before articles knew it. */
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from '../test/support/postgres.js';
import { readMigrations } from './folders.js';
import { migrate } from './migrate.js';

const ada = '01890000-0000-7000-8000-00000000000a';
const tomas = '01890000-0000-7000-8000-00000000000b';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  const migrations = await readMigrations();
  const before = migrations.filter(({ name }) => name < '20261123031500');
  await migrate({ ...database, migrations: before });
  client = new pg.Client(database);
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

/** @param writers of its versions, the first one first */
async function article(slug: string, createdById: string | null, writers: (string | null)[]) {
  const { rows } = await client.query<{ id: string }>(
    `insert into articles (id, slug, title, standfirst, kind, "previewHtml", "createdById", "createdAt", "updatedAt")
     values (gen_random_uuid(), $1, '', '', 'story', '', $2, now(), now()) returning id`,
    [slug, createdById],
  );
  for (const [at, writer] of writers.entries()) {
    await client.query(
      `insert into article_texts (id, "articleId", number, "bodyHtml", "editorId", "createdAt")
       values (gen_random_uuid(), $1, $2, '', $3, now())`,
      [rows[0]?.id, at + 1, writer],
    );
  }
}

it('they are given to whoever wrote the first version; imports, and what is somebody’s, are left alone', async () => {
  await article('begun', null, [ada, tomas]);
  await article('imported', null, [null, tomas]);
  await article('owned', tomas, [ada]);
  await migrate(database);
  const { rows } = await client.query(`select slug, "createdById" from articles order by slug`);
  expect(rows).toEqual([
    { slug: 'begun', createdById: ada },
    { slug: 'imported', createdById: null },
    { slug: 'owned', createdById: tomas },
  ]);
});
