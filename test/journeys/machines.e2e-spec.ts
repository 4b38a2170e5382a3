/** Machines come by: search engines that prove who they are, others that only say so, AI crawlers with and without a licence. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NameServer, startNameServer } from '../support/dns-server.js';
import { joinAs } from '../support/readers.js';
import { Visitor } from '../support/visitor.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';

let names: NameServer;
let lists: string;
let town: TestTown;
let admin: string;

const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const duckduckbot = 'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)';
const gptbot = 'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)';
const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36';

beforeAll(async () => {
  names = await startNameServer();
  lists = await mkdtemp(join(tmpdir(), 'crawler-lists-'));
  await writeList('duckduckbot.json', { ipv4Prefix: '203.0.113.128/25' });
  town = await startTestTown({
    TRUST_PROXY: 'loopback',
    DNS_SERVERS: names.address,
    CRAWLER_LISTS: lists,
  });
  admin = await town.staff('admin');
  await publish(town, admin, { slug: 'members', gate: 'members' });
  await publish(town, admin, { slug: 'open', gate: 'public' });
});
afterAll(async () => {
  await town.close();
  names.close();
  await rm(lists, { recursive: true });
});

function writeList(name: string, ...prefixes: object[]): Promise<void> {
  return writeFile(join(lists, name), JSON.stringify({ prefixes }));
}

async function set(settings: object): Promise<void> {
  const body = { searchEnginesReadAll: false, aiCrawlers: 'allowed', ...settings };
  const path = '/api/v1/admin/settings/machines';
  const { status, text } = await town.ask('PUT', path, { token: admin, body });
  expect(status, text).toBe(200);
}

/** @param address where it comes from, as the trusted proxy says it */
const come = (
  path: string,
  userAgent: string,
  address = '198.51.100.7',
  more: { token?: string; method?: string; headers?: Record<string, string> } = {},
) =>
  town.ask(more.method ?? 'GET', path, {
    ...(more.token === undefined ? {} : { token: more.token }),
    headers: { 'user-agent': userAgent, 'x-forwarded-for': address, ...more.headers },
  });

/** Whether it got the text behind the cut, from the API and from the page alike. */
async function readsAll(userAgent: string, address: string): Promise<boolean> {
  const answer = await come('/api/v1/articles/members', userAgent, address);
  const page = await come('/articles/members', userAgent, address);
  const isRead = answer.text.includes('Hidden behind');
  expect(page.text.includes('Hidden behind')).toBe(isRead);
  return isRead;
}

describe('An admin says what machines may have', () => {
  const path = '/api/v1/admin/settings/machines';

  it('and before she does, search engines get what everybody gets and AI crawlers may come', async () => {
    const { body } = await town.ask('GET', path, { token: admin });
    expect(body).toEqual({ searchEnginesReadAll: false, aiCrawlers: 'allowed' });
  });

  it('and it is written down who said so', async () => {
    await set({ aiCrawlers: 'licensed' });
    const { body } = await town.ask('GET', path, { token: admin });
    expect(body).toEqual({ searchEnginesReadAll: false, aiCrawlers: 'licensed' });
    const audit = await town.ask('GET', '/api/v1/admin/audit', { token: admin });
    expect(audit.text).toContain('"subjectId":"machines"');
  });

  it.each([{}, { searchEnginesReadAll: 'yes', aiCrawlers: 'allowed' }, { aiCrawlers: 'blocked' }])(
    'and %j is not understood',
    async (body) => {
      expect((await town.ask('PUT', path, { token: admin, body })).status).toBe(422);
    },
  );

  it('and an editor says nothing of it', async () => {
    const token = await town.staff('editor');
    expect((await town.ask('GET', path, { token })).status).toBe(403);
  });
});

