/** What caches may keep of our answers, and how they ask whether it still holds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Ask } from '../support/api.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { Visitor, signedInReader } from '../support/visitor.js';
import { overwriting } from '../support/writers.js';

const shared = 'public, max-age=0, s-maxage=60';

let town: TestTown;
let editor: string;
let reader: string;

const get = (path: string, options?: Ask): Promise<Answer> => town.ask('GET', path, options);
const cachingOf = ({ headers }: { headers: Headers }) => headers.get('cache-control');
const markOf = ({ headers }: { headers: Headers }) => headers.get('etag');
const asking = (mark: string | null): Record<string, string> => ({ 'if-none-match': mark ?? '' });

beforeAll(async () => {
  town = await startTestTown();
  editor = await town.staff('editor');
  await publish(town, editor, { slug: 'harbour', gate: 'members' });
  await publish(town, editor, { slug: 'market', gate: 'public' });
  await publish(town, editor, { slug: 'tram', gate: 'registered' });
  await publish(town, editor, { slug: 'bridge', gate: 'metered' });
  reader = (await joinAs(town)).accessToken;
});

afterAll(() => town.close());

/** What every stranger gets alike. */
const everybodys = [
  '/',
  '/join',
  '/articles/harbour',
  '/articles/market',
  '/api/v1/articles',
  '/api/v1/sections',
  '/api/v1/plans',
  '/api/v1/articles/harbour',
  '/api/v1/articles/market',
];

describe('What every stranger gets alike', () => {
  it.each(everybodys)('may be kept, and is known again by its bytes: %s', async (path) => {
    const answer = await get(path);
    expect(cachingOf(answer)).toBe(shared);
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(answer.headers.has('last-modified')).toBe(false);
    expect(markOf(answer)).toMatch(/^W\/"[\w-]{22}"$/);
    expect(markOf(await get(path))).toBe(markOf(answer));
    const again = await get(path, { headers: asking(markOf(answer)) });
    expect(again).toMatchObject({ status: 304, text: '' });
    for (const name of ['cache-control', 'vary', 'etag', 'surrogate-key']) {
      expect(again.headers.get(name)).toBe(answer.headers.get(name));
    }
  });

  it.each(everybodys)('is looked at with the same headers, and no body: %s', async (path) => {
    const plain = { headers: { 'accept-encoding': 'identity' } };
    const [whole, head] = [await get(path, plain), await town.ask('HEAD', path, plain)];
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(markOf(head)).toBe(markOf(whole));
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(whole.text)));
    const held = await town.ask('HEAD', path, { headers: asking(markOf(whole)) });
    expect(held.status).toBe(304);
  });

  it('says by whose headers it would differ', async () => {
    const plain = { headers: { 'accept-encoding': 'identity' } };
    expect((await get('/articles/harbour', plain)).headers.get('vary')).toBe('Cookie');
    const page = await get('/articles/harbour', { headers: { 'accept-encoding': 'gzip' } });
    expect(page.headers.get('vary')).toBe('Cookie, Accept-Encoding');
    expect(page.headers.get('content-encoding')).toBe('gzip');
    expect((await get('/api/v1/articles/harbour')).headers.get('vary')).toBe(
      'Authorization, Cookie',
    );
    expect((await get('/api/v1/plans')).headers.has('vary')).toBe(false);
  });

  it('is found among several marks, strong or weak, and by none that only looks like it', async () => {
    const mark = markOf(await get('/api/v1/plans')) ?? '';
    const status = async (held: string) =>
      (await get('/api/v1/plans', { headers: asking(held) })).status;
    expect(await status(`"other", ${mark}`)).toBe(304);
    expect(await status(mark.replace('W/', ''))).toBe(304);
    expect(await status('*')).toBe(304);
    expect(await status(mark.slice(0, -2))).toBe(200);
    expect(await status('"other"')).toBe(200);
  });

  it('is sent whole to whoever asks for a part, or by date', async () => {
    const whole = await get('/articles/harbour');
    const headers = { range: 'bytes=0-10', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
    const part = await get('/articles/harbour', { headers });
    expect(part).toMatchObject({ status: 200, text: whole.text });
    expect(part.headers.has('content-range')).toBe(false);
  });
});

