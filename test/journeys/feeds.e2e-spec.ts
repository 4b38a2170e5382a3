/** Machines that carry the paper elsewhere: feeds, sitemaps, and what they hold of an article. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sitemaps } from '../../src/site/machines/sitemaps.service.js';
import { QueryLog } from '../support/query-log.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { all, readXml, textOf } from '../support/xml.js';

let town: TestTown;
let editor: string;
const origin = 'http://localhost:3000';

beforeAll(async () => {
  town = await startTestTown();
  editor = await town.staff('editor');
  await town.ask('POST', '/api/v1/admin/sections', {
    token: editor,
    body: { slug: 'harbour', name: 'Harbour & Docks' },
  });
  await print('open', { title: 'Open <water>', gate: 'public', section: 'harbour' });
  await print('closed', { title: 'Closed', gate: 'members' });
  await town.ask('POST', '/api/v1/admin/articles', {
    token: editor,
    body: { slug: 'draft', title: 'Draft', bodyHtml: '<p>x</p>', section: 'harbour' },
  });
});
afterAll(() => town.close());

async function print(slug: string, article: object): Promise<void> {
  const body = {
    slug,
    standfirst: 'What happened & why.',
    heroImage: { url: '/assets/town/harbour.svg', alt: 'Boats', caption: null, credit: null },
    bodyHtml:
      '<p>In front, <a href="/articles/open">see</a>.</p><!--paywall--><p>A hidden hippopotamus.</p>',
    ...article,
  };
  const created = await town.ask('POST', '/api/v1/admin/articles', { token: editor, body });
  const { id } = created.body as { id: string };
  await town.ask('POST', `/api/v1/admin/articles/${id}/publish`, { token: editor });
}

const itemsOf = (xml: string) => all(readXml(xml), 'item').map((item) => textOf(item, 'link'));

describe('A feed reader', () => {
  it('gets the newest articles with their public part, and never a text, whatever the gate', async () => {
    const { status, text, headers } = await town.ask('GET', '/feed.xml');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(headers.get('cache-control')).toContain('public');
    expect(itemsOf(text)).toEqual([`${origin}/articles/closed`, `${origin}/articles/open`]);
    expect(text).not.toContain('hippopotamus');
    const [, open] = all(readXml(text), 'item');
    expect(open && textOf(open, 'title')).toBe('Open <water>');
    expect(open && textOf(open, 'content:encoded')).toBe(
      `<p>In front, <a href="${origin}/articles/open">see</a>.</p>`,
    );
  });

  it('gets the same when it is signed in', async () => {
    const stranger = await town.ask('GET', '/feed.xml');
    const staff = await town.ask('GET', '/feed.xml', { token: editor });
    expect(staff.text).toBe(stranger.text);
    expect(staff.headers.get('set-cookie')).toBeNull();
  });

  it('gets one section alone, and nothing of one that does not exist', async () => {
    const { text } = await town.ask('GET', '/sections/harbour/feed.xml');
    expect(itemsOf(text)).toEqual([`${origin}/articles/open`]);
    expect(textOf(readXml(text), 'title')).toBe('Harbour & Docks – The Broadsheet');
    expect((await town.ask('GET', '/sections/none/feed.xml')).status).toBe(404);
  });

  it('is led there by every page', async () => {
    const { text } = await town.ask('GET', '/sections/harbour');
    expect(text).toMatch(
      /<link rel="alternate" type="application\/rss\+xml"[^>]*href="\/feed.xml"/,
    );
    expect(text).toMatch(/<link rel="alternate"[^>]*href="\/sections\/harbour\/feed.xml"/);
  });
});

describe('A search engine', () => {
  it('finds every published article in the sitemap, with the front page and the sections', async () => {
    const { text, headers } = await town.ask('GET', '/sitemap.xml');
    expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const places = all(readXml(text), 'url').map((url) => textOf(url, 'loc'));
    expect(places).toEqual([
      `${origin}/`,
      `${origin}/sections/harbour`,
      `${origin}/articles/open`,
      `${origin}/articles/closed`,
    ]);
    expect(all(readXml(text), 'news:title').map((title) => title.text)).toEqual([
      'Open <water>',
      'Closed',
    ]);
  });

  it('is led on to parts once there is too much for one file, and misses nothing between them', async () => {
    const sitemaps = town.app.get(Sitemaps, { strict: false });
    const index = all(readXml(await sitemaps.whole(1)), 'loc').map(({ text }) => text);
    expect(index).toHaveLength(2);
    const parts = await Promise.all(
      index.map((address) => sitemaps.part(/([\da-f-]{36})\.xml$/.exec(address)?.[1] ?? '', 1)),
    );
    const slugs = parts.flatMap((part) => part.match(/\/articles\/\w+/g) ?? []);
    expect(slugs).toEqual(['/articles/open', '/articles/closed']);
    const [first = ''] = index;
    expect((await town.ask('GET', new URL(first).pathname)).status).toBe(200);
  });

  it.each([
    '/sitemaps/1.xml',
    '/sitemaps/x',
    '/sitemaps/00000000-0000-7000-8000-000000000000.xml',
    '/sitemaps/..%2f..%2fetc.xml',
  ])('finds no part at %s', async (path) => {
    expect((await town.ask('GET', path)).status).toBe(404);
  });
});

/** What the page of an article says of it to machines. */
async function metadataOf(slug: string): Promise<{ page: string; data: Record<string, unknown> }> {
  const { text: page, headers } = await town.ask('GET', `/articles/${slug}`);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  const [, json = '{}'] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
  return { page, data: JSON.parse(json) as Record<string, unknown> };
}

