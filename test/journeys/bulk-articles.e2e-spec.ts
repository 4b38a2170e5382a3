/** The desk does the same to many articles at once, and each fares as if it had been the only one. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';

interface Article {
  id: string;
  status: string;
  section: { slug: string } | null;
  tags: { slug: string }[];
  gate: string;
  freeForHours: number | null;
  publishAt: string | null;
}

interface Told {
  done: number;
  results: { id: string; ok: boolean; code?: string; detail?: string }[];
}

let town: TestTown;
let author: string;
let editor: string;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  author = await town.staff('author');
  editor = await town.staff('editor');
  admin = await town.staff('admin');
  const section = { slug: 'harbour', name: 'Harbour', position: 0 };
  await town.ask('POST', '/api/v1/admin/sections', { token: editor, body: section });
});
afterAll(() => town.close());

async function draft(token = author, more: object = {}): Promise<string> {
  const body = { title: 'The flood', bodyHtml: '<p>In front.</p><p>Behind.</p>', ...more };
  const made = await town.ask('POST', '/api/v1/admin/articles', { token, body });
  expect(made.status, made.text).toBe(201);
  return (made.body as Article).id;
}

const bulk = (token: string, body: object): Promise<Answer> =>
  town.ask('POST', '/api/v1/admin/articles/bulk', { token, body });

async function told(token: string, body: object): Promise<Told> {
  const answer = await bulk(token, body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Told;
}

async function shown(id: string): Promise<Article> {
  const { body } = await town.ask('GET', `/api/v1/admin/articles/${id}`, { token: editor });
  return body as Article;
}

const deedsOn = async (id: string): Promise<string[]> => {
  const path = `/api/v1/admin/audit?subject=article&subjectId=${id}`;
  const { body } = await town.ask('GET', path, { token: admin });
  return (body as { items: { action: string }[] }).items.map(({ action }) => action);
};

describe('An editor with many articles', () => {
  it('publishes those that are ready, and is told of those that are not', async () => {
    const ready = [await draft(), await draft()];
    const bare = await draft(author, { bodyHtml: '' });
    const nobodys = randomUUID();
    const [first = '', second = ''] = ready;
    const ids = [first, bare, nobodys, second];
    const { done, results } = await told(editor, { ids, action: 'publish' });
    expect(done).toBe(2);
    expect(results).toMatchObject([
      { id: first, ok: true },
      { id: bare, ok: false, code: 'articles/not-ready' },
      { id: nobodys, ok: false, code: 'request/not-found' },
      { id: second, ok: true },
    ]);
    expect((await shown(first)).status).toBe('published');
    expect((await shown(bare)).status).toBe('draft');
    expect(await deedsOn(first)).toEqual(['article.published', 'article.created']);
    expect(await deedsOn(bare)).toEqual(['article.created']);
    const back = await told(editor, { ids, action: 'unpublish' });
    expect(back.results.map(({ ok }) => ok)).toEqual([true, false, false, true]);
    expect((await shown(second)).status).toBe('unpublished');
  });

  it('schedules them for one moment', async () => {
    const ids = [await draft(), await draft()];
    const publishAt = '2126-01-31T12:00:00.000Z';
    expect((await told(editor, { ids, action: 'schedule', publishAt })).done).toBe(2);
    for (const id of ids) expect(await shown(id)).toMatchObject({ status: 'scheduled', publishAt });
    const past = { ids, action: 'schedule', publishAt: '2020-01-31' };
    expect((await told(editor, past)).results[0]).toMatchObject({
      ok: false,
      code: 'request/invalid-body',
    });
  });

  it('moves them to a section, and sets their gate', async () => {
    const ids = [await draft(), await draft(author, { tags: ['Floods'] })];
    await told(editor, { ids, action: 'set-section', section: 'harbour' });
    await told(editor, { ids, action: 'set-gate', gate: 'registered', freeForHours: 3 });
    for (const id of ids) {
      expect(await shown(id)).toMatchObject({
        section: { slug: 'harbour' },
        gate: 'registered',
        freeForHours: 3,
      });
    }
    await told(editor, { ids, action: 'set-section', section: null });
    expect((await shown(ids[0] ?? '')).section).toBeNull();
    const wrong = await told(editor, { ids, action: 'set-section', section: 'nowhere' });
    expect(wrong).toMatchObject({ done: 0, results: [{ code: 'request/invalid-body' }, {}] });
    const narrowed = { ids, action: 'set-gate', gate: 'members', planIds: [randomUUID()] };
    expect((await told(editor, narrowed)).done).toBe(0);
  });

  it('puts tags on them and takes some off, and leaves the others', async () => {
    const plain = await draft();
    const tagged = await draft(author, { tags: ['Night Trams'] });
    const ids = [plain, tagged];
    await told(editor, { ids, action: 'add-tags', tags: ['Night Trams', 'Low Water'] });
    const tagsOf = async (id: string) => (await shown(id)).tags.map(({ slug }) => slug);
    expect(await tagsOf(plain)).toEqual(['low-water', 'night-trams']);
    expect(await tagsOf(tagged)).toEqual(['low-water', 'night-trams']);
    await told(editor, { ids, action: 'remove-tags', tags: ['night-trams', 'never-there'] });
    expect(await tagsOf(tagged)).toEqual(['low-water']);
    const { results } = await told(editor, {
      ids: [plain],
      action: 'add-tags',
      tags: ['never-there'],
    });
    expect(results[0]?.detail, 'which of them is wrong').toContain('never-there');
  });
});

describe('An author with many articles', () => {
  it('deletes her own drafts, and nobody else’s', async () => {
    const [own, published, others] = [await draft(), await draft(), await draft(editor)];
    await told(editor, { ids: [published], action: 'publish' });
    const { done, results } = await told(author, {
      ids: [own, published, others],
      action: 'delete',
    });
    expect(done).toBe(1);
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false]);
    expect((await shown(published)).status).toBe('published');
    expect((await shown(others)).status).toBe('draft');
    expect(await deedsOn(own)).toEqual(['article.removed', 'article.created']);
  });

  it('puts nothing before readers', async () => {
    const ids = [await draft()];
    for (const body of [
      { action: 'publish' },
      { action: 'unpublish' },
      { action: 'schedule', publishAt: '2126-01-31' },
    ]) {
      const refused = await bulk(author, { ids, ...body });
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([
        403,
        'auth/forbidden',
      ]);
    }
  });
});

describe('What cannot be meant', () => {
  it('is refused as a whole, and nothing is done', async () => {
    const id = await draft();
    for (const body of [
      { action: 'publish' },
      { ids: [], action: 'publish' },
      { ids: [id, id.toUpperCase()], action: 'publish' },
      { ids: Array.from({ length: 101 }, () => randomUUID()), action: 'publish' },
      { ids: ['x'], action: 'publish' },
      { ids: [id], action: 'burn' },
      { ids: [id], action: 'publish', tags: ['floods'] },
      { ids: [id], action: 'schedule' },
      { ids: [id], action: 'set-section' },
      { ids: [id], action: 'add-tags', tags: [] },
    ]) {
      const refused = await bulk(editor, body);
      expect(refused.status, refused.text).toBe(422);
    }
    expect((await shown(id)).status).toBe('draft');
  });
});
