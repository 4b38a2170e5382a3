/** Somebody looks for words, and finds what everybody may see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { overwriting } from '../support/writers.js';

let town: TestTown;
let editor: string;

interface Found {
  items: { slug: string }[];
  nextCursor: string | null;
}

beforeAll(async () => {
  town = await startTestTown();
  editor = await town.staff('editor');
  await print('ferry', { title: 'The ferry strike', standfirst: 'Boats stay in.' });
  await print('bread', {
    title: 'What bread costs',
    standfirst: 'A loaf & a half.',
    bodyHtml:
      '<p>The <em>miller</em>s are a-counting.</p><figure><img src="/m.png" alt="zeppelin"></figure>' +
      '<!--paywall--><p>Behind it all a hippopotamus.</p>',
  });
  await print('last', { title: 'The last ferry', standfirst: 'It sails at ten.' });
  await town.ask('POST', '/api/v1/admin/articles', {
    token: editor,
    body: { title: 'A ferry that is not there yet', standfirst: 'Draft.', bodyHtml: '<p>x</p>' },
  });
});
afterAll(() => town.close());

async function print(slug: string, article: object): Promise<string> {
  const body = { slug, bodyHtml: '<p>In front.</p><!--paywall--><p>Behind.</p>', ...article };
  const created = await town.ask('POST', '/api/v1/admin/articles', { token: editor, body });
  expect(created.status, created.text).toBe(201);
  const { id } = created.body as { id: string };
  await town.ask('POST', `/api/v1/admin/articles/${id}/publish`, { token: editor });
  return id;
}

const search = (q: string, more = '') =>
  town.ask('GET', `/api/v1/search?q=${encodeURIComponent(q)}${more}`);

async function found(q: string, more = ''): Promise<string[]> {
  const { status, body, text } = await search(q, more);
  expect(status, text).toBe(200);
  return (body as Found).items.map(({ slug }) => slug);
}

describe('Somebody looks for words', () => {
  it('and finds them in titles, standfirsts and public parts, the newest article first', async () => {
    expect(await found('ferry')).toEqual(['last', 'ferry']);
    expect(await found('FERRY strike')).toEqual(['ferry']);
    expect(await found('loaf')).toEqual(['bread']);
    expect(await found('millers')).toEqual(['bread']);
  });

  it('and says it more closely with quotes, or, and a minus', async () => {
    expect(await found('"last ferry"')).toEqual(['last']);
    expect(await found('"ferry last"')).toEqual([]);
    expect(await found('bread or strike')).toEqual(['bread', 'ferry']);
    expect(await found('ferry -last')).toEqual(['ferry']);
  });

  it('and finds nothing with a question that only leaves out', async () => {
    for (const q of ['-ferry', '-"last ferry" -bread', 'bread or -ferry']) {
      expect(await found(q), q).toEqual([]);
    }
  });

  it('and never finds what stands behind the cut, in a draft, or in no words at all', async () => {
    for (const hidden of ['hippopotamus', 'Behind', 'draft', 'zeppelin', 'paywall', 'em', 'p']) {
      expect(await found(hidden), hidden).toEqual([]);
    }
  });

  it('and gets cards as in every list, the same whoever asks', async () => {
    const asStranger = await search('bread');
    const asStaff = await town.ask('GET', '/api/v1/search?q=bread', { token: editor });
    expect(asStaff.text).toBe(asStranger.text);
    expect(asStranger.text).not.toContain('miller');
    expect(Object.keys(asStranger.body as Found).toSorted()).toEqual(['items', 'nextCursor']);
    expect(asStranger.headers.get('cache-control')).toContain('public');
  });

  it('and leafs through what was found', async () => {
    const first = (await search('ferry', '&limit=1')).body as Found;
    expect(first.items.map(({ slug }) => slug)).toEqual(['last']);
    expect(await found('ferry', `&limit=1&cursor=${first.nextCursor}`)).toEqual(['ferry']);
  });

  it('and an edit of the public part is found at once, what it took away no more', async () => {
    const id = await print('tide', {
      bodyHtml: '<p>Low water.</p><!--paywall--><p>High.</p>',
      title: 'Tide',
      standfirst: 'It comes.',
    });
    expect(await found('water')).toEqual(['tide']);
    const bodyHtml = '<p>Ebb.</p><!--paywall--><p>Low water.</p>';
    await town.ask('PATCH', `/api/v1/admin/articles/${id}`, {
      token: editor,
      body: { bodyHtml },
      headers: overwriting,
    });
    expect(await found('water')).toEqual([]);
    expect(await found('ebb')).toEqual(['tide']);
    await town.ask('POST', `/api/v1/admin/articles/${id}/unpublish`, { token: editor });
    expect(await found('ebb')).toEqual([]);
  });
});

it('An article is written also where its public part has more words than search can hold', async () => {
  const letter = (at: number) => String.fromCharCode(0x4e00 + at);
  const pair = (at: number) => letter(at % 400) + letter(Math.floor(at / 400));
  const words = Array.from({ length: 140_000 }, (_, at) => pair(at)).join(' ');
  const bodyHtml = `<p>flounder ${words}</p><!--paywall--><p>Behind.</p>`;
  await print('long', { title: 'Long', standfirst: 'Very.', bodyHtml });
  expect(await found('flounder')).toEqual(['long']);
});

describe('Whatever somebody types', () => {
  it.each([
    "'; drop table articles; --",
    "' or 1=1 --",
    'a & | ! ( ) : * <-> ferry',
    '"unclosed',
    '((((',
    '\\',
    '%_',
    '-',
    'or or or',
    ':*',
    '🐟 ﷽ ‮',
    'ǆ'.repeat(200),
    'x'.repeat(200),
    '   ',
    '\t\n',
  ])('%j is looked for and breaks nothing', async (q) => {
    expect((await search(q)).status).toBe(200);
    expect((await town.ask('GET', `/search?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  it.each([
    'q=',
    'q=%00',
    'q=a%00b',
    `q=${'x'.repeat(201)}`,
    '',
    'q=a&q=b',
    'q[]=a',
    'q=a&limit=0',
    'q=a&cursor=bm90IG9uZQ',
    'q=a&fields=body',
    'q=a&count=true',
  ])('?%s is refused', async (query) => {
    const { status } = await town.ask('GET', `/api/v1/search?${query}`);
    expect(status).toBe(400);
  });
});

describe('The search page', () => {
  it('asks for words, and shows what was found', async () => {
    const empty = await town.ask('GET', '/search');
    expect(empty.text).toContain('role="search"');
    const { text, headers } = await town.ask('GET', '/search?q=bread&utm_source=mail');
    expect(text).toContain('href="/articles/bread"');
    expect(text).toContain('value="bread"');
    expect(text).not.toContain('miller');
    expect(text).toContain('<meta name="robots" content="noindex"/>');
    expect(headers.get('cache-control')).toContain('public');
  });

  it('says so where nothing was found, and prints the question instead of obeying it', async () => {
    const q = encodeURIComponent('"><script>alert(1)</script>');
    const { text } = await town.ask('GET', `/search?q=${q}`);
    expect(text).not.toContain('<script>');
    expect(text).toContain('class="empty"');
  });
});

describe('Looking for words', () => {
  it('uses the index of public words, and does not read every article', async () => {
    const client = await town.app.get(Database).pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off; set local enable_indexscan = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from articles
         where "publicWords" @@ websearch_to_tsquery('simple', 'ferry')`,
      );
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('articles_publicWords_idx');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
