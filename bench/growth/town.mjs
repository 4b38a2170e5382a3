/** The product on one of the filled databases, with staff and readers who are signed in. */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';

const password = 'seven quiet herons at noon';
export const webhookSecret = 'whsec_bench';

/** @typedef {{ articles: number, members: number, reads: number, events: number }} Size */
/** @typedef {{ email: string, accessToken: string, refreshToken: string }} Person */
/** @typedef {Awaited<ReturnType<typeof startTown>>} Town */

/** @param {{ connectionString: string, port: number, size: Size }} place */
export async function startTown({ connectionString, port, size }) {
  const database = new pg.Client({ connectionString });
  await database.connect();
  const people = await settle(database);
  const dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-growth-'));
  const url = `http://127.0.0.1:${port}`;
  const product = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...process.env,
      DATABASE_URL: connectionString,
      DATA_DIR: dataDir,
      PORT: String(port),
      PUBLIC_URL: url,
      JWT_SECRET: randomBytes(32).toString('hex'),
      ACCESS_TOKEN_TTL: '86400',
      // Nobody answers there: what a webhook sets off waits.
      STRIPE_SECRET_KEY: 'sk_test_bench',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      STRIPE_WEBHOOK_SECRETS: webhookSecret,
      SEED: 'none',
      LIMITS_FACTOR: '1000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    product.kill('SIGTERM');
    if (product.exitCode === null) await once(product, 'exit');
    await database.query(`DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL`);
    await database.query(`DELETE FROM webhook_events WHERE "stripeEventId" LIKE 'evt_growth%'`);
    await database.end();
    await rm(dataDir, { recursive: true, force: true });
  };
  /** @type {(email: string) => Promise<Person>} */
  const signIn = async (email) => {
    const answer = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (answer.status !== 200) throw new Error(`${email} was answered with ${answer.status}.`);
    const tokens = /** @type {Omit<Person, 'email'>} */ (await answer.json());
    return { ...tokens, email };
  };
  const { staff, members, readers } = await (async () => {
    await saysReady(product);
    return {
      staff: await signIn(people.admin),
      members: await oneByOne(people.members, signIn),
      readers: await oneByOne(people.readers, signIn),
    };
  })().catch(async (error) => {
    await stop();
    throw error;
  });
  return {
    url,
    size,
    database,
    signIn,
    admin: staff,
    members,
    readers,
    /** Milliseconds that the product and its database's connections have been at work. */
    processorTime: async () => {
      const { rows } = await database.query(
        'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      const backends = await Promise.all(rows.map(({ pid }) => workOf(pid)));
      return {
        serverMs: await workOfAll(product.pid ?? 0),
        databaseMs: backends.reduce((sum, each) => sum + each, 0),
      };
    },
    stop,
  };
}

/** Many at once would be asked to come again. @param {string[]} emails @param {(email: string) => Promise<Person>} signIn */
async function oneByOne(emails, signIn) {
  const all = [];
  for (const email of emails) all.push(await signIn(email));
  return all;
}

/** An admin, and a few of the members and readers, know a passphrase; readers have an allowance that lasts. @param {pg.Client} database */
async function settle(database) {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const admin = 'admin@bench.test';
  await database.query(
    `INSERT INTO users (id, email, roles, "passwordHash", "createdAt", "updatedAt")
     VALUES ($1, $2, '{admin}', $3, now(), now()) ON CONFLICT (email) DO UPDATE SET "passwordHash" = excluded."passwordHash"`,
    [randomUUID(), admin, passwordHash],
  );
  await database.query(`UPDATE meter_settings SET "registeredLimit" = 1000, "updatedAt" = now()`);
  /** @param {string} which */
  const some = async (which) => {
    const { rows } = await database.query(
      `UPDATE users SET "passwordHash" = $1 WHERE id IN (${which} LIMIT 8) RETURNING email`,
      [passwordHash],
    );
    return rows.map(({ email }) => String(email));
  };
  return {
    admin,
    members: await some(`SELECT "userId" FROM memberships WHERE status = 'active' ORDER BY id`),
    readers: await some(`SELECT "userId" FROM meter_subjects WHERE kind = 'reader' ORDER BY id`),
  };
}

/** @param {import('node:child_process').ChildProcess} product */
function saysReady(product) {
  return new Promise((resolve, reject) => {
    product.stdout?.on('data', (chunk) => {
      if (String(chunk).includes('Broadsheet is ready at')) resolve(undefined);
    });
    product.once('exit', () => reject(new Error('Broadsheet ended before it was ready.')));
  });
}

/** @param {number} pid @returns {Promise<number>} its first thread; 0 for one that has ended */
async function workOf(pid) {
  const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0');
  return Number(text.split(' ')[0]) / 1e6;
}

/** @param {number} pid @returns {Promise<number>} with all its threads, to a hundredth of a second */
async function workOfAll(pid) {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
