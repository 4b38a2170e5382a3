/** The desk looks back: every version of an article's words, what differs between two, and the way back to one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { type TestTown, startTestTown } from '../support/town.js';

interface Draft {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  bodyHtml: string;
  previewHtml: string;
  version: number;
}

interface Card {
  number: number;
  title: string;
  words: number;
  current: boolean;
}

let town: TestTown;
let author: string;
let editor: string;

beforeAll(async () => {
  town = await startTestTown();
  author = await town.staff('author');
  editor = await town.staff('editor');
});
afterAll(() => town.close());

const first = '<p>It rained all night.</p><!--paywall--><p>The mayor knew.</p>';
const second = '<p>It snowed all night.</p><!--paywall--><p>The mayor knew nothing.</p>';

const at = (id: string, rest = ''): string => `/api/v1/admin/articles/${id}${rest}`;

const as = (token: string, method: string, path: string, body?: object): Promise<Answer> =>
  town.ask(method, path, {
    token,
    headers: { 'if-match': '*' },
    ...(body === undefined ? {} : { body }),
  });

async function draft(token = author): Promise<Draft> {
  const words = { title: 'The flood', standfirst: 'A night.', bodyHtml: first };
  const made = await as(token, 'POST', '/api/v1/admin/articles', words);
  expect(made.status, made.text).toBe(201);
  return made.body as Draft;
}

async function edited(id: string, changes: object, token = author): Promise<Draft> {
  const answer = await as(token, 'PATCH', at(id), changes);
  expect(answer.status, answer.text).toBe(200);
  return answer.body as Draft;
}

const cardsOf = async (id: string, query = ''): Promise<Card[]> =>
  ((await as(author, 'GET', at(id, `/revisions${query}`))).body as { items: Card[] }).items;

const codeOf = (answer: Answer): unknown => [answer.status, (answer.body as { code: string }).code];

describe('An author who changes her words', () => {
  it('finds every version of them again: title, standfirst and text', async () => {
    const { id } = await draft();
    await edited(id, { title: 'The snow' });
    await edited(id, { standfirst: 'A white night.' });
    await edited(id, { bodyHtml: second });
    await edited(id, { gate: 'public' });
    expect(await cardsOf(id)).toMatchObject([
      { number: 4, title: 'The snow', words: 8, current: true },
      { number: 3, title: 'The snow', words: 7, current: false },
      { number: 2, title: 'The snow', words: 7, current: false },
      { number: 1, title: 'The flood', words: 7, current: false },
    ]);
    const shown = await as(author, 'GET', at(id, '/revisions/1'));
    expect(shown.body).toMatchObject({
      number: 1,
      title: 'The flood',
      standfirst: 'A night.',
      bodyHtml: first,
    });
  });

  it('reads them page by page', async () => {
    const { id } = await draft();
    await edited(id, { title: 'One' });
    await edited(id, { title: 'Two' });
    const page = (await as(author, 'GET', at(id, '/revisions?limit=2'))).body as {
      items: Card[];
      nextCursor: string;
    };
    expect(page.items.map(({ number }) => number)).toEqual([3, 2]);
    const rest = await cardsOf(id, `?limit=2&cursor=${page.nextCursor}`);
    expect(rest.map(({ number }) => number)).toEqual([1]);
  });

  it('sees what differs between two of them, in words', async () => {
    const { id } = await draft();
    await edited(id, { title: 'The great flood', bodyHtml: second });
    const compared = await as(author, 'GET', at(id, '/revisions/compare?from=1&to=2'));
    expect([compared.status, compared.body]).toMatchObject([
      200,
      {
        from: { number: 1 },
        to: { number: 2, current: true },
        title: [
          { kind: 'same', text: 'The ' },
          { kind: 'added', text: 'great ' },
          { kind: 'same', text: 'flood' },
        ],
        standfirst: [{ kind: 'same', text: 'A night.' }],
        blocks: [
          {
            kind: 'changed',
            tag: 'p',
            pieces: [
              { kind: 'same', text: 'It ' },
              { kind: 'removed', text: 'rained' },
              { kind: 'added', text: 'snowed' },
              { kind: 'same', text: ' all night.' },
            ],
          },
          { kind: 'same', tag: 'paywall', pieces: [] },
          { kind: 'changed', tag: 'p' },
        ],
        precision: 'words',
      },
    ]);
  });

  it('goes back to one, which becomes a new version, and is written down', async () => {
    const { id } = await draft();
    const { version } = await edited(id, { title: 'The snow', bodyHtml: second });
    const restored = await town.ask('POST', at(id, '/revisions/1/restore'), {
      token: author,
      headers: { 'if-match': `"v${version}"` },
    });
    expect([restored.status, restored.body]).toMatchObject([
      200,
      { title: 'The flood', bodyHtml: first, previewHtml: '<p>It rained all night.</p>' },
    ]);
    expect(restored.headers.get('etag')).toBe(`"v${version + 1}"`);
    expect(await cardsOf(id)).toMatchObject([
      { number: 3, title: 'The flood', current: true },
      { number: 2, title: 'The snow' },
      { number: 1, title: 'The flood' },
    ]);
    const admin = await town.staff('admin');
    const entries = await town.ask('GET', `/api/v1/admin/audit?subject=article&subjectId=${id}`, {
      token: admin,
    });
    expect((entries.body as { items: object[] }).items[0]).toMatchObject({
      action: 'article.restored',
      detail: { revision: 1 },
    });
  });

  it('does not overwrite a colleague by going back', async () => {
    const { id, version } = await draft();
    await edited(id, { title: 'The snow' });
    const restore = (headers: Record<string, string>) =>
      town.ask('POST', at(id, '/revisions/1/restore'), { token: author, headers });
    expect(codeOf(await restore({ 'if-match': `"v${version}"` }))).toEqual([
      412,
      'articles/changed-meanwhile',
    ]);
    expect(codeOf(await restore({}))).toEqual([428, 'articles/precondition-required']);
    expect((await cardsOf(id))[0]).toMatchObject({ title: 'The snow' });
  });

  it('hears nothing of versions that are not there, or are no numbers', async () => {
    const { id } = await draft();
    for (const path of ['2', '0', '01', '1.0', 'one', '99999999999']) {
      expect((await as(author, 'GET', at(id, `/revisions/${path}`))).status, path).toBe(404);
    }
    expect((await as(author, 'GET', at(id, '/revisions/compare?from=1&to=7'))).status).toBe(404);
    for (const query of ['', '?from=1', '?from=a&to=1', '?from=1&to=0', '?from=1e0&to=1']) {
      expect((await as(author, 'GET', at(id, `/revisions/compare${query}`))).status).toBe(400);
    }
  });
});

describe('A published article', () => {
  it('goes back at once for its readers, with the part of then before the wall', async () => {
    const { id, slug } = await draft(editor);
    await as(editor, 'POST', at(id, '/publish'));
    await edited(id, { bodyHtml: second }, editor);
    await as(editor, 'POST', at(id, '/revisions/1/restore'));
    const read = await town.ask('GET', `/api/v1/articles/${slug}`);
    expect(read.body).toMatchObject({ previewHtml: '<p>It rained all night.</p>', bodyHtml: null });
  });

  it('does not go back to words that nobody could read, nor by its author’s hand', async () => {
    const { id } = await draft();
    await edited(id, { bodyHtml: '' });
    await edited(id, { bodyHtml: second });
    await as(editor, 'POST', at(id, '/publish'));
    expect(codeOf(await as(editor, 'POST', at(id, '/revisions/2/restore')))).toEqual([
      422,
      'articles/not-ready',
    ]);
    expect(codeOf(await as(author, 'POST', at(id, '/revisions/1/restore')))).toEqual([
      403,
      'articles/editor-needed',
    ]);
  });
});

describe('Whoever is not her', () => {
  it('sees none of it', async () => {
    const { id } = await draft();
    const stranger = await town.staff('author');
    const own = await as(stranger, 'GET', at(id));
    for (const path of ['/revisions', '/revisions/1', '/revisions/compare?from=1&to=1']) {
      const refused = await as(stranger, 'GET', at(id, path));
      expect([refused.status, refused.text]).toEqual([own.status, own.text]);
      expect((await town.ask('GET', at(id, path))).status).toBe(401);
    }
    expect((await as(stranger, 'POST', at(id, '/revisions/1/restore'))).status).toBe(own.status);
  });
});
