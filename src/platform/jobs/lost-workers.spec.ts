/** Two processes with the same jobs: what a killed one held is done by the other, what a slow one holds is not. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type WorkerEvents, Logger, run } from 'graphile-worker';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { LostWorkers } from './lost-workers.js';

/** Milliseconds between two looks: the product takes its time, a test does not. */
const interval = 300;

let database: TestDatabase;
let client: pg.Client;
let ends: (() => Promise<unknown>)[];

beforeEach(async () => {
  database = await createDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  ends = [];
});

afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  await client.end();
  await database.drop();
});

/** A process that does "visit" in this time, as far as PostgreSQL can tell. */
async function startWorking(name: string, milliseconds: number, done: string[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: database.connectionString, max: 3 });
  const ignore = () => undefined;
  pool.on('error', ignore);
  pool.on('connect', (connection) => connection.on('error', ignore));
  const events: WorkerEvents = new EventEmitter();
  let presence: LostWorkers | undefined;
  events.once('pool:create', ({ workerPool }) => {
    presence = new LostWorkers(workerPool.id, {
      connectionString: database.connectionString,
      complain: ignore,
      interval,
    });
  });
  const runner = await run({
    pgPool: pool,
    taskList: {
      visit: async () => {
        await pause(milliseconds);
        done.push(name);
      },
    },
    pollInterval: 100,
    noHandleSignals: true,
    crontab: '',
    logger: new Logger(() => ignore),
    events,
  });
  ends.push(async () => {
    await runner.stop();
    await presence?.stop();
    await pool.end();
  });
}

/** A real process that takes the job up and never gets anywhere. */
async function startHanging(): Promise<ChildProcess> {
  const script = `
    import { run } from 'graphile-worker';
    const hang = () => { process.send('busy'); return new Promise(() => undefined); };
    await run({ connectionString: process.argv[1], taskList: { visit: hang }, crontab: '' });`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', script, database.connectionString],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  await once(child, 'message');
  return child;
}

const addVisit = () =>
  client.query(`select graphile_worker.add_job('visit', queue_name := 'a customer')`);

async function waitingJobs(): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from graphile_worker.jobs',
  );
  return rows[0]?.count ?? 0;
}

describe('a process that was killed in the middle of a job', () => {
  it('leaves the job, and what waits behind it, to another within seconds', async () => {
    const done: string[] = [];
    await addVisit();
    const killed = await startHanging();
    await addVisit();
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await startWorking('survivor', 0, done);
    await expect.poll(() => done, { timeout: 10_000 }).toEqual(['survivor', 'survivor']);
    await expect.poll(waitingJobs).toBe(0);
  });
});

describe('a process that is slow', () => {
  it('keeps its job, though another looks for lost ones all the time', async () => {
    const done: string[] = [];
    await addVisit();
    await startWorking('slow', interval * 10, done);
    await pause(interval);
    await startWorking('other', 0, done);
    await expect.poll(waitingJobs, { timeout: 10_000 }).toBe(0);
    expect(done).toEqual(['slow']);
  });

  it('keeps it, too, when its announcement is cut off for a moment', async () => {
    const done: string[] = [];
    await addVisit();
    await startWorking('slow', interval * 12, done);
    await pause(interval);
    await startWorking('other', 0, done);
    await pause(interval);
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'broadsheet-worker-alive'`,
    );
    expect(rowCount).toBe(2);
    await expect.poll(waitingJobs, { timeout: 10_000 }).toBe(0);
    expect(done).toEqual(['slow']);
  });
});