describe('What is one reader’s alone', () => {
  it('is kept by nobody, and has no mark that could be asked about', async () => {
    for (const slug of ['harbour', 'market', 'tram', 'bridge']) {
      const answer = await get(`/api/v1/articles/${slug}`, { token: reader });
      expect(cachingOf(answer)).toBe('private, no-store');
      for (const name of ['etag', 'last-modified', 'surrogate-key', 'cache-tag']) {
        expect(answer.headers.has(name)).toBe(false);
      }
    }
  });

  it('is sent again whatever she says she holds', async () => {
    const teaser = await get('/api/v1/articles/harbour');
    for (const held of [markOf(teaser) ?? '', '*']) {
      const headers = { ...asking(held), 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' };
      const answer = await get('/api/v1/articles/tram', { token: reader, headers });
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('behind');
    }
    const hers = await signedInReader(town);
    const page = await hers.open('/articles/tram', asking('*'));
    expect(page.status).toBe(200);
    expect(page.html).toContain('behind');
    expect(markOf(page)).toBeNull();
  });

  it('is a teaser, not a 304, for whoever holds the public article of yesterday', async () => {
    await publish(town, editor, { slug: 'yesterday', gate: 'public' });
    const [page, answer] = await Promise.all([
      get('/articles/yesterday'),
      get('/api/v1/articles/yesterday'),
    ]);
    expect(page.text).toContain('behind');
    const { items } = (await town.ask('GET', '/api/v1/admin/articles', { token: editor })).body as {
      items: { id: string; slug: string }[];
    };
    const id = items.find(({ slug }) => slug === 'yesterday')?.id;
    await town.ask('PATCH', `/api/v1/admin/articles/${id}`, {
      token: editor,
      body: { gate: 'members' },
      headers: overwriting,
    });
    for (const [path, held] of [
      ['/articles/yesterday', markOf(page)],
      ['/api/v1/articles/yesterday', markOf(answer)],
    ] as const) {
      const now = await get(path, { headers: asking(held) });
      expect(now.status).toBe(200);
      expect(now.text).not.toContain('behind');
    }
  });
});

describe('What says nothing about caches', () => {
  it.each(['/health/live', '/dev/mailbox', '/api/openapi.json', '/api/v1/nowhere', '/nowhere'])(
    'is kept by none: %s',
    async (path) => {
      const answer = await get(path, { headers: { accept: 'application/json' } });
      expect(cachingOf(answer)).toContain('no-store');
      expect(markOf(answer)).toBeNull();
    },
  );

  it('nor is a refusal on the way to what may be kept', async () => {
    for (const path of ['/api/v1/plans?what=ever', '/api/v1/articles/nowhere', '/sections/no']) {
      const { status, headers } = await get(path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.has('surrogate-key')).toBe(false);
    }
  });
});

describe('A style sheet', () => {
  it('keeps the mark that it has', async () => {
    const [, path = ''] = /href="(\/assets\/site\.css\?v=[^"]+)"/.exec((await get('/')).text) ?? [];
    const sheet = await get(path);
    expect(cachingOf(sheet)).toContain('immutable');
    expect(markOf(sheet)).toMatch(/^"[\w-]{12}"$/);
    expect((await get(path, { headers: asking(markOf(sheet)) })).status).toBe(304);
  });
});

describe('What an answer is made of', () => {
  it.each([
    ['/', 'site articles'],
    ['/join', 'site plans'],
    ['/api/v1/articles', 'site articles'],
    ['/api/v1/plans', 'site plans'],
    ['/api/v1/sections', 'site'],
  ])('is named for caches: %s', async (path, keys) => {
    const { headers } = await get(path);
    expect(headers.get('surrogate-key')).toBe(keys);
    expect(headers.get('cache-tag')).toBe(keys.replaceAll(' ', ','));
  });

  it('is an article, and what its wall offers', async () => {
    for (const path of ['/articles/', '/api/v1/articles/']) {
      const keysOf = async (slug: string) =>
        (await get(path + slug)).headers.get('surrogate-key') ?? '';
      expect(await keysOf('harbour')).toMatch(/^site article:[0-9a-f-]{36} plans$/);
      expect(await keysOf('market')).toMatch(/^site article:[0-9a-f-]{36}$/);
    }
  });
});

describe('A stranger with cookies of others', () => {
  it('gets what every stranger gets', async () => {
    const plain = await new Visitor(town.url).open('/articles/harbour');
    const marked = await new Visitor(town.url).open('/articles/harbour', { cookie: '_ga=GA1.2' });
    // What is left of the minute of the first.
    expect(cachingOf(marked)).toMatch(/^public, max-age=0, s-maxage=\d\d$/);
    expect(marked.html).toBe(plain.html);
  });
});
