/** The database is lost, and yesterday's comes back: what is at Stripe by then is found and mended. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Reconciliation } from '../../src/billing/reconciliation/reconciliation.service.js';
import { Config } from '../../src/platform/config/config.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { type TestApp, settled, startTestApp } from '../support/app.js';
import { type Answer, ask } from '../support/api.js';
import { asServerOwner } from '../support/postgres.js';
import { joinAs } from '../support/readers.js';
import {
  type TestTown,
  type TrialMember,
  openCheckout,
  pay,
  sellPro,
  someTrialMember,
  startTestTown,
} from '../support/town.js';

const jwtSecret = randomBytes(32).toString('hex');
let town: TestTown;
let restored: TestApp;
/** She cancels after the backup was made. */
let mira: TrialMember;
/** He joins after it. */
let late: string;

const databaseOf = ({ app }: TestApp): string =>
  new URL(app.get(Config).databaseUrl).pathname.slice(1);

/** The same publication on another database, or on the same one again. */
function startAgain(database: string): Promise<TestApp> {
  const { databaseUrl, stripeApiBase = '', dataDir } = town.app.get(Config);
  const url = new URL(databaseUrl);
  url.pathname = database;
  return startTestApp({
    DATABASE_URL: url.href,
    DATA_DIR: dataDir,
    JWT_SECRET: jwtSecret,
    STRIPE_API_BASE: stripeApiBase,
    STRIPE_REQUESTS_PER_SECOND: '1000',
  });
}

const membership = async ({ url }: TestApp, token: string): Promise<unknown> =>
  (await ask(url, 'GET', '/api/v1/me/membership', { token })).body;

beforeAll(async () => {
  town = await startTestTown({ JWT_SECRET: jwtSecret });
  const { yearly } = await sellPro(town, await town.staff('admin'));
  mira = await someTrialMember(town, yearly);
  await town.app.close();
  const original = databaseOf(town);
  await asServerOwner(
    `CREATE DATABASE ${original}_yesterday TEMPLATE ${original} STRATEGY FILE_COPY`,
  );

  // The day goes on.
  const today = await startAgain(original);
  const cancelled = await ask(today.url, 'POST', '/api/v1/me/membership/cancel', {
    token: mira.token,
  });
  expect(cancelled.status).toBe(200);
  late = (await joinAs(today)).accessToken;
  const asking: TestTown = { ...town, ...today, ask: askAt(today) };
  const session = await openCheckout(asking, late, yearly);
  await pay(town, session);
  await ask(today.url, 'GET', `/api/v1/billing/checkout-sessions/${session}`, { token: late });
  await settled(today.app.get(Jobs));
  expect(await membership(today, late)).toMatchObject({ state: 'trialing' });
  await today.close();
  restored = await startAgain(`${original}_yesterday`);
});

const askAt =
  ({ url }: TestApp) =>
  (...[method, path, options]: Parameters<TestTown['ask']>): Promise<Answer> =>
    ask(url, method, path, options);

afterAll(async () => {
  const { dataDir } = town.app.get(Config);
  await restored.close();
  await town.simulator.close();
  for (const name of [databaseOf(town), databaseOf(restored)]) {
    await asServerOwner(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  }
  await rm(dataDir, { recursive: true, force: true });
});

it('what members did since is taken over from Stripe, and a second look finds no difference', async () => {
  expect(await membership(restored, mira.token)).toMatchObject({ cancelsAt: null });
  const reconciliation = restored.app.get(Reconciliation, { strict: false });
  const found: string[] = [];
  const first = await reconciliation.run('command', {
    found: ({ stripeCustomerId, differences }) => void found.push(stripeCustomerId, ...differences),
  });
  expect(first).toMatchObject({ compared: 1, differed: 1, failed: 0 });
  expect(found).toContain(mira.customer);
  expect(await membership(restored, mira.token)).toMatchObject({
    state: 'trialing',
    cancelsAt: expect.any(String),
  });
  const second = await reconciliation.run('command');
  expect(second).toMatchObject({ compared: 1, differed: 0, failed: 0 });
});

it('an account that was opened since is gone, and nothing is made up for its owner', async () => {
  expect((await ask(restored.url, 'GET', '/api/v1/me', { token: late })).status).toBe(401);
});
