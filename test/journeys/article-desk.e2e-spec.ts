/** Staff write, edit and publish, and nobody else does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../support/api.js';
import { type ListAnswer, startPaperTown } from '../support/paper-town.js';
import { joinAs } from '../support/readers.js';
import type { TestTown } from '../support/town.js';
import { overwriting } from '../support/writers.js';

interface Desk {
  id: string;
  slug: string;
  status: string;
  version: number;
  bodyHtml: string;
  previewHtml: string;
  publishedAt: string | null;
  tags: { slug: string; name: string }[];
  authors: { slug: string }[];
}

const body = '<p>In front.</p><!--paywall--><p>Behind the wall.</p>';
let town: TestTown;
let author: string;
let editor: string;

beforeAll(async () => {
  town = await startPaperTown();
  author = await town.staff('author');
  editor = await town.staff('editor');
});
afterAll(() => town.close());

const asStaff = (token: string, method: string, path: string, sent?: unknown): Promise<Answer> =>
  town.ask(method, `/api/v1/admin/articles${path}`, {
    token,
    ...(sent === undefined ? {} : { body: sent }),
    ...(method === 'PATCH' && { headers: overwriting }),
  });

async function draft(fields: object = {}, token = author): Promise<Desk> {
  const answer = await asStaff(token, 'POST', '', {
    title: 'The Wend rises',
    bodyHtml: body,
    ...fields,
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body as Desk;
}

const codeOf = (answer: Answer): string => (answer.body as { code: string }).code;
const fieldsOf = (answer: Answer): string[] =>
  (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field);

describe('an author at the desk', () => {
  it('begins a draft for members, with a slug of its own', async () => {
    const first = await draft({ title: 'Über den Fluß' });
    expect(first).toMatchObject({
      slug: 'uber-den-fluss',
      status: 'draft',
      gate: 'members',
      kind: 'story',
      version: 1,
      publishedAt: null,
      bodyHtml: body,
      previewHtml: '<p>In front.</p>',
      section: null,
      heroImage: null,
      standfirst: '',
    });
    expect((await draft({ title: 'Über den Fluß' })).slug).toBe('uber-den-fluss-2');
    expect((await draft({ title: '河' })).slug).toBe('article');
  });

  it('is told when an address is taken, and which names are unknown', async () => {
    const taken = await asStaff(author, 'POST', '', { title: 'x', slug: 'public-story' });
    expect([taken.status, codeOf(taken)]).toEqual([409, 'articles/slug-taken']);
    for (const fields of [
      { section: 'nowhere' },
      { authors: ['nobody'] },
      { tags: ['no-such-tag'] },
      { planIds: ['0190b0a0-0000-7000-8000-000000000000'] },
      { gate: 'public', planIds: ['0190b0a0-0000-7000-8000-000000000000'] },
      { bodyHtml: '<b>'.repeat(100) },
      { bodyHtml: '<p>a</p><p>&lt;!--paywall--&gt;</p><p>b</p>' },
      { bodyHtml: '<p>a</p><button><!--paywall--></button><p>b</p>' },
      { bodyHtml: 'x'.repeat(500_001) },
      { bodyHtml: null },
      { kind: 'trend_report' },
      { slug: 'Not A Slug' },
      { title: ' \n ' },
      { title: 'x'.repeat(201) },
      { tags: 'housing' },
      { colour: 'red' },
      { heroImage: [] },
    ]) {
      const answer = await asStaff(author, 'POST', '', { title: 'A title', ...fields });
      expect(answer.status, answer.text).toBe(422);
      expect(fieldsOf(answer)).toEqual([Object.keys(fields).at(-1)]);
    }
    const hero = { heroImage: { url: 'javascript:x', alt: 'x' } };
    const refused = await asStaff(author, 'POST', '', { title: 'A title', ...hero });
    expect([refused.status, fieldsOf(refused)]).toEqual([422, ['heroImage.url']]);
  });

  it('names her colleagues in order, and makes a new tag by its name', async () => {
    const made = await draft({
      authors: ['tomas-hale', 'ada-winter', 'tomas-hale'],
      tags: ['the-wend', 'Night Trams'],
      section: 'harbour',
    });
    expect(made.authors.map(({ slug }) => slug)).toEqual(['tomas-hale', 'ada-winter']);
    expect(made.tags).toEqual([
      { slug: 'night-trams', name: 'Night Trams' },
      { slug: 'the-wend', name: 'The Wend' },
    ]);
    expect((await draft({ tags: ['night-trams'] })).tags).toHaveLength(1);
  });

  it('edits: the text becomes a new version, and a slower colleague is told', async () => {
    const { id } = await draft();
    const edited = await asStaff(author, 'PATCH', `/${id}`, {
      bodyHtml: '<p>New.</p>',
      version: 1,
    });
    expect(edited.body).toMatchObject({ version: 2, bodyHtml: '<p>New.</p>', previewHtml: '' });
    const late = await asStaff(author, 'PATCH', `/${id}`, { title: 'Late', version: 1 });
    expect([late.status, codeOf(late)]).toEqual([409, 'articles/edited-meanwhile']);
    await asStaff(author, 'PATCH', `/${id}`, { title: 'Only the title' });
    const revisions = (await asStaff(author, 'GET', `/${id}/revisions`)).body;
    expect(revisions).toMatchObject({
      items: [
        { number: 3, current: true },
        { number: 2, current: false },
        { number: 1, current: false },
      ],
    });
  });

  it('edits at once with ten colleagues, and no edit is lost from the count', async () => {
    const { id } = await draft();
    const edits = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        asStaff(author, 'PATCH', `/${id}`, { bodyHtml: `<p>Edit ${n}.</p>` }),
      ),
    );
    expect(edits.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const shown = (await asStaff(author, 'GET', `/${id}`)).body as Desk;
    expect(shown.version).toBe(11);
    const revisions = (await asStaff(author, 'GET', `/${id}/revisions`)).body as {
      items: unknown[];
    };
    expect(revisions.items).toHaveLength(11);
  });

  it('may not publish, nor change what readers already see', async () => {
    const { id } = await draft();
    expect((await asStaff(author, 'POST', `/${id}/publish`)).status).toBe(403);
    expect((await asStaff(editor, 'POST', `/${id}/publish`)).status).toBe(200);
    const refused = await asStaff(author, 'PATCH', `/${id}`, { title: 'Changed' });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'articles/editor-needed']);
    expect((await asStaff(editor, 'PATCH', `/${id}`, { title: 'Changed' })).status).toBe(200);
  });
});

describe('an editor', () => {
  it('publishes what is ready, once, and takes it back', async () => {
    const empty = await draft({
      bodyHtml: '<p> </p>',
      heroImage: { url: '/assets/town/harbour.svg' },
    });
    const refused = await asStaff(editor, 'POST', `/${empty.id}/publish`);
    expect([refused.status, codeOf(refused)]).toEqual([422, 'articles/not-ready']);
    expect(fieldsOf(refused)).toEqual(['bodyHtml', 'heroImage.alt']);

    const { id, slug } = await draft();
    expect(codeOf(await asStaff(editor, 'POST', `/${id}/unpublish`))).toBe(
      'articles/not-published',
    );
    const first = (await asStaff(editor, 'POST', `/${id}/publish`)).body as Desk;
    expect(first).toMatchObject({ status: 'published', version: 2 });
    expect((await ask(town.url, 'GET', `/api/v1/articles/${slug}`)).status).toBe(200);
    expect((await asStaff(editor, 'POST', `/${id}/publish`)).body).toEqual(first);
    const emptied = await asStaff(editor, 'PATCH', `/${id}`, { bodyHtml: '' });
    expect(codeOf(emptied)).toBe('articles/not-ready');
    expect((await asStaff(editor, 'GET', `/${id}`)).body).toMatchObject({
      bodyHtml: body,
      version: 2,
    });

    expect((await asStaff(editor, 'POST', `/${id}/unpublish`)).body).toMatchObject({
      status: 'unpublished',
    });
    expect((await ask(town.url, 'GET', `/api/v1/articles/${slug}`)).status).toBe(404);
    expect(codeOf(await asStaff(editor, 'DELETE', `/${id}`))).toBe('articles/was-published');
    const again = (await asStaff(editor, 'POST', `/${id}/publish`)).body as Desk;
    expect(again.publishedAt).toBe(first.publishedAt);
  });

  it('deletes a draft, and finds the rest by status, page by page', async () => {
    const { id } = await draft();
    expect((await asStaff(editor, 'DELETE', `/${id}`)).status).toBe(204);
    expect((await asStaff(editor, 'GET', `/${id}`)).status).toBe(404);
    expect((await asStaff(editor, 'GET', '/not-an-id')).status).toBe(404);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await asStaff(editor, 'GET', `?status=published&limit=7${query}`);
      expect(page.text).not.toContain('bodyHtml');
      const list = page.body as ListAnswer;
      seen.push(...list.items.map(({ slug }) => slug));
      cursor = list.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(32);
  });

  it('arranges sections and authors', async () => {
    const post = (path: string, sent: unknown) =>
      town.ask('POST', `/api/v1/admin/${path}`, { token: editor, body: sent });
    const section = await post('sections', { slug: 'sport', name: 'Sport', position: 9 });
    expect(section.status).toBe(201);
    expect((await post('sections', { slug: 'sport', name: 'Sport' })).status).toBe(409);
    const { id } = section.body as { id: string };
    const renamed = await town.ask('PATCH', `/api/v1/admin/sections/${id}`, {
      token: editor,
      body: { name: 'Games' },
    });
    expect(renamed.body).toMatchObject({ slug: 'sport', name: 'Games', position: 9 });
    expect((await post('authors', { slug: 'una-field', name: 'Una Field' })).body).toMatchObject({
      bio: null,
    });
    const own = { token: author, body: { slug: 'me', name: 'Me' } };
    expect((await town.ask('POST', '/api/v1/admin/authors', own)).status).toBe(403);
    const list = (await ask(town.url, 'GET', '/api/v1/sections')).body as {
      items: { slug: string }[];
    };
    expect(list.items.map(({ slug }) => slug)).toEqual([
      'harbour',
      'town-hall',
      'market',
      'schools',
      'culture',
      'sport',
    ]);
  });
});

describe('a stranger', () => {
  it('finds no way to the desk, nor does a reader', async () => {
    const { accessToken } = await joinAs(town);
    for (const [method, path] of [
      ['GET', ''],
      ['POST', ''],
      ['GET', '/x'],
      ['POST', '/x/publish'],
    ] as const) {
      expect((await ask(town.url, method, `/api/v1/admin/articles${path}`)).status).toBe(401);
      expect((await asStaff(accessToken, method, path)).status).toBe(403);
    }
  });
});
