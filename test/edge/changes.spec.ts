/** What changes is forgotten by the cache, and who lapses is shown nothing of what she once read. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import {
  EdgeTown,
  day,
  expectTeaser,
  expectWhole,
  gated,
  keptOf,
  opens,
  waysTo,
} from './edge-town.js';

let edge: EdgeTown;
let slug: string;
let ways: [string, string];
let articles = 0;

beforeAll(async () => {
  edge = await EdgeTown.start();
  await edge.publish('archive');
});

afterAll(() => edge.close());

/** For each test an article that nobody has opened yet. */
beforeEach(async () => {
  articles += 1;
  slug = `story-${articles}`;
  ways = waysTo(slug);
  await edge.publish(slug);
});

describe('A lapsed member behind the cache', () => {
  it('never gets a 304 for what she read, whatever she says she holds', async () => {
    const lars = await edge.someMember(2);
    const page = await lars.browser.open(ways[0]);
    const answer = await edge.get(ways[1], { token: lars.token });
    expectWhole([page.html, answer.text]);
    for (const { headers } of [page, answer]) {
      expect(headers.has('etag')).toBe(false);
      expect(headers.has('last-modified')).toBe(false);
    }
    const marks = await Promise.all(
      ways.map(async (path) => (await edge.get(path)).headers.get('etag') ?? ''),
    );
    edge.town.advance(3 * day);
    const validators: Record<string, string>[] = [
      ...['*', '"x"', ...marks].map((mark) => ({ 'if-none-match': mark })),
      { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
      { 'if-range': '"x"', range: 'bytes=0-' },
    ];
    for (const headers of validators) {
      const seen = await lars.browser.open(ways[0], headers);
      const told = await edge.get(ways[1], { token: lars.token, headers });
      expect([seen.status, told.status]).toEqual([200, 200]);
      expectTeaser([seen.html, told.text]);
    }
  });
});

describe('After a change', () => {
  it('the cache forgets what it was told of, and nothing else', async () => {
    await edge.publish(`other-${articles}`);
    const others = [...waysTo(`other-${articles}`), '/api/v1/plans'];
    for (const path of [...ways, ...others, '/']) await edge.get(path);
    await edge.edit(slug, { title: 'A new headline' });
    for (const path of [...ways, '/']) {
      const answer = await edge.get(path);
      expect([path, keptOf(answer)]).toEqual([path, 'MISS']);
      expect(answer.text).toContain('A new headline');
    }
    for (const path of others) expect([path, keptOf(await edge.get(path))]).toEqual([path, 'HIT']);
  });

  it('of its gate, whoever holds the public article gets the teaser', async () => {
    await edge.edit(slug, { gate: 'public' });
    const before = await Promise.all(ways.map((path) => edge.get(path)));
    expectWhole(before.map(({ text }) => text));
    await edge.edit(slug, { gate: 'members' });
    for (const [at, path] of ways.entries()) {
      const headers = { 'if-none-match': before[at]?.headers.get('etag') ?? '' };
      const now = await edge.get(path, { headers });
      expect(now.status).toBe(200);
      expectTeaser([now.text]);
    }
  });

  it('of its gate, members read on', async () => {
    const mira = await edge.someMember();
    await edge.edit(slug, { gate: 'registered' });
    await Promise.all(ways.map((path) => edge.get(path)));
    await edge.edit(slug, { gate: 'members' });
    expectWhole(await opens(edge, mira, ways));
  });
});

describe('An article that is free for a while', () => {
  it('is kept until that is over, and not a moment longer', async () => {
    await edge.edit(slug, { freeForHours: 1 });
    edge.town.advance(60 * 60 - 6);
    const now = () => edge.town.app.get(Clock).now().getTime();
    const shown = await edge.town.ask('GET', ways[1]);
    const publishedAt = Date.parse((shown.body as { publishedAt: string }).publishedAt);
    const over = publishedAt + 60 * 60 * 1000;
    for (const path of ways) {
      expectWhole([(await edge.get(path)).text]);
      expect(keptOf(await edge.get(path))).toBe('HIT');
    }
    const asked = ways.map(async (path) => {
      for (let at = now(); ; at = now()) {
        const answer = await edge.get(path);
        if (!answer.text.includes(gated)) return;
        expect([at < over, keptOf(answer)]).toEqual([true, expect.anything()]);
        await pause(20);
      }
    });
    await Promise.all(asked);
    expect(now()).toBeGreaterThanOrEqual(over);
  });
});

describe('A text that nginx holds itself', () => {
  it('is handed out to whom Broadsheet lets read it', async () => {
    const mira = await edge.someMember();
    const page = await mira.browser.open('/held/archive.html');
    expect(page.html).toContain('From the archive.');
    expect(page.headers.get('cache-control')).toBe('private, no-store');
    const answer = await edge.get('/held/archive.html', { token: mira.token });
    expect(answer.text).toContain('From the archive.');
  });

  it('and to nobody else, who is led to the teaser', async () => {
    const lars = await edge.someMember(2);
    expect((await lars.browser.open('/held/archive.html')).status).toBe(200);
    edge.town.advance(3 * day);
    const ways: Record<string, string>[] = [{}, { 'if-none-match': '*' }, { range: 'bytes=0-' }];
    for (const headers of ways) {
      const seen = await lars.browser.open('/held/archive.html', headers);
      expect(seen.status).toBe(302);
      expect(seen.location).toMatch(/\/articles\/archive$/);
      const answer = await edge.get('/held/archive.html', { headers });
      expect([answer.status, answer.text.includes(gated)]).toEqual([302, false]);
    }
    const refused = await edge.get('/held/archive.html', { token: 'no.such.token' });
    expect(refused.status).toBe(302);
  });

  it('costs a reader a unit by reading, none by looking', async () => {
    await edge.edit('archive', { gate: 'metered' });
    const { token } = await edge.someReader();
    const used = async () => {
      const { body } = await edge.get('/api/v1/me', { token });
      return (body as { meter: { used: number } }).meter.used;
    };
    await edge.ask('HEAD', '/held/archive.html', { token });
    expect(await used()).toBe(0);
    expect((await edge.get('/held/archive.html', { token })).text).toContain('From the archive.');
    await edge.get('/held/archive.html', { token });
    expect(await used()).toBe(1);
  });
});
