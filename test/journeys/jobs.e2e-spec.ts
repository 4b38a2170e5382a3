/** The jobs behind the pages: who does them, who only writes them down, and what happens every night. */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '../../src/app.js';
import { loadConfig } from '../../src/platform/config/load-config.js';
import { PRUNE_INBOX } from '../../src/billing/inbox/prune-inbox.job.js';
import { RECONCILE } from '../../src/billing/reconciliation/reconcile.job.js';
import { REPLAY_EVENTS } from '../../src/billing/replay/replay-events.job.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { FORGET_READS } from '../../src/paywall/meter/forget-reads.job.js';
import { FORGET_PROOFS } from '../../src/users/proofs/forget-proofs.job.js';
import { ask } from '../support/api.js';
import { type TestApp, settled, startTestApp } from '../support/app.js';
import { createDatabase } from '../support/postgres.js';
import { goodPassword, someAddress } from '../support/readers.js';

let app: TestApp;
const database = () => app.app.get(Database);
const ready = async () => (await ask(app.url, 'GET', '/health/ready')).status;

async function listeners(): Promise<number> {
  const { rows } = await database().pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and query like 'LISTEN%'`,
  );
  return rows[0]?.count ?? 0;
}

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

describe('a process that serves', () => {
  it('is ready', async () => {
    expect(await ready()).toBe(200);
  });

  it('is not ready while its worker is down, and starts another by itself', async () => {
    const exitCode = process.exitCode;
    try {
      // The crew that mails, and the one that does all the rest.
      await expect.poll(listeners).toBe(2);
      // What graphile-worker hears when a newer version has migrated its tables: it stops by itself.
      await database().pool.query(
        `select pg_notify('worker:migrate', '{"breaking": true, "migrationNumber": 99}')`,
      );
      await expect.poll(ready, { interval: 100, timeout: 5_000 }).toBe(503);
      expect((await ask(app.url, 'GET', '/health/live')).status).toBe(200);
      await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    } finally {
      process.exitCode = exitCode;
    }
    await app.app.get(Mailer).send({ to: 'ada@x.test', subject: 'Later', text: '', html: '' });
    expect((await app.mailbox())[0]).toMatchObject({ subject: 'Later' });
  });

  it('is not ready on a database without tables', async () => {
    await app.asOwner('alter table _prisma_migrations rename to elsewhere');
    const answer = await ask(app.url, 'GET', '/health/ready');
    await app.asOwner('alter table elsewhere rename to _prisma_migrations');
    expect(answer.status).toBe(503);
    expect(answer.headers.has('retry-after')).toBe(true);
    expect(answer.body).toMatchObject({
      detail: expect.stringContaining('db:migrate'),
      checks: { database: 'up', migrations: 'down', jobs: 'up' },
    });
  });

  it('is ready, and says what is amiss, while it does not hear the others', async () => {
    const told = async () => (await ask(app.url, 'GET', '/health/ready')).body;
    await expect
      .poll(async () => {
        await database().pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'broadsheet-announcements'`,
        );
        return told();
      })
      .toMatchObject({ status: 'degraded', checks: { announcements: 'degraded' } });
    expect(await ready()).toBe(200);
    await expect.poll(told, { timeout: 5_000 }).toEqual({
      status: 'ok',
      checks: { database: 'up', migrations: 'up', jobs: 'up', announcements: 'up' },
    });
  });
});

describe('a command', () => {
  it('writes jobs down and leaves them to the process that serves', async () => {
    const own = await createDatabase();
    const context = await createContext(
      loadConfig({
        NODE_ENV: 'test',
        DATABASE_URL: own.connectionString,
        JWT_SECRET: randomBytes(32).toString('hex'),
        STRIPE_SECRET_KEY: 'sk_test_broadsheet',
        STRIPE_WEBHOOK_SECRETS: 'whsec_test_broadsheet',
      }),
    );
    await context.get(Mailer).send({ to: 'ada@x.test', subject: 'Hello', text: '', html: '' });
    await pause(1_000);
    expect(await context.get(Jobs).outstanding()).toBe(1);
    await context.close();
    await own.drop();
  });
});

describe('the night', () => {
  const waiting = () => database().client.emailProof.findMany({ select: { email: true } });

  it('is in the calendar of the process that serves', async () => {
    const calendar = async () => {
      const { rows } = await database().pool.query<{ identifier: string }>(
        'select identifier from graphile_worker._private_known_crontabs',
      );
      return rows.map(({ identifier }) => identifier).toSorted();
    };
    const forgotten = ['challenges', 'import-lines', 'jobs', 'limits', 'places', 'previews'];
    const nightly = [
      ...[...forgotten, 'sessions'].map((what) => `forget-${what}`),
      ...[
        FORGET_PROOFS,
        FORGET_READS,
        PRUNE_INBOX,
        RECONCILE,
        'remind-of-trial-ends',
        'renew-secrets',
      ],
    ];
    const oftener = [REPLAY_EVENTS, 'publish-what-is-due'];
    await expect.poll(calendar).toEqual([...nightly, ...oftener].toSorted());
  });

  it('forgets whoever registered and never proved the address, a day after the link ended', async () => {
    const [early, late] = [someAddress('early'), someAddress('late')];
    const register = (email: string) =>
      ask(app.url, 'POST', '/api/v1/auth/register', { body: { email, password: goodPassword } });
    expect((await register(early)).status).toBe(202);
    app.advance(24 * 60 * 60 + 11 * 60);
    expect((await register(late)).status).toBe(202);
    const jobs = app.app.get(Jobs);
    await jobs.enqueue(FORGET_PROOFS, {});
    await settled(jobs);
    expect(await waiting()).toEqual([{ email: late }]);
  });
});
