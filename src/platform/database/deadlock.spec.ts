/** Two transactions that wait for each other: PostgreSQL ends one of them, and nobody hears of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { Database } from './database.js';

let server: TestDatabase;
let database: Database;

beforeAll(async () => {
  server = await createDatabase();
  database = new Database(
    loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: server.connectionString,
      JWT_SECRET: 'a secret of at least thirty-two bytes',
      STRIPE_SECRET_KEY: 'sk_test_deadlock',
      STRIPE_WEBHOOK_SECRETS: 'whsec_deadlock',
    }),
  );
});

afterAll(async () => {
  await database.onApplicationShutdown();
  await server.drop();
});

/** Opens once it was called so often. */
function meeting(of: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let here = 0;
  return () => {
    here += 1;
    if (here === of) open();
    return opened;
  };
}

it.each([
  [
    'by a statement of ours',
    (key: number) => database.client.$executeRaw`select pg_advisory_xact_lock(${key})`,
  ],
  [
    'by one of Prisma’s',
    async (key: number) => {
      const email = `waits${key}@deadlock.test`;
      await database.client.user.updateMany({ where: { email }, data: { name: 'Mira' } });
    },
  ],
])('both are done, %s, one of them at her second attempt', async (_, lock) => {
  for (const key of [1, 2]) {
    const now = new Date(0);
    await database.client.user.createMany({
      data: [{ email: `waits${key}@deadlock.test`, createdAt: now, updatedAt: now }],
      skipDuplicates: true,
    });
  }
  const bothHoldOne = meeting(2);
  const takeBoth = (first: number, second: number): Promise<number> => {
    let attempts = 0;
    return database.transaction(async () => {
      attempts += 1;
      await lock(first);
      if (attempts === 1) await bothHoldOne();
      await lock(second);
      return attempts;
    });
  };
  const attempts = await Promise.all([takeBoth(1, 2), takeBoth(2, 1)]);
  expect(attempts.toSorted()).toEqual([1, 2]);
});

it('what fails for another reason is not tried again', async () => {
  let attempts = 0;
  const work = async (): Promise<void> => {
    attempts += 1;
    await database.client.$executeRaw`select 1 / 0`;
  };
  await expect(database.transaction(work)).rejects.toThrow(/division by zero/);
  expect(attempts).toBe(1);
});