describe('The page of an article says to machines', () => {
  it('that it is free, where it is', async () => {
    const { page, data } = await metadataOf('open');
    expect(data).toMatchObject({ headline: 'Open <water>', isAccessibleForFree: true });
    expect(data).not.toHaveProperty('hasPart');
    expect(page).not.toContain('class="paywall"');
    expect(page).toContain(`<link rel="canonical" href="${origin}/articles/open"/>`);
    expect(page).toContain(
      `<meta property="og:image" content="${origin}/assets/town/harbour.svg"/>`,
    );
  });

  it('that it is free for as long as its schedule says so, and no longer', async () => {
    await print('fresh', { title: 'Fresh', gate: 'members', freeForHours: 48 });
    expect((await metadataOf('fresh')).data).toMatchObject({ isAccessibleForFree: true });
    town.advance(48 * 60 * 60);
    expect((await metadataOf('fresh')).data).toMatchObject({ isAccessibleForFree: false });
  });

  it('which part is not, and marks that part, and gives nothing of it away', async () => {
    const { page, data } = await metadataOf('closed');
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      isAccessibleForFree: false,
      hasPart: { isAccessibleForFree: false, cssSelector: '.paywall' },
      image: [`${origin}/assets/town/harbour.svg`],
    });
    expect(page).toMatch(/class="wall paywall"/);
    expect(page).not.toContain('hippopotamus');
  });
});

describe('The sitemap, asked for again and again', () => {
  const newsNow = async (): Promise<string[]> => {
    const { text } = await town.ask('GET', '/sitemap.xml');
    return all(readXml(text), 'news:title').map((title) => title.text);
  };

  it('is written once, and anew as soon as an article is published', async () => {
    editor = await town.staff('editor');
    await newsNow();
    const log = new QueryLog(town);
    const asked = await log.during(() => Promise.all([newsNow(), newsNow(), newsNow()]));
    expect(asked).toEqual([]);
    await print('latest', { title: 'Latest', gate: 'public' });
    expect(await newsNow()).toContain('Latest');
  });

  it('names as news what is younger than two days, also when it has not been written since', async () => {
    town.advance(46 * 60 * 60);
    expect(await newsNow()).toContain('Latest');
    town.advance(2 * 60 * 60);
    expect(await newsNow()).toEqual([]);
  });

  it('is not written for an address that it does not name', async () => {
    const parts = Array.from({ length: 5 }, () => `/sitemaps/${randomUUID()}.xml`);
    const log = new QueryLog(town);
    const asked = await log.during(async () => {
      for (const part of parts) expect((await town.ask('GET', part)).status).toBe(404);
    });
    expect(asked).toEqual([]);
  });
});
