/** Whoever opens an article behind the cache gets what she may have, whoever was there before her. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aiCrawlerTokens } from '../../src/paywall/machines/ai-crawlers.js';
import { searchEngines } from '../../src/paywall/machines/search-engines.js';
import { sendRaw } from '../support/raw-http.js';
import {
  type EdgeReader,
  EdgeTown,
  expectTeaser,
  expectWhole,
  gated,
  keptOf,
  libraryAddress,
  opens,
  strangerOpens,
  waysTo,
} from './edge-town.js';

let edge: EdgeTown;
let mira: EdgeReader;
let slug: string;
let ways: [string, string];
let articles = 0;

beforeAll(async () => {
  edge = await EdgeTown.start();
  mira = await edge.someMember();
});

afterAll(() => edge.close());

/** For each test an article that nobody has opened yet. */
beforeEach(async () => {
  articles += 1;
  slug = `story-${articles}`;
  ways = waysTo(slug);
  await edge.publish(slug);
});

describe('A stranger behind the cache', () => {
  it('never gets the text that a member has warmed it with', async () => {
    expectWhole(await opens(edge, mira, ways));
    expectTeaser(await strangerOpens(edge, ways));
    expectTeaser(await strangerOpens(edge, ways));
    expectWhole(await opens(edge, mira, ways));
    expectTeaser(await strangerOpens(edge, ways));
  });

  it('gets her teaser from the cache, and the member behind her still her whole text', async () => {
    for (const path of ways) {
      expect(keptOf(await edge.get(path))).toBe('MISS');
      expect(keptOf(await edge.get(path))).toBe('HIT');
    }
    expectTeaser(await strangerOpens(edge, ways));
    expectWhole(await opens(edge, mira, ways));
    for (const path of ['/', '/join', '/api/v1/articles', '/api/v1/plans', '/api/v1/sections']) {
      await edge.get(path);
      expect([path, keptOf(await edge.get(path))]).toEqual([path, 'HIT']);
    }
  });

  it('gets it without anybody’s cookie, and without the names that caches go by', async () => {
    for (const path of [...ways, ...ways]) {
      const { headers } = await edge.get(path);
      for (const name of ['set-cookie', 'surrogate-key', 'cache-tag']) {
        expect(headers.has(name)).toBe(false);
      }
    }
  });

  it('gets nothing more by another spelling of the address that a member has just used', async () => {
    const spellings = ways.flatMap((path) => [
      `${path}/x.css`,
      `${path}/`,
      `${path}.css`,
      `${path};x.css`,
      `${path}%2fx.css`,
      `${path}%3Fx.css`,
      `/${path}`,
      path.toUpperCase(),
      path.replace('story', '%73tory'),
      path.replace(slug, slug.toUpperCase()),
      path.replace('/articles', '/./articles'),
      `${path}?x=1`,
      `${path}?utm_source=letter`,
      `${path}?gift=`,
      `${path}?`,
      `${path}#x`,
    ]);
    const { url } = edge.nginx;
    const authorization = `Bearer ${mira.token}`;
    for (const target of spellings) {
      await sendRaw(url, 'GET', target, { headers: { cookie: mira.browser.cookie } });
      await sendRaw(url, 'GET', target, { headers: { authorization } });
      const { status, text } = await sendRaw(url, 'GET', target);
      expect([target, status < 500, text.includes(gated)]).toEqual([target, true, false]);
    }
  });

  it.each([
    ['x-forwarded-host', 'evil.test'],
    ['forwarded', 'host=evil.test'],
    ['x-original-url', '/api/v1/articles'],
    ['x-rewrite-url', '/account'],
    ['x-http-method-override', 'HEAD'],
    ['x-forwarded-for', '192.0.2.1'],
    ['accept', 'application/json'],
    ['range', 'bytes=0-10'],
  ])('gets nothing more, and poisons nothing, with %s: %s', async (name, value) => {
    expectWhole(await opens(edge, mira, ways, { [name]: value }));
    expectTeaser(await strangerOpens(edge, ways, { [name]: value }));
    const texts = await strangerOpens(edge, ways);
    expectTeaser(texts);
    expect(texts.join()).not.toContain('evil.test');
    expectWhole(await opens(edge, mira, ways));
  });

  it.each([
    ['of others', '_ga=GA1.2.3; consent=yes'],
    ['that looks like a session', 'broadsheet=00000000-0000-7000-8000-000000000000.x'],
    ['that only resembles one', 'xbroadsheet=1'],
    ['that is none', ';;;=;'],
  ])('gets nothing more with a cookie %s', async (_, cookie) => {
    expectWhole(await opens(edge, mira, ways));
    expectTeaser(await strangerOpens(edge, ways, { cookie }));
    expectWhole(await opens(edge, mira, ways));
    expectTeaser(await strangerOpens(edge, ways, { cookie }));
    expectTeaser(await strangerOpens(edge, ways));
  });

  it('is told when she holds what she would be sent', async () => {
    for (const path of ways) {
      const mark = (await edge.get(path)).headers.get('etag') ?? '';
      const held = await edge.get(path, { headers: { 'if-none-match': mark } });
      expect(held).toMatchObject({ status: 304, text: '' });
      expect(keptOf(held)).toBe('HIT');
    }
  });

  it('is sent the whole teaser where she asks for a part of it', async () => {
    for (const path of ways) {
      const whole = await edge.get(path);
      const part = await edge.get(path, { headers: { range: 'bytes=0-10' } });
      expect(part).toMatchObject({ status: 200, text: whole.text });
      expect(keptOf(part)).toBe('HIT');
    }
  });

  it('may look before she reads: HEAD is kept apart', async () => {
    for (const path of ways) {
      expect(keptOf(await edge.ask('HEAD', path))).toBe('MISS');
      expect(keptOf(await edge.ask('HEAD', path))).toBe('HIT');
      const whole = await edge.get(path);
      expect(whole.text).toContain('In front.');
      expect(keptOf(whole)).toBe('MISS');
    }
  });

  it('is told each time that there is nothing where there is nothing', async () => {
    for (const path of ['/articles/nowhere', '/api/v1/articles/nowhere', '/nowhere']) {
      expect(keptOf(await edge.get(path))).toBe('MISS');
      const again = await edge.get(path);
      expect([again.status, keptOf(again)]).toEqual([404, 'MISS']);
    }
  });
});