describe('A search engine', () => {
  const address = '66.249.66.1';
  const name = 'crawl-66-249-66-1.googlebot.com';

  beforeAll(() => {
    names.zone.PTR['1.66.249.66.in-addr.arpa'] = [name];
    names.zone.A[name] = ['66.249.66.9', address];
  });

  it('gets what everybody gets while nobody has said more, and costs no look', async () => {
    await set({});
    expect(await readsAll(googlebot, address)).toBe(false);
    expect(names.asked).toEqual([]);
  });

  it('reads it all once it may and its name leads back to it; nobody keeps a copy', async () => {
    await set({ searchEnginesReadAll: true });
    expect(await readsAll(googlebot, address)).toBe(true);
    const { headers, body } = await come('/api/v1/articles/members', googlebot, address);
    expect(body).toMatchObject({ access: { granted: true, via: 'crawler', denial: null } });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noarchive');
    expect(headers.get('etag')).toBeNull();
  });

  it('is told which part of the page is not free, as everybody is', async () => {
    const page = await come('/articles/members', googlebot, address);
    expect(page.text).toContain('<p>In front.</p><div class="paywall"><p>Hidden behind');
    const metadata = /<script type="application\/ld\+json">[^<]*<\/script>/;
    const stranger = await come('/articles/members', chrome);
    expect(metadata.exec(page.text)?.[0]).toBe(metadata.exec(stranger.text)?.[0]);
  });

  it('is looked at once for many visits', async () => {
    expect(names.asked.filter((question) => question.startsWith('PTR'))).toHaveLength(1);
    town.advance(59 * 60);
    await readsAll(googlebot, address);
    expect(names.asked.filter((question) => question.startsWith('PTR'))).toHaveLength(1);
    town.advance(2 * 60);
    expect(await readsAll(googlebot, address)).toBe(true);
    expect(names.asked.filter((question) => question.startsWith('PTR'))).toHaveLength(2);
  });

  it('comes over IPv6 as well', async () => {
    const nibbles = '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1.0.0.1.0.8.4.0.6.8.4.1.0.0.2.ip6.arpa';
    names.zone.PTR[nibbles] = ['crawl-6.googlebot.com'];
    names.zone.AAAA['crawl-6.googlebot.com'] = ['2001:4860:4801:10:0:0:0:1'];
    expect(await readsAll(googlebot, '2001:4860:4801:10::1')).toBe(true);
  });

  it('proves itself by the list that it publishes, and only as itself', async () => {
    expect(await readsAll(duckduckbot, '203.0.113.200')).toBe(true);
    expect(await readsAll(duckduckbot, '203.0.113.1')).toBe(false);
    expect(await readsAll(googlebot, '203.0.113.201')).toBe(false);
  });

  it('gets nothing that is not published', async () => {
    const draft = { slug: 'draft', title: 'Draft', bodyHtml: '<p>Hidden behind the desk.</p>' };
    await town.ask('POST', '/api/v1/admin/articles', { token: admin, body: draft });
    const answer = await come('/articles/draft', googlebot, address);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('Hidden');
  });
});

describe('Somebody who only says to be a search engine', () => {
  beforeAll(() => set({ searchEnginesReadAll: true }));

  it.each([
    ['whose address has no name', '192.0.2.1', [], {}],
    ['whose name is another’s', '192.0.2.2', ['crawl-1.googlebot.com'], {}],
    [
      'whose name leads to another address',
      '192.0.2.3',
      ['crawl-2.googlebot.com'],
      { 'crawl-2.googlebot.com': ['66.249.66.2'] },
    ],
    [
      'whose name only ends like the engine’s',
      '192.0.2.4',
      ['crawl.evilgooglebot.com'],
      { 'crawl.evilgooglebot.com': ['192.0.2.4'] },
    ],
    [
      'who rents a machine from the engine’s owner',
      '192.0.2.5',
      ['5.2.0.192.bc.googleusercontent.com'],
      { '5.2.0.192.bc.googleusercontent.com': ['192.0.2.5'] },
    ],
    [
      'who lets the engine’s translator fetch the page',
      '192.0.2.6',
      ['google-proxy-192-0-2-6.google.com'],
      { 'google-proxy-192-0-2-6.google.com': ['192.0.2.6'] },
    ],
    [
      'who is another engine',
      '192.0.2.7',
      ['msnbot-1.search.msn.com'],
      { 'msnbot-1.search.msn.com': ['192.0.2.7'] },
    ],
  ] as const)('%s reads no more than a stranger', async (_, address, ptr, leads) => {
    names.zone.PTR[`${address.split('.').toReversed().join('.')}.in-addr.arpa`] = [...ptr];
    for (const [name, addresses] of Object.entries(leads)) names.zone.A[name] = [...addresses];
    expect(await readsAll(googlebot, address)).toBe(false);
    const { body } = await come('/api/v1/articles/members', googlebot, address);
    expect(body).toMatchObject({ access: { granted: false, denial: 'sign-in-required' } });
  });

  it('is not believed while the name system is silent; that passes soon', async () => {
    const address = '66.249.66.3';
    names.zone.PTR['3.66.249.66.in-addr.arpa'] = ['crawl-3.googlebot.com'];
    names.zone.A['crawl-3.googlebot.com'] = [address];
    names.isSilent = true;
    expect(await readsAll(googlebot, address)).toBe(false);
    names.isSilent = false;
    town.advance(61);
    expect(await readsAll(googlebot, address)).toBe(true);
  });

  it('makes nobody else wait for a look: readers cost none', async () => {
    const before = names.asked.length;
    await readsAll(chrome, '192.0.2.99');
    await come('/api/v1/articles/members', googlebot, '192.0.2.98', { token: await signedIn() });
    expect(names.asked).toHaveLength(before);
  });
});

async function signedIn(): Promise<string> {
  return (await joinAs(town)).accessToken;
}

const journalism = [
  '/',
  '/articles/open',
  '/articles/members',
  '/articles/none',
  '/search?q=story',
  '/feed.xml',
  '/api/v1/articles',
  '/api/v1/articles/open',
  '/api/v1/search?q=story',
  '/api/v1/sections',
];
const free = ['/robots.txt', '/license.xml', '/sitemap.xml', '/health/live', '/health/ready'];

