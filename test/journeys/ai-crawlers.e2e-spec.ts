/** AI crawlers come by, with and without a licence to ask for; and what all machines are told beforehand. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Machines, userAgents } from '../support/machines.js';
import { joinAs } from '../support/readers.js';
import { Visitor } from '../support/visitor.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';

let town: TestTown;
let machines: Machines;

const { googlebot, gptbot, chrome } = userAgents;
const set = (settings: object) => machines.set(settings);
const come: Machines['come'] = (...visit) => machines.come(...visit);

beforeAll(async () => {
  town = await startTestTown({ TRUST_PROXY: 'loopback' });
  const admin = await town.staff('admin');
  machines = new Machines(town, admin);
  await publish(town, admin, { slug: 'members', gate: 'members' });
  await publish(town, admin, { slug: 'open', gate: 'public' });
});

afterAll(() => town.close());

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
      const { accessToken: token } = await joinAs(town);
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

    it('is not told to buy one while nobody can say whose agent it is', async () => {
      const { accessToken: token } = await joinAs(town);
      await town.asOwner('alter table sessions rename to elsewhere');
      const answer = await come('/api/v1/articles', gptbot, undefined, { token });
      await town.asOwner('alter table elsewhere rename to sessions');
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect((await come('/api/v1/articles', gptbot, undefined, { token })).status).toBe(200);
    });

    it('is taken for a search engine where it says so, too, and gets what everybody gets', async () => {
      const both = `${googlebot} ${gptbot}`;
      expect((await come('/articles/open', both)).status).toBe(200);
      expect((await come('/articles/open', googlebot)).status).toBe(200);
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
