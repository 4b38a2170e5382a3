/** How often articles are read is counted beside the reading, by the day, and of nobody in particular. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReadCounts } from '../../src/paywall/figures/read-counts.service.js';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { startTestApp } from '../support/app.js';
import { QueryLog } from '../support/query-log.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
});

afterAll(() => town.close());

interface Count {
  fullReads: number;
  teasers: number;
}

const none: Count = { fullReads: 0, teasers: 0 };
const path = (slug: string): string => `/api/v1/articles/${slug}`;

const flush = (): Promise<void> => town.app.get(ReadCounts, { strict: false }).flush();

async function countedOf(slug: string): Promise<Count> {
  await flush();
  const { rows } = await town.app.get(Database).pool.query<Count>(
    `select d."fullReads", d.teasers from article_days d join articles a on a.id = d."articleId"
     where a.slug = $1`,
    [slug],
  );
  return rows[0] ?? none;
}

describe('An article is counted as', () => {
  it('read, for whoever is given the whole text, over the API and on its page', async () => {
    await publish(town, admin, { slug: 'public', gate: 'public' });
    await town.ask('GET', path('public'));
    await new Visitor(town.url).open('/articles/public');
    expect(await countedOf('public')).toEqual({ fullReads: 2, teasers: 0 });
  });

  it('a teaser, for whoever stands before its wall', async () => {
    await publish(town, admin, { slug: 'members', gate: 'members' });
    const { accessToken: token } = await joinAs(town);
    await town.ask('GET', path('members'));
    await town.ask('GET', path('members'), { token });
    await new Visitor(town.url).open('/articles/members');
    expect(await countedOf('members')).toEqual({ fullReads: 0, teasers: 3 });
  });

  it('the same, where an edge asks for the verdict and holds the text itself', async () => {
    await publish(town, admin, { slug: 'at-the-edge', gate: 'registered' });
    const { accessToken: token } = await joinAs(town);
    const check = '/api/v1/access/check?article=at-the-edge';
    expect((await town.ask('GET', check)).status).toBe(403);
    expect((await town.ask('GET', check, { token })).status).toBe(204);
    expect(await countedOf('at-the-edge')).toEqual({ fullReads: 1, teasers: 1 });
  });
});

describe('Nothing is counted', () => {
  const looks: [string, string, Record<string, string>][] = [
    ['a HEAD', 'HEAD', {}],
    ['a prefetch', 'GET', { 'sec-purpose': 'prefetch' }],
    [
      'a search engine’s crawler',
      'GET',
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' },
    ],
    ['an AI crawler', 'GET', { 'user-agent': 'GPTBot/1.2' }],
    ['a chat that shows where a link leads', 'GET', { 'user-agent': 'WhatsApp/2.24' }],
    ['a program', 'GET', { 'user-agent': 'curl/8.10' }],
  ];

  it.each(looks)('for %s', async (what, method, headers) => {
    const slug = `for-${what.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}`;
    await publish(town, admin, { slug, gate: 'public' });
    expect((await town.ask(method, path(slug), { headers })).status).toBe(200);
    expect(await countedOf(slug)).toEqual(none);
  });

  it('for staff, nor for staff who read as somebody else, nor for a preview', async () => {
    await publish(town, admin, { slug: 'for-staff', gate: 'members' });
    await town.ask('GET', path('for-staff'), { token: await town.staff('author') });
    const { user } = await joinAs(town);
    const { body } = await town.ask('POST', `/api/v1/admin/members/${user.id}/impersonate`, {
      token: admin,
      body: { reason: 'She sees no text.' },
    });
    const { accessToken: token } = body as { accessToken: string };
    expect((await town.ask('GET', path('for-staff'), { token })).status).toBe(200);
    const { body: found } = await town.ask('GET', '/api/v1/admin/articles?q=for-staff', {
      token: admin,
    });
    const { id } = (found as { items: { id: string }[] }).items[0] ?? { id: '' };
    const preview = await town.ask('POST', `/api/v1/admin/articles/${id}/previews`, {
      token: admin,
    });
    const { pathname } = new URL((preview.body as { url: string }).url);
    expect((await new Visitor(town.url).open(pathname)).status).toBe(200);
    expect(await countedOf('for-staff')).toEqual(none);
  });
});

describe('Counting', () => {
  it('asks the database nothing while articles are read, and writes all of it in one statement', async () => {
    for (const slug of ['one', 'two']) await publish(town, admin, { slug, gate: 'members' });
    const read = async (times: number): Promise<void> => {
      for (let time = 0; time < times; time += 1) {
        for (const slug of ['one', 'two']) await town.ask('GET', path(slug));
      }
    };
    await read(1);
    await flush();
    const log = new QueryLog(town);
    const counting = (statements: string[]): string[] =>
      statements.filter((statement) => statement.includes('article_days'));
    const asked = await log.everything(async () => {
      await read(5);
      await flush();
    });
    expect(counting(asked)).toHaveLength(1);
    expect(counting(await log.everything(flush))).toEqual([]);
    expect(await countedOf('one')).toEqual({ fullReads: 0, teasers: 6 });
    expect(await countedOf('two')).toEqual({ fullReads: 0, teasers: 6 });
  });

  it('is by the day', async () => {
    await publish(town, admin, { slug: 'daily', gate: 'public' });
    await town.ask('GET', path('daily'));
    town.advance(24 * 60 * 60);
    await town.ask('GET', path('daily'));
    await town.ask('GET', path('daily'));
    await flush();
    const { rows } = await town.app.get(Database).pool.query<{ fullReads: number }>(`
      select "fullReads" from article_days d join articles a on a.id = d."articleId"
      where a.slug = 'daily' order by d.day`);
    expect(rows.map(({ fullReads }) => fullReads)).toEqual([1, 2]);
  });

  it('bears that an article is gone before it is written, and loses nothing of the others', async () => {
    await publish(town, admin, { slug: 'gone', gate: 'public' });
    await publish(town, admin, { slug: 'stays', gate: 'public' });
    for (const slug of ['gone', 'stays']) await town.ask('GET', path(slug));
    await town.asOwner(`delete from articles where slug = 'gone'`);
    expect(await countedOf('stays')).toEqual({ fullReads: 1, teasers: 0 });
  });

  it('goes on while the database refuses it, and is written down afterwards', async () => {
    await publish(town, admin, { slug: 'unwritten', gate: 'public' });
    await town.ask('GET', path('unwritten'));
    await town.asOwner('alter table article_days rename to put_away');
    await flush();
    await town.ask('GET', path('unwritten'));
    await town.asOwner('alter table put_away rename to article_days');
    expect(await countedOf('unwritten')).toEqual({ fullReads: 2, teasers: 0 });
  });

  it('is finished when the process stops', async () => {
    await publish(town, admin, { slug: 'last', gate: 'public' });
    const { databaseUrl } = town.app.get(Config);
    const other = await startTestApp({ DATABASE_URL: databaseUrl });
    expect((await fetch(`${other.url}${path('last')}`)).status).toBe(200);
    expect(await countedOf('last')).toEqual(none);
    await other.close();
    expect(await countedOf('last')).toEqual({ fullReads: 1, teasers: 0 });
  });
});