describe('An AI crawler that says who it is', () => {
  const licence = 'http://localhost:3000/license.xml';

  describe('where a licence is asked for', () => {
    beforeAll(() => set({ aiCrawlers: 'licensed' }));

    it.each(journalism)('is asked for it at %s, and nobody else hears that', async (path) => {
      const { status, headers, text } = await come(path, gptbot, undefined, {
        headers: { accept: 'application/json' },
      });
      expect(status).toBe(402);
      expect(JSON.parse(text)).toMatchObject({ code: 'paywall/licence-required', status: 402 });
      expect(headers.get('link')).toBe(`<${licence}>; rel="license"; type="application/rsl+xml"`);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('etag')).toBeNull();
      expect((await come(path, chrome)).status).not.toBe(402);
    });

    it.each(free)('is let by at %s', async (path) => {
      expect((await come(path, gptbot)).status).toBe(200);
    });

    it('hears it also without asking for the body, and as a page', async () => {
      const head = await come('/articles/open', gptbot, undefined, { method: 'HEAD' });
      expect(head.status).toBe(402);
      const page = await come('/articles/members', gptbot, undefined, {
        headers: { accept: 'text/html' },
      });
      expect(page.status).toBe(402);
      expect(page.text).toContain('Machines need a licence');
      expect(page.text).not.toContain('In front.');
    });

    it('is a reader’s agent where she has signed in, by token or by cookie', async () => {
      const token = await signedIn();
      for (const path of ['/api/v1/articles/open', '/api/v1/articles', '/api/v1/me']) {
        expect((await come(path, gptbot, undefined, { token })).status, path).toBe(200);
      }
      const browser = new Visitor(town.url);
      await browser.signIn((await joinAs(town)).user.email);
      const headers = { 'user-agent': gptbot };
      expect((await browser.open('/articles/open', headers)).status).toBe(200);
    });

    it('is nobody’s agent with a token that is none', async () => {
      const more = { token: 'a.b.c' };
      expect((await come('/api/v1/articles', gptbot, undefined, more)).status).toBe(402);
      const headers = { cookie: 'broadsheet=made-up' };
      expect((await come('/articles/open', gptbot, undefined, { headers })).status).toBe(402);
    });

    it('is taken for a search engine where it says so, too, and gets what everybody gets', async () => {
      const both = `${googlebot} ${gptbot}`;
      expect((await come('/articles/open', both)).status).toBe(200);
      expect((await come('/articles/open', googlebot)).status).toBe(200);
      expect(await readsAll(both, '192.0.2.50')).toBe(false);
    });
  });

  describe('where it is welcome', () => {
    beforeEach(() => set({}));

    it.each(journalism)('gets at %s what a reader gets', async (path) => {
      const [crawler, reader] = await Promise.all([come(path, gptbot), come(path, chrome)]);
      expect(crawler.status).toBe(reader.status);
      expect(crawler.text).toBe(reader.text);
    });
  });
});

describe('What machines are told beforehand', () => {
  it('follows what the admin says, and is the same for all of them', async () => {
    await set({});
    const open = (await come('/robots.txt', chrome)).text;
    expect(open).toContain('Content-Signal: search=yes, ai-input=yes, ai-train=no');
    expect(open).not.toContain('GPTBot');
    await set({ aiCrawlers: 'licensed' });
    const { text, headers } = await come('/robots.txt', gptbot);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('cache-control')).toContain('public');
    expect(text).toContain('License: http://localhost:3000/license.xml');
    expect(text).toContain('Sitemap: http://localhost:3000/sitemap.xml');
    expect(text).toContain('Content-Signal: search=yes, ai-input=no, ai-train=no');
    expect(text).toContain('User-agent: GPTBot\n');
    expect(text).toContain('User-agent: Google-Extended\n');
    expect((await come('/robots.txt', chrome)).text).toBe(text);
  });

  it('stands in the licence file, in the words of RSL', async () => {
    const { text, headers } = await come('/license.xml', gptbot);
    expect(headers.get('content-type')).toBe('application/rsl+xml; charset=utf-8');
    expect(text).toContain('<rsl xmlns="https://rslstandard.org/rsl">');
  });

  it('is named by every page', async () => {
    const { text } = await come('/', chrome);
    expect(text).toContain('<link rel="license" href="/license.xml" type="application/rsl+xml"/>');
  });
});

// Another application is started here, and the tokens of the first one hold no more.

describe('An address that nobody trusted has said', () => {
  it('is none: who comes straight to us is who she is', async () => {
    const direct = await startTestTown({ DNS_SERVERS: names.address });
    try {
      const token = await direct.staff('admin');
      await publish(direct, token, { slug: 'members', gate: 'members' });
      const body = { searchEnginesReadAll: true, aiCrawlers: 'allowed' };
      await direct.ask('PUT', '/api/v1/admin/settings/machines', { token, body });
      const headers = { 'user-agent': googlebot, 'x-forwarded-for': '66.249.66.1' };
      const answer = await direct.ask('GET', '/api/v1/articles/members', { headers });
      expect(answer.body).toMatchObject({ bodyHtml: null });
    } finally {
      await direct.close();
    }
  });
});
