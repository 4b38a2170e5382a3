/** What changes is told to the cache in front: once, signed, and until it is understood. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ArticlePublishing } from '../../src/articles/desk/article-publishing.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { type PurgeHook, startPurgeHook } from '../support/purge-hook.js';
import { type TestTown, aYear, sellPro, startTestTown } from '../support/town.js';
import { overwriting } from '../support/writers.js';

let hook: PurgeHook;
let town: TestTown;
let editor: string;
let admin: string;

const database = () => town.app.get(Database);

/** The keys of every purge told so far, once nothing more is on its way. */
async function told(): Promise<string[][]> {
  await settled(town.app.get(Jobs));
  return hook.told.map(({ surrogateKeys }) => surrogateKeys);
}

/** What failed is tried again now instead of after its pause. */
async function tryAgain(): Promise<void> {
  await settled(town.app.get(Jobs));
  await database().pool.query('update graphile_worker._private_jobs set run_at = now()');
  await settled(town.app.get(Jobs));
}

async function desk<T extends object>(
  method: string,
  path: string,
  body?: object,
  token = editor,
): Promise<T> {
  const asked = { token, body, headers: overwriting };
  const answer = await town.ask(method, `/api/v1/admin/${path}`, asked);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.text}`);
  return answer.body as T;
}

const draft = (slug: string, more: object = {}): Promise<{ id: string }> =>
  desk('POST', 'articles', {
    slug,
    title: slug,
    standfirst: 'So.',
    bodyHtml: '<p>So</p>',
    ...more,
  });

async function published(slug: string, more: object = {}): Promise<string> {
  const { id } = await draft(slug, more);
  await desk('POST', `articles/${id}/publish`);
  await forgetTold();
  return id;
}

async function forgetTold(): Promise<void> {
  await told();
  hook.told.length = 0;
  hook.calls = 0;
}

beforeAll(async () => {
  hook = await startPurgeHook();
  town = await startTestTown({ PURGE_URL: hook.url, PURGE_SECRET: hook.secret });
  editor = await town.staff('editor');
  admin = await town.staff('admin');
  for (const slug of ['city', 'sea']) await desk('POST', 'sections', { slug, name: slug });
});

afterAll(async () => {
  await town.close();
  await hook.close();
});

beforeEach(forgetTold);

describe('The cache in front is told, once and signed,', () => {
  it('of an article that appears, and of one that is taken back', async () => {
    const { id } = await draft('harbour', { section: 'sea' });
    expect(await told()).toEqual([]);
    await desk('POST', `articles/${id}/publish`);
    expect(await told()).toEqual([[`article:${id}`, 'articles', 'section:sea']]);
    expect(Math.abs(Date.parse(hook.told[0]?.at ?? '') - Date.now())).toBeLessThan(60_000);
    await desk('POST', `articles/${id}/unpublish`);
    expect(await told()).toHaveLength(2);
    expect((await told())[1]).toEqual([`article:${id}`, 'articles', 'section:sea']);
  });

  it('of an edit that readers see, its old section and its new one', async () => {
    const id = await published('market', { section: 'sea' });
    await desk('PATCH', `articles/${id}`, { title: 'The new market', section: 'city' });
    expect(await told()).toEqual([[`article:${id}`, 'articles', 'section:sea', 'section:city']]);
  });

  it('of the lists of its tags and its authors, those that it loses included', async () => {
    await desk('POST', 'authors', { slug: 'ben', name: 'Ben' });
    const id = await published('choir', { tags: ['Music'], authors: ['ben'] });
    await desk('PATCH', `articles/${id}`, { tags: ['Theatre'] });
    expect(await told()).toEqual([
      [`article:${id}`, 'articles', 'tag:music', 'author:ben', 'tag:theatre'],
    ]);
  });

  it('of a gate that opens or closes', async () => {
    const id = await published('tram');
    await desk('PATCH', `articles/${id}`, { gate: 'public' });
    expect(await told()).toEqual([[`article:${id}`, 'articles']]);
  });

  it('of a section’s and an author’s new name, which stand everywhere', async () => {
    const section = await desk<{ id: string }>('POST', 'sections', { slug: 'arts', name: 'Arts' });
    const author = await desk<{ id: string }>('POST', 'authors', { slug: 'ada', name: 'Ada' });
    await forgetTold();
    await desk('PATCH', `sections/${section.id}`, { name: 'Arts and letters' });
    await desk('PATCH', `authors/${author.id}`, { name: 'Ada Quill' });
    expect(await told()).toEqual([['site'], ['site']]);
  });

  it('of what strangers and machines are given', async () => {
    const meter = { anonymousLimit: 1, registeredLimit: 3, window: 'calendar-month' };
    await desk('PUT', 'settings/meter', meter, admin);
    const machines = { searchEnginesReadAll: false, aiCrawlers: 'licensed' };
    await desk('PUT', 'settings/machines', machines, admin);
    expect(await told()).toEqual([['site'], ['site']]);
  });

  it('of what is for sale', async () => {
    const { id } = await sellPro(town, admin);
    expect(await told()).toEqual([['plans']]);
    await desk('PATCH', `plans/${id}`, { description: 'Everything.' }, admin);
    await desk('PUT', `plans/${id}/price`, { ...aYear, amount: 40_000 }, admin);
    expect(await told()).toHaveLength(3);
    await desk('POST', `plans/${id}/archive`, undefined, admin);
    expect(await told()).toEqual([['plans'], ['plans'], ['plans'], ['plans']]);
  });
});

describe('The cache in front is told nothing', () => {
  it('of a draft', async () => {
    const { id } = await draft('later');
    await desk('PATCH', `articles/${id}`, { title: 'Later still' });
    expect(await told()).toEqual([]);
  });

  it('of an edit that is refused, or undone with the transaction around it', async () => {
    const id = await published('bridge');
    const refused = await town.ask('PATCH', `/api/v1/admin/articles/${id}`, {
      token: editor,
      body: { title: 'The bridge', bodyHtml: '' },
      headers: overwriting,
    });
    expect(refused.status).toBe(422);
    const undone = database().transaction(async () => {
      await town.app.get(ArticlePublishing, { strict: false }).unpublish(id);
      throw new Error('No, not so.');
    });
    await expect(undone).rejects.toThrow('No, not so.');
    expect(await told()).toEqual([]);
  });
});

describe('A hook that does not understand', () => {
  it.each([
    ['is away for a moment', { status: 503 }],
    ['refuses', { status: 400 }],
    ['sends elsewhere', { status: 307, location: 'http://127.0.0.1:9/stolen' }],
  ])('is told again when it %s', async (_, answer) => {
    const id = await published(`again-${answer.status}`);
    hook.answers.push(answer);
    await desk('PATCH', `articles/${id}`, { title: 'Again' });
    expect(await told()).toHaveLength(1);
    await tryAgain();
    expect(await told()).toEqual([
      [`article:${id}`, 'articles'],
      [`article:${id}`, 'articles'],
    ]);
    await tryAgain();
    expect(hook.calls).toBe(2);
  });

  it('leaves no secret and no address in what is noted about it', async () => {
    const id = await published('noted');
    hook.answers.push({ status: 500 });
    await desk('PATCH', `articles/${id}`, { title: 'Noted' });
    await settled(town.app.get(Jobs));
    const { rows } = await database().pool.query<{ job: string }>(
      'select row_to_json(j)::text as job from graphile_worker._private_jobs j where last_error is not null',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.job).toContain('The purge hook answered 500.');
    expect(rows[0]?.job).not.toContain(hook.secret);
    expect(rows[0]?.job).not.toContain(hook.url);
    await tryAgain();
  });
});

describe('Without a hook', () => {
  it('nothing is written down', async () => {
    const own = await startTestTown();
    const token = await own.staff('editor');
    await own.ask('POST', '/api/v1/admin/sections', { token, body: { slug: 'sea', name: 'Sea' } });
    const { rows } = await own.app
      .get(Database)
      .pool.query(`select 1 from graphile_worker.jobs where task_identifier = 'purge-cache'`);
    expect(rows).toEqual([]);
    await own.close();
    expect(hook.calls).toBe(0);
  });
});
