/** The database through a transaction pooler, which refuses what it cannot carry from client to client. */
import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, type Server, connect, createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { Database } from './database.js';

/** What PgBouncer takes when a session opens, its other parameters left at their defaults. */
const taken = ['user', 'database', 'application_name', 'client_encoding'];

let direct: TestDatabase;
let pooler: Server;
let pooled: string;

beforeAll(async () => {
  direct = await createDatabase();
  const server = new URL(direct.connectionString);
  pooler = createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', (opening) => {
      // Length and protocol version, then names and values, each ended by a zero.
      const words = opening.subarray(8).toString('utf8').split('\0');
      const refused = words.find(
        (word, at) => at % 2 === 0 && word !== '' && !taken.includes(word),
      );
      if (refused !== undefined) {
        client.end(refusal(`unsupported startup parameter: ${refused}`));
        return;
      }
      const upstream = connect(Number(server.port), server.hostname);
      upstream.on('error', () => client.destroy());
      upstream.write(opening);
      client.pipe(upstream).pipe(client);
    });
  }).listen(0, '127.0.0.1');
  await once(pooler, 'listening');
  const way = new URL(direct.connectionString);
  way.host = `127.0.0.1:${(pooler.address() as AddressInfo).port}`;
  pooled = way.href;
});

afterAll(async () => {
  pooler.close();
  await direct.drop();
});

function refusal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

function open(environment: Record<string, string>): Database {
  return new Database(
    loadConfig({
      NODE_ENV: 'test',
      JWT_SECRET: randomBytes(32).toString('hex'),
      STRIPE_SECRET_KEY: 'sk_test_broadsheet',
      STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
      ...environment,
    }),
  );
}

const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];

async function limitsIn(database: Database): Promise<Record<string, string>> {
  return database.transaction(async () => {
    const rows = await database.client.$queryRawUnsafe<{ name: string; setting: string }[]>(
      `select name, setting from pg_settings where name = any($1)`,
      limits,
    );
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  });
}

const expected = {
  statement_timeout: '10000',
  lock_timeout: '3000',
  idle_in_transaction_session_timeout: '10000',
};

describe('the database', () => {
  it('limits every session, when it is reached directly', async () => {
    const database = open({ DATABASE_URL: direct.connectionString });
    const { rows } = await database.pool.query<{ limit: string }>(
      `select current_setting('lock_timeout') as limit`,
    );
    expect(rows).toEqual([{ limit: '3s' }]);
    expect(await limitsIn(database)).toEqual(expected);
    await database.onApplicationShutdown();
  });

  it('is served by a transaction pooler that takes no limits, and limits each transaction', async () => {
    const database = open({ DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct.connectionString });
    await database.onModuleInit();
    expect(await limitsIn(database)).toEqual(expected);
    const { rows } = await database.pool.query<{ limit: string }>(
      `select current_setting('lock_timeout') as limit`,
    );
    expect(rows, 'nothing stays behind in the session').toEqual([{ limit: '0' }]);
    await database.onApplicationShutdown();
  });

  it('keeps an instant what it is, where the server lives in another time zone', async () => {
    const abroad = await createDatabase();
    const database = new URL(abroad.connectionString).pathname.slice(1);
    await abroad.asOwner(`alter database ${database} set timezone to 'America/New_York'`);
    const straight = open({ DATABASE_URL: abroad.connectionString });
    await straight.onModuleInit();
    const expiresAt = new Date('2026-11-23T12:00:00.000Z');
    await straight.client.emailProof.create({
      data: {
        email: 'ada@x.test',
        purpose: 'sign_in',
        codeHash: 'c',
        tokenHash: 't',
        createdAt: expiresAt,
        expiresAt,
      },
    });
    const { rows } = await straight.pool.query('select "expiresAt" from email_proofs');
    expect(rows).toEqual([{ expiresAt }]);
    await straight.onApplicationShutdown();
    // A pooler hands out sessions as the server opens them.
    const through = open({
      DATABASE_URL: abroad.connectionString,
      DATABASE_DIRECT_URL: abroad.connectionString,
    });
    await expect(through.onModuleInit()).rejects.toThrow(
      `The database's time zone is America/New_York and must be UTC: ALTER DATABASE "${database}" SET timezone TO 'UTC'.`,
    );
    await abroad.drop();
  });

  /** One after the other, so that all of them meet the same connection. */
  async function preparedBy(environment: Record<string, string>): Promise<string[]> {
    const database = open(environment);
    const asked = (ids: number) => Array.from({ length: ids }, () => randomUUID());
    for (const ids of [1, 2, 1, 60]) {
      await database.client.user.findMany({ where: { id: { in: asked(ids) } } });
      await database.ask({ name: 'readers', text: 'select count(*) from users' });
    }
    const { rows } = await database.pool.query<{ statement: string }>(
      `select statement from pg_prepared_statements where statement like '%users%'`,
    );
    await database.onApplicationShutdown();
    return rows.map(({ statement }) => statement);
  }

  it('prepares each statement once a connection, but for long lists, of which no two are alike', async () => {
    const prepared = await preparedBy({ DATABASE_URL: direct.connectionString });
    expect(prepared).toHaveLength(3);
    expect(new Set(prepared).size).toBe(3);
  });

  it('prepares nothing behind a pooler, where the next statement may meet another session', async () => {
    const ways = { DATABASE_URL: pooled, DATABASE_DIRECT_URL: direct.connectionString };
    expect(await preparedBy(ways)).toEqual([]);
  });

  it('would be refused there, if it did not know of the pooler', async () => {
    const client = new pg.Client({ connectionString: pooled, lock_timeout: 1 });
    await expect(client.connect()).rejects.toThrow('unsupported startup parameter: lock_timeout');
  });

  it('says in one sentence, without the password, that nothing listens', async () => {
    const database = open({ DATABASE_URL: 'postgresql://ada:secret@127.0.0.1:1/paper' });
    await expect(database.onModuleInit()).rejects.toThrow(
      /^PostgreSQL at 127\.0\.0\.1:1\/paper cannot be used: .*ECONNREFUSED.*\. Check DATABASE_URL\.$/,
    );
    await database.onApplicationShutdown();
  });
});