describe('A library’s reader, known by nothing but where she comes from,', () => {
  it('reads, and leaves nothing behind for strangers', async () => {
    const signed = await edge.town.ask('POST', '/api/v1/admin/institutions', {
      token: edge.admin,
      body: { name: 'City Library', networks: [libraryAddress], endsAt: edge.inDays(300) },
    });
    expect(signed.status).toBe(201);
    const inLibrary = async () =>
      Promise.all(
        ways.map(async (path) => {
          const { url } = edge.nginx;
          const { text, headers } = await sendRaw(url, 'GET', path, { from: libraryAddress });
          expect(keptOf({ headers })).toBe('BYPASS');
          return text;
        }),
      );
    expectWhole(await inLibrary());
    expectTeaser(await strangerOpens(edge, ways));
    expectTeaser(await strangerOpens(edge, ways, { 'x-forwarded-for': libraryAddress }));
    expectWhole(await inLibrary());
  });
});

describe('A machine', () => {
  it('is let through to Broadsheet, which decides what it may have', async () => {
    const engines = searchEngines.flatMap(({ tokens }) => tokens);
    await strangerOpens(edge, ways);
    for (const name of [...engines, ...aiCrawlerTokens]) {
      const headers = { 'user-agent': `Mozilla/5.0 (compatible; ${name}/1.0)` };
      const answer = await edge.get(`/articles/${slug}`, { headers });
      expect([name, keptOf(answer)]).toEqual([name, 'BYPASS']);
      expect(answer.text).not.toContain(gated);
    }
  });
});

describe('What is read through the cache is counted as without it', () => {
  it('once by reading, never by looking', async () => {
    const { token } = await edge.someReader();
    await edge.publish(`metered-${articles}`, 'metered');
    const path = `/api/v1/articles/metered-${articles}`;
    const used = async () => {
      const { body } = await edge.get('/api/v1/me', { token });
      return (body as { meter: { used: number } }).meter.used;
    };
    await edge.ask('HEAD', path, { token });
    await edge.get(path, { token, headers: { 'sec-purpose': 'prefetch' } });
    expect(await used()).toBe(0);
    expect((await edge.get(path, { token })).text).toContain(gated);
    expect((await edge.get(path, { token })).text).toContain(gated);
    expect(await used()).toBe(1);
  });
});
