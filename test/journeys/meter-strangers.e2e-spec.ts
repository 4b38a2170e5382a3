/** Strangers' free articles: counted by a signed cookie, fewer without one, and by network against abuse. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.js';
import { Config } from '../../src/platform/config/config.js';
import { ask } from '../support/api.js';
import { MeteredReader } from '../support/metered-reader.js';
import { type MeteredTown, startMeteredTown } from '../support/metered-town.js';
import { joinAs } from '../support/readers.js';

let town: MeteredTown;
let slugs: string[];

beforeAll(async () => {
  town = await startMeteredTown(30);
  ({ slugs } = town);
});

afterAll(() => town.close());

beforeEach(() => town.setMeter({ anonymousLimit: 3, cookielessLimit: 1, networkLimit: 100 }));

describe('a stranger whose browser keeps cookies', () => {
  it('opens three articles, the same ones again for free, and no fourth', async () => {
    const anna = new MeteredReader(town);
    for (const [index, slug] of slugs.slice(0, 3).entries()) {
      const { access, bodyHtml } = await anna.open(slug);
      expect(access).toMatchObject({ granted: true, via: 'meter', denial: null });
      expect(access.meter).toMatchObject({ limit: 3, used: index + 1, remaining: 2 - index });
      expect(bodyHtml).toContain('behind the wall');
    }
    const fourth = await anna.open('metered-4');
    expect(fourth.access).toMatchObject({ granted: false, denial: 'meter-exhausted' });
    expect(fourth.access.meter).toMatchObject({ limit: 3, used: 3, remaining: 0 });
    expect(fourth.bodyHtml).toBeNull();
    const again = await anna.open('metered-2');
    expect(again.access).toMatchObject({ granted: true, via: 'meter' });
    expect(again.access.meter).toMatchObject({ used: 3, remaining: 0 });
  });

  it('is known by a cookie that no script reads, set once, and her answers are kept by nobody', async () => {
    const anna = new MeteredReader(town);
    const first = await anna.ask('GET', '/api/v1/articles/metered-1');
    expect(first.headers.get('set-cookie')).toMatch(
      /^broadsheet-visitor=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const second = await anna.ask('GET', '/api/v1/articles/metered-2');
    expect(second.headers.get('set-cookie')).toBeNull();
    await anna.open('metered-3');
    const denied = await anna.ask('GET', '/api/v1/articles/metered-4');
    for (const { headers } of [first, second, denied]) {
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it.each([
    ['HEAD', {}],
    ['GET', { 'sec-purpose': 'prefetch;prerender' }],
    ['GET', { purpose: 'prefetch' }],
  ])('spends nothing by a %s with %o, and is given nothing', async (method, headers) => {
    const anna = new MeteredReader(town);
    await anna.open('metered-1');
    const { body } = await anna.ask(method, '/api/v1/articles/metered-2', { headers });
    if (method === 'GET') expect(body).toMatchObject({ bodyHtml: null });
    const next = await anna.open('metered-3');
    expect(next.access.meter).toMatchObject({ used: 2 });
  });

  it('is told on the page how many are left and what an account would give her', async () => {
    await town.setMeter({ anonymousLimit: 2, registeredLimit: 5 });
    const anna = new MeteredReader(town);
    const page = async (slug: string) =>
      (await anna.ask('GET', `/articles/${slug}`, { headers: { accept: 'text/html' } })).text;
    expect(await page('metered-1')).toContain('1 of 2 free articles left this month.');
    expect(await page('metered-2')).toContain('Register free and read 5');
    const wall = await page('metered-3');
    expect(wall).toContain('You have read your 2 free articles this month');
    expect(wall).toContain('with one you read 5');
    expect(wall).not.toContain('behind the wall');
    const { access } = await anna.open('metered-3');
    expect(access.meter).toMatchObject({ limit: 2, limitWithAccount: 5 });
    await town.setMeter({});
  });
});

describe('a stranger without a cookie', () => {
  it('opens one article, and others like her sign in first; the cookie of that answer counts on', async () => {
    const like = { address: '203.0.113.5', userAgent: 'a common browser' };
    const anna = new MeteredReader(town, { ...like, keepsCookies: false });
    expect(await anna.reads('metered-1')).toBe(true);
    expect(await anna.reads('metered-1')).toBe(true);
    const second = await anna.open('metered-2');
    expect(second.access).toMatchObject({ denial: 'sign-in-required', meter: null });

    const berta = new MeteredReader(town, { ...like, address: '203.0.113.77' });
    expect(await berta.reads('metered-2')).toBe(false);
    expect(berta.cookie).not.toBeNull();
    expect(await berta.readsOf(slugs.slice(0, 6))).toBe(3);
  });

  it('with another program or from another network is another', async () => {
    const like = { address: '203.0.114.5', userAgent: 'a common browser' };
    expect(await new MeteredReader(town, like).reads('metered-1')).toBe(true);
    for (const other of [
      { ...like, userAgent: 'a rare browser' },
      { ...like, address: '203.0.115.5' },
      { ...like, address: '2001:db8:1::1' },
      { ...like, address: '2001:db8:2::1' },
    ]) {
      expect(await new MeteredReader(town, other).reads('metered-2')).toBe(true);
    }
    const near = new MeteredReader(town, { ...like, address: '2001:db8:1:ffff::2' });
    expect(await near.reads('metered-3')).toBe(false);
  });

  it('has on her first cookie what she read before it', async () => {
    const anna = new MeteredReader(town);
    expect(await anna.readsOf(slugs.slice(0, 6))).toBe(3);
    expect(await anna.reads('metered-1')).toBe(true);
  });

  it('is whoever sends a cookie that we have not sealed', async () => {
    const like = { userAgent: 'a forger' };
    const anna = new MeteredReader(town, { ...like, address: '203.0.116.5' });
    await anna.open('metered-1');
    const [name, value = ''] = (anna.cookie ?? '').split('=');
    const [id, mac = ''] = value.split('.');
    const forged = [
      `${name}=${id}`,
      `${name}=${id}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`,
      `${name}=01a20627-6d36-725a-8b4e-c372d7c95101.${mac}`,
      `${name}=${value}x`,
      `${name}=`,
    ];
    for (const cookie of forged) {
      const forger = new MeteredReader(town, { ...like, address: '203.0.116.6' });
      forger.cookie = cookie;
      const { access } = await forger.open('metered-2');
      expect(access).toMatchObject({ granted: false, denial: 'sign-in-required' });
    }
    expect(await anna.reads('metered-2')).toBe(true);
  });

  it('has no more than those with one, and none where the admin says so', async () => {
    await town.setMeter({ anonymousLimit: 1, cookielessLimit: 5 });
    const anna = new MeteredReader(town, { keepsCookies: false });
    expect(await anna.readsOf(slugs.slice(0, 3))).toBe(1);
    await town.setMeter({ anonymousLimit: 3, cookielessLimit: 0 });
    expect(await new MeteredReader(town).readsOf(slugs.slice(0, 6))).toBe(3);
    expect(await new MeteredReader(town, { keepsCookies: false }).readsOf(slugs.slice(0, 6))).toBe(
      0,
    );
  });
});

describe('the strangers of one network', () => {
  const from = (network: string, host: number) =>
    new MeteredReader(town, { address: `${network}.${host}` });

  it('spend so many units a day, then sign in first; everybody else reads on', async () => {
    await town.setMeter({ networkLimit: 4 });
    const early = from('198.51.100', 1);
    expect(await early.readsOf(slugs.slice(0, 3))).toBe(3);
    expect(await from('198.51.100', 2).reads('metered-1')).toBe(true);
    const late = from('198.51.100', 3);
    const { access } = await late.open('metered-1');
    expect(access).toMatchObject({ granted: false, denial: 'sign-in-required', meter: null });

    expect(await early.reads('metered-2')).toBe(true);
    expect(await from('198.51.101', 3).reads('metered-1')).toBe(true);
    const mira = from('198.51.100', 4);
    mira.token = (await joinAs(town)).accessToken;
    expect(await mira.readsOf(slugs.slice(0, 4))).toBe(3);

    town.advance(24 * 60 * 60);
    expect(await late.reads('metered-1')).toBe(true);
    town.advance(-24 * 60 * 60);
  });

  it.each([
    ['with the port behind it', (host: number) => `198.51.103.${host}:${50_000 + host}`],
    ['with brackets and a port', (host: number) => `[2001:db8:7:${host}::1]:${50_000 + host}`],
    ['as no address at all', (host: number) => `somebody-${host}`],
  ])('are no more where the proxy writes an address %s', async (_, written) => {
    await town.setMeter({ networkLimit: 4 });
    const crowd = Array.from(
      { length: 7 },
      (_, host) => new MeteredReader(town, { address: written(host + 1) }),
    );
    let had = 0;
    for (const each of crowd) if (await each.reads('metered-1')) had += 1;
    expect(had).toBe(4);
  });

  it('spend exactly so many when they come at once', async () => {
    await town.setMeter({ networkLimit: 7 });
    const crowd = slugs.map((_, host) => from('198.51.102', host));
    const had = await Promise.all(crowd.map((each) => each.reads('metered-1')));
    expect(had.filter(Boolean)).toHaveLength(7);
  });
});

describe('two processes on one database', () => {
  let other: NestFastifyApplication;
  let otherTown: Pick<MeteredTown, 'ask'>;

  beforeAll(async () => {
    other = await createApp(town.app.get(Config));
    await other.listen(0, '127.0.0.1');
    const url = await other.getUrl();
    otherTown = { ask: (method, path, options) => ask(url, method, path, options) };
    // Connections take longer to open than openings to be answered.
    const anna = new MeteredReader(town);
    const looks = slugs.map((slug, at) =>
      anna.again(at % 2 === 0 ? town : otherTown).ask('HEAD', `/api/v1/articles/${slug}`),
    );
    await Promise.all(looks);
  });

  afterAll(() => other.close());

  /** Lets nobody open by this stranger's meter until several stand in line, so that all of them have seen the same. */
  async function atOnce<T>(stranger: MeteredReader, opening: () => Promise<T>): Promise<T> {
    const holder = new pg.Client(town.app.get(Config).databaseUrl);
    await holder.connect();
    try {
      const [id = ''] = (stranger.cookie ?? '').replace(/^.*=/, '').split('.');
      await holder.query('begin');
      const held = await holder.query('select from meter_subjects where id = $1 for update', [id]);
      expect(held.rowCount).toBe(1);
      const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      const opened = opening();
      // No longer than a request has patience to wait for a connection.
      const patience = { timeout: 2_500 };
      await expect
        .poll(async () => (await holder.query(waiting)).rowCount, patience)
        .toBeGreaterThan(2);
      await holder.query('commit');
      return await opened;
    } finally {
      await holder.end();
    }
  }

  it('grant one stranger three of thirty articles opened at once, every time', async () => {
    for (let round = 0; round < 2; round += 1) {
      const anna = new MeteredReader(town);
      expect(await anna.reads('metered-1')).toBe(true);
      const answers = await atOnce(anna, () =>
        Promise.all(
          slugs.map((slug, at) => anna.again(at % 2 === 0 ? town : otherTown).open(slug)),
        ),
      );
      expect(answers.filter(({ bodyHtml }) => bodyHtml !== null)).toHaveLength(3);
      expect(answers.filter(({ access }) => access.granted)).toHaveLength(3);
    }
  });

  it('spend one unit on one article opened thirty times at once', async () => {
    const anna = new MeteredReader(town);
    expect(await anna.reads('metered-1')).toBe(true);
    const same = slugs.map((_, at) => anna.again(at % 2 === 0 ? town : otherTown));
    const answers = await atOnce(anna, () =>
      Promise.all(same.map((each) => each.open('metered-2'))),
    );
    expect(answers.every(({ access }) => access.granted)).toBe(true);
    expect((await anna.open('metered-2')).access.meter).toMatchObject({ used: 2 });
  });

  it('grant a registered reader no more, also with the browser in which she is a stranger', async () => {
    const anna = new MeteredReader(town);
    expect(await anna.reads('metered-1')).toBe(true);
    const { accessToken } = await joinAs(town);
    const had = await atOnce(anna, () =>
      Promise.all(
        slugs.map((slug, at) => {
          const same = anna.again(at % 2 === 0 ? town : otherTown);
          if (at % 3 > 0) same.token = accessToken;
          return same.reads(slug);
        }),
      ),
    );
    expect(had.filter(Boolean)).toHaveLength(3);
  });
});
