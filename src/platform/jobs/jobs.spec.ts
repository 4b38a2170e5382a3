/** Jobs written down while a worker takes up, or does, the one of the same key. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { Database } from '../database/database.js';
import { Jobs } from './jobs.js';

let created: TestDatabase;
let database: Database;
let worker: pg.Client;

beforeAll(async () => {
  created = await createDatabase();
  database = new Database(
    loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: created.connectionString,
      JWT_SECRET: 'a secret of the test, and long enough for HS256',
      STRIPE_SECRET_KEY: 'sk_test_nobody',
      STRIPE_WEBHOOK_SECRETS: 'whsec_nobody',
    }),
  );
  worker = new pg.Client({ connectionString: created.connectionString });
  await worker.connect();
});

afterAll(async () => {
  await worker.end();
  await database.onApplicationShutdown();
  await created.drop();
});

async function someoneWaits(): Promise<boolean> {
  const { rows } = await database.pool.query(
    `select 1 from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}

describe('a job that is asked for in the instant in which its elder of the same key is taken up', () => {
  it('is written down all the same', async () => {
    // The task's own name is known by then, or whoever asks second would wait for that already.
    await worker.query(`select graphile_worker.add_job('sync', job_key := 'another customer')`);
    await worker.query(`select graphile_worker.remove_job('another customer')`);
    await worker.query('begin');
    await worker.query(`select graphile_worker.add_job('sync', job_key := 'one customer')`);
    const asked = new Jobs(database).enqueue('sync', {}, { key: 'one customer' });
    while (!(await someoneWaits())) await pause(10);
    await worker.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'`,
    );
    await worker.query('commit');
    await asked;
    const { rows } = await worker.query(
      'select id from graphile_worker._private_jobs where locked_at is null',
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a job that is asked for again while its elder of the same key is being done', () => {
  it('leaves the elder counted until that is done, too', async () => {
    const jobs = new Jobs(database);
    const before = await jobs.outstanding();
    await jobs.enqueue('sync', {}, { key: 'a third customer' });
    await worker.query(
      `update graphile_worker._private_jobs
       set locked_at = now(), locked_by = 'a worker', attempts = 1 where key = 'a third customer'`,
    );
    await jobs.enqueue('sync', {}, { key: 'a third customer', delaySeconds: 60 });
    expect(await jobs.outstanding()).toBe(before + 1);
    await worker.query(`delete from graphile_worker._private_jobs where key is null`);
    await worker.query(`select graphile_worker.remove_job('a third customer')`);
  });
});
