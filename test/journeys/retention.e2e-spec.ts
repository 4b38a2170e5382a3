/** What the nights forget of accounts and of the desk, and what they keep. The meter's has a journey of its own. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORGET_PREVIEWS } from '../../src/paywall/previews/forget-previews.job.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { FORGET_JOBS } from '../../src/platform/jobs/forget-jobs.job.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { FORGET_CHALLENGES } from '../../src/users/challenges/forget-challenges.job.js';
import { FORGET_SESSIONS } from '../../src/users/sessions/forget-sessions.job.js';
import { settled } from '../support/app.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, startTestTown } from '../support/town.js';

const day = 24 * 60 * 60;
const nightly = [FORGET_SESSIONS, FORGET_CHALLENGES, FORGET_PREVIEWS, FORGET_JOBS];

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
});

afterAll(() => town.close());

async function rows(query: string): Promise<Record<string, unknown>[]> {
  return (await town.app.get(Database).pool.query<Record<string, unknown>>(query)).rows;
}

async function tonight(): Promise<void> {
  const jobs = town.app.get(Jobs);
  for (const task of nightly) await jobs.enqueue(task, {});
  await settled(jobs);
}

const count = async (table: string, where: string): Promise<number> =>
  (await rows(`select 1 from ${table} where ${where}`)).length;

describe('the nights', () => {
  it('keep a session for thirty days after she signed out, and then forget it', async () => {
    const { accessToken: token, user } = await joinAs(town);
    const sessions = (): Promise<number> => count('sessions', `"userId" = '${user.id}'`);
    await town.ask('POST', '/api/v1/auth/logout', { token });
    town.advance(29 * day);
    await tonight();
    expect(await sessions()).toBe(1);
    town.advance(2 * day);
    await tonight();
    expect(await sessions()).toBe(0);
  });

  it('forget a session that nobody came back to, thirty days after its end, and none that runs', async () => {
    const { user: gone } = await joinAs(town);
    town.advance(45 * day);
    const { user: here } = await joinAs(town);
    town.advance(16 * day);
    await tonight();
    expect(await count('sessions', `"userId" = '${gone.id}'`)).toBe(0);
    expect(await count('sessions', `"userId" = '${here.id}'`)).toBe(1);
  });

  it('forget a challenge a day after its end', async () => {
    const add = (ago: string): Promise<unknown> =>
      rows(`insert into challenges (id, kind, secret, "createdAt", "expiresAt") values
        ('${randomUUID()}', 'passkey_sign_in', '${ago}', now(), (select max("createdAt") from users)
          + interval '16 days' - interval '${ago}')`);
    await add('23 hours');
    await add('25 hours');
    await tonight();
    expect(await rows('select secret from challenges')).toEqual([{ secret: '23 hours' }]);
  });

  it('forget a link to an article-to-be thirty days after its end', async () => {
    const editor = await town.staff('editor');
    const ask = async (path: string, body: object): Promise<string> =>
      ((await town.ask('POST', path, { token: editor, body })).body as { id: string }).id;
    const article = await ask('/api/v1/admin/articles', { title: 'To be' });
    await ask(`/api/v1/admin/articles/${article}/previews`, { hours: 1 });
    town.advance(30 * day);
    await tonight();
    expect(await count('article_previews', 'true')).toBe(1);
    town.advance(day);
    await tonight();
    expect(await count('article_previews', 'true')).toBe(0);
  });

  it('keep a job for thirty days after it was given up, and then forget what it was to say', async () => {
    await town.app.get(Jobs).enqueue('nobodys-task', { to: 'ada@x.test' }, { key: 'lost' });
    const givenUp = town.app.get(Clock).now().toISOString();
    await rows(`update graphile_worker._private_jobs set attempts = max_attempts,
      updated_at = '${givenUp}' where key = 'lost'`);
    const left = (): Promise<number> => count('graphile_worker.jobs', `key = 'lost'`);
    town.advance(29 * day);
    await tonight();
    expect(await left()).toBe(1);
    town.advance(2 * day);
    await tonight();
    expect(await left()).toBe(0);
  });
});
