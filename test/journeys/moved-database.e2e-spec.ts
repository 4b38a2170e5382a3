/** A publication moves from one database to another, and its readers find everything as it was. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import { type Move, moveDatabase } from '../../scripts/moving/move-database.js';
import { MoveRefused } from '../../scripts/moving/move-refused.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { ask } from '../support/api.js';
import { type GiftTown, type Somebody, openGiftTown, someReader } from '../support/gifts.js';
import { type TestDatabase, asServerOwner, createEmptyDatabase } from '../support/postgres.js';
import { goodPassword } from '../support/readers.js';

const jwtSecret = randomBytes(32).toString('hex');
const article = (slug: string) => `/api/v1/articles/${slug}`;

let paper: GiftTown;
let reader: Somebody;
let target: TestDatabase;
let move: Move;
let later: TestApp | undefined;

/** A database of the test server, as its owner or as the application. */
function urlAs(role: string, database: string): string {
  const url = new URL(role);
  url.pathname = database;
  return url.href;
}

async function asked<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const jobsIn = (url: string): Promise<object[]> =>
  asked(
    url,
    `select j.id, j.run_at, j.payload, t.identifier from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id order by 1`,
  );

const used = async ({ url }: Pick<TestApp, 'url'>): Promise<unknown> =>
  ((await ask(url, 'GET', '/api/v1/me', { token: reader.token })).body as { meter: object }).meter;

beforeAll(async () => {
  paper = await openGiftTown({ JWT_SECRET: jwtSecret });
  const { town } = paper;
  reader = await someReader(town);
  await ask(town.url, 'GET', article('metered'), { token: reader.token });
  const draft = await town.ask('POST', '/api/v1/admin/articles', {
    token: paper.admin,
    body: {
      slug: 'next-year',
      title: 'Next year',
      bodyHtml: '<p>A “quote”, a \\ and a {brace}.</p>',
    },
  });
  const { id } = draft.body as { id: string };
  await town.ask('POST', `/api/v1/admin/articles/${id}/schedule`, {
    token: paper.admin,
    body: { publishAt: '2031-01-01T00:00:00.000Z' },
  });
  target = await createEmptyDatabase();
  const { databaseUrl } = town.app.get(Config);
  const from = urlAs(inject('postgresTemplate'), new URL(databaseUrl).pathname);
  const appRole = new URL(inject('postgresTemplateForApp')).username;
  move = { from, to: target.connectionString, appRole };
});

afterAll(async () => {
  const { dataDir, databaseUrl } = paper.town.app.get(Config);
  await later?.close();
  await paper.town.simulator.close();
  await target.drop();
  await asServerOwner(`DROP DATABASE ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`);
  await rm(dataDir, { recursive: true, force: true });
});

it('nothing is moved while somebody may still write', async () => {
  await expect(moveDatabase(move)).rejects.toThrow(/is in use \(by .*\): stop Broadsheet first/);
  await expect(moveDatabase(move)).rejects.toBeInstanceOf(MoveRefused);
});

it('readers, texts, meters, jobs and rights arrive', async () => {
  const { town, giver } = paper;
  const before = await used(town);
  expect(before).toMatchObject({ used: 1 });
  const { stripeApiBase = '' } = town.app.get(Config);
  await town.app.close();
  const jobs = await jobsIn(move.from);
  expect(jobs).not.toEqual([]);

  const { tables, rows } = await moveDatabase(move);
  expect(tables).toBeGreaterThan(40);
  expect(rows).toBeGreaterThan(50);
  expect(await jobsIn(move.to)).toEqual(jobs);

  const { pathname } = new URL(move.to);
  const asApp = urlAs(inject('postgresTemplateForApp'), pathname);
  later = await startTestApp({
    DATABASE_URL: asApp,
    JWT_SECRET: jwtSecret,
    STRIPE_API_BASE: stripeApiBase,
  });
  const signedIn = await ask(later.url, 'POST', '/api/v1/auth/login', {
    body: { email: giver.email, password: goodPassword },
  });
  expect(signedIn.status).toBe(200);
  const text = await ask(later.url, 'GET', article('one'), { token: giver.token });
  expect(text.body).toMatchObject({
    access: { granted: true, via: 'membership' },
    bodyHtml: expect.stringContaining('behind the wall'),
  });
  expect(await used(later)).toEqual(before);
  const found = await ask(later.url, 'GET', '/api/v1/search?q=story');
  expect(found.status).toBe(200);
  await expect(asked(asApp, `update audit_entries set action = 'none'`)).rejects.toThrow(
    'permission denied',
  );
});

it('and a database that holds something already is left as it is', async () => {
  await later?.close();
  later = undefined;
  await expect(moveDatabase(move)).rejects.toThrow('that --to names is not empty');
});
