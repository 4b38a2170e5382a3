/** A PostgreSQL that nobody can reach, as the process finds it out for all its requests. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../../test/support/news.js';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { Database } from './database.js';
import { isPassing } from './passing-failure.js';

/** The way to the database: open, or so that whatever enters it is never heard of again. */
class Way {
  isSilent = false;
  readonly ends = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly database: URL) {
    this.server = createServer((client) => {
      const upstream = connect(Number(database.port), database.hostname);
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        this.ends.add(from);
        from.on('error', () => undefined).once('close', () => to.destroy());
        from.on('data', (bytes) => void (this.isSilent || to.write(bytes)));
      }
    });
  }

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const url = new URL(this.database);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  close(): void {
    this.server.close();
    for (const end of this.ends) end.destroy();
  }
}

let base: TestDatabase;
let way: Way;
let database: Database;

beforeAll(async () => {
  base = await createDatabase();
  way = new Way(new URL(base.connectionString));
  database = new Database(
    loadConfig({
      NODE_ENV: 'test',
      JWT_SECRET: randomBytes(32).toString('hex'),
      STRIPE_SECRET_KEY: 'sk_test_broadsheet',
      STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
      DATABASE_URL: await way.open(),
      DATABASE_POOL_SIZE: '3',
    }),
  );
});

afterEach(async () => {
  way.isSilent = false;
  await until(() => !database.isAway);
});

afterAll(async () => {
  await database.onApplicationShutdown();
  way.close();
  await base.drop();
});

const ask = () => database.ask({ name: 'one', text: 'select 1 as one' });

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'it went well',
    (error: unknown) => error,
  );

describe('a database that says nothing any more', () => {
  it('is found out, and whoever waits for an answer then is told so', async () => {
    // The first question of all takes longer.
    await database.client.user.count();
    way.isSilent = true;
    const begun = performance.now();
    const [failures] = await Promise.all([
      Promise.all([
        failureOf(ask()),
        failureOf(database.client.user.count()),
        failureOf(database.transaction(() => database.client.user.count())),
      ]),
      Promise.resolve(database.reach.doubt()),
    ]);
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(failures.map(isPassing)).toEqual([true, true, true]);
    expect(database.isAway).toBe(true);
  });

  it('is not waited for once that is known, and asked again as soon as it answers', async () => {
    way.isSilent = true;
    database.reach.doubt();
    await until(() => database.isAway);
    const begun = performance.now();
    const failures = await Promise.all([
      failureOf(ask()),
      failureOf(database.client.user.count()),
      failureOf(database.transaction(() => database.client.user.count())),
    ]);
    expect(performance.now() - begun).toBeLessThan(500);
    expect(failures.map(isPassing)).toEqual([true, true, true]);
    way.isSilent = false;
    await until(() => !database.isAway);
    expect(await ask()).toEqual([{ one: 1 }]);
  });

  it('leaves a pool with room for everybody', async () => {
    const work = Promise.all(
      Array.from({ length: 6 }, () =>
        failureOf(database.transaction(() => database.client.$queryRaw`select pg_sleep(0.05)`)),
      ),
    );
    way.isSilent = true;
    database.reach.doubt();
    await work;
    way.isSilent = false;
    await until(() => !database.isAway);
    await until(() => database.pool.waitingCount === 0);
    await until(() => database.pool.totalCount === database.pool.idleCount);
    const counts = await Promise.all(
      Array.from({ length: 9 }, () => database.transaction(() => database.client.user.count())),
    );
    expect(counts).toHaveLength(9);
  });
});

describe('a database that is only doubted', () => {
  it('stays, and nobody is interrupted', async () => {
    const sleeping = database.client.$queryRaw`select pg_sleep(0.3)::text as slept`;
    database.reach.doubt();
    expect(await sleeping).toEqual([{ slept: '' }]);
    expect(database.isAway).toBe(false);
  });
});
