/** Many look for words that are dear to find, while everybody else reads the paper. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import type { Answer } from '../support/api.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
  await publish(town, await town.staff('editor'), { slug: 'story', gate: 'members' });
});
afterAll(() => town.close());

/** Each asks for something else, so that no answer serves two. */
const crowd = (size: number, words: string): Promise<Answer[]> =>
  Promise.all(
    Array.from({ length: size }, (_, at) =>
      town.ask('GET', `/api/v1/search?q=${encodeURIComponent(`${words} or x${at}`)}`),
    ),
  );

/** What everybody else does meanwhile. */
async function othersAreWell(): Promise<void> {
  const answers = await Promise.all(
    ['/health/ready', '/articles/story', '/api/v1/plans'].map((path) => town.ask('GET', path)),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
}

function expectLater(refused: Answer): void {
  expect(refused.status, refused.text).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
}

async function withTheTable<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await town.app.get(Database).pool.connect();
  try {
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('Where thirty search at once', () => {
  it('and no search comes to an end, all are sent away, and everybody else is served', async () => {
    await othersAreWell();
    await withTheTable(async (client) => {
      await client.query('begin; lock table articles in access exclusive mode');
      const searches = crowd(30, 'ferry');
      await othersAreWell();
      (await searches).forEach(expectLater);
    });
    expect((await crowd(2, 'story')).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('for a phrase of words that are everywhere, each is answered or sent away', async () => {
    await withTheTable((client) =>
      client.query(`
        with written as (
          insert into articles (id, slug, title, standfirst, kind, "previewHtml", "previewText",
            "createdAt", "updatedAt", "publishedAt")
          select gen_random_uuid(), 'the-' || n, 'The story', 'Of it.', 'story', '',
            repeat('the town of the ' || n || ' bridges ', 20), now(), now(), now()
          from generate_series(1, 2000) n returning id)
        insert into article_texts (id, "articleId", number, title, standfirst, "bodyHtml", "createdAt")
        select id, id, 1, 'The story', 'Of it.', '', now() from written;
        update articles set "currentTextId" = id, status = 'published' where slug like 'the-%'`),
    );
    const searches = crowd(30, '"the the"');
    await othersAreWell();
    const answers = await searches;
    answers.filter(({ status }) => status !== 200).forEach(expectLater);
    const alone = await crowd(1, '"the the"');
    expect(alone.map(({ body }) => body)).toEqual([{ items: [], nextCursor: null }]);
  });
});
