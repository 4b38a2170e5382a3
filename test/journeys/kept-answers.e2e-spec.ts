/** What strangers get alike is kept in the process as it was sent: nobody else is given it, and nothing of it is old. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { ReadCounts } from '../../src/paywall/figures/read-counts.service.js';
import { allNewsIsHeard } from '../support/news.js';
import { QueryLog } from '../support/query-log.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, publish, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let admin: string;
let log: QueryLog;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  for (const slug of ['kept', 'counted', 'edited', 'scheduled', 'institutions']) {
    await publish(town, admin, { slug, gate: 'members' });
  }
  await publish(town, admin, { slug: 'open', gate: 'public' });
  await newsIsHeard();
  log = new QueryLog(town);
});

afterAll(() => town.close());

const newsIsHeard = (): Promise<void> =>
  allNewsIsHeard({ announcements: town.app.get(Announcements), database: town.app.get(Database) });

/** A stranger's answer, with what caches are told. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(town.url + path, { headers, redirect: 'manual' });
  const { status } = answer;
  return { status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

const api = (slug: string): string => `/api/v1/articles/${slug}`;

/** What an answer says, but for the moment at which it was sent. */
function lasting({ status, headers, text }: Awaited<ReturnType<typeof ask>>) {
  const { date: _, 'cache-control': __, ...rest } = headers;
  return { status, rest, text };
}

/** Seconds for which a cache in front may keep it. */
const lifetime = ({ headers }: Awaited<ReturnType<typeof ask>>): number =>
  Number(/^public, max-age=0, s-maxage=(\d+)$/.exec(headers['cache-control'] ?? '')?.[1]);

describe('a stranger who comes after another', () => {
  it.each([api('kept'), '/articles/kept', '/', '/api/v1/articles', '/feed.xml'])(
    'is sent the same of %s, headers and bytes, and nothing is asked for it',
    async (path) => {
      const first = await ask(path);
      expect(first.status).toBe(200);
      let second = first;
      expect(await log.during(async () => (second = await ask(path)))).toEqual([]);
      expect(lasting(second)).toEqual(lasting(first));
    },
  );

  it('is counted like the first', async () => {
    await town.app.get(ReadCounts, { strict: false }).flush();
    const before = await teasersCounted('counted');
    for (let visit = 0; visit < 3; visit += 1) {
      await ask(api('counted'), { 'user-agent': 'Mozilla/5.0 (X11) Firefox/140.0' });
    }
    await ask(api('counted'), { 'user-agent': 'curl/8.0' });
    await town.app.get(ReadCounts, { strict: false }).flush();
    expect((await teasersCounted('counted')) - before).toBe(3);
  });

  it('and takes it plain or compressed gets what she takes', async () => {
    const plain = await ask('/articles/kept', { 'accept-encoding': 'identity' });
    const zipped = await ask('/articles/kept', { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.text).toBe(plain.text);
    expect((await ask('/articles/kept', { 'accept-encoding': 'gzip;q=0' })).headers).toEqual(
      expect.not.objectContaining({ 'content-encoding': 'gzip' }),
    );
  });

  it('and holds these bytes already is told so', async () => {
    const { headers } = await ask(api('kept'));
    const held = await ask(api('kept'), { 'if-none-match': headers['etag'] ?? '' });
    expect([held.status, held.text]).toEqual([304, '']);
  });
});

async function teasersCounted(slug: string): Promise<number> {
  const [row] = await town.app.get(Database).ask<{ teasers: number }>(
    {
      name: 'teasers counted',
      text: `select coalesce(sum(d.teasers), 0)::int as teasers from article_days d
        join articles a on a.id = d."articleId" where a.slug = $1`,
    },
    [slug],
  );
  return row?.teasers ?? 0;
}

describe('what is kept for strangers is not given to', () => {
  it('a reader who is signed in, by token or by cookie', async () => {
    await ask(api('kept'));
    await ask('/articles/kept');
    const { accessToken, user } = await joinAs(town);
    const answer = await ask(api('kept'), { authorization: `Bearer ${accessToken}` });
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const browser = new Visitor(town.url);
    await browser.signIn(user.email);
    const { html } = await browser.open('/articles/kept');
    expect(html).toContain('href="/account"');
  });

  it('a token that is none', async () => {
    await ask(api('kept'));
    expect((await ask(api('kept'), { authorization: 'Bearer nonsense' })).status).toBe(401);
  });

  it('a reader at the address of an institution', async () => {
    expect((await ask(api('institutions'))).text).not.toContain('Hidden behind the wall.');
    const { body } = await town.ask('POST', '/api/v1/admin/institutions', {
      token: admin,
      body: { name: 'A library', networks: ['127.0.0.1'], endsAt: '2099-01-01T00:00:00Z' },
    });
    await newsIsHeard();
    for (let visit = 0; visit < 2; visit += 1) {
      expect((await ask(api('institutions'))).text).toContain('Hidden behind the wall.');
    }
    const { id } = body as { id: string };
    await town.ask('PATCH', `/api/v1/admin/institutions/${id}`, {
      token: admin,
      body: { networks: ['192.0.2.0/24'] },
    });
    await newsIsHeard();
    expect((await ask(api('institutions'))).text).not.toContain('Hidden behind the wall.');
  });

  it('an AI crawler where it needs a licence', async () => {
    await ask(api('kept'));
    await town.ask('PUT', '/api/v1/admin/settings/machines', {
      token: admin,
      body: { searchEnginesReadAll: false, aiCrawlers: 'licensed' },
    });
    await newsIsHeard();
    await ask(api('kept'));
    expect((await ask(api('kept'), { 'user-agent': 'GPTBot/1.2' })).status).toBe(402);
  });
});

describe('what is kept', () => {
  it('is over with the change of it, at once', async () => {
    const before = await ask('/articles/edited');
    const { status } = await town.ask('PATCH', `/api/v1/admin/articles/${await idOf('edited')}`, {
      token: admin,
      body: { title: 'It has another title' },
      headers: { 'if-match': '*' },
    });
    expect(status).toBe(200);
    for (const path of ['/articles/edited', api('edited'), '/api/v1/articles', '/']) {
      expect((await ask(path)).text).toContain('It has another title');
    }
    expect(before.text).not.toContain('It has another title');
  });

  it('is no whole text, though everybody may read it: whether they may is asked each time', async () => {
    await ask(api('open'));
    expect(await log.during(() => ask(api('open')))).toHaveLength(1);
  });

  it('lasts as long as caches elsewhere keep it', async () => {
    await ask('/api/v1/articles');
    town.advance(58);
    // What is left of its minute, so that no cache behind this one makes two of it.
    expect(lifetime(await ask('/api/v1/articles'))).toBeLessThanOrEqual(2);
    expect(await log.during(() => ask('/api/v1/articles'))).toHaveLength(0);
    town.advance(3);
    expect(await log.during(() => ask('/api/v1/articles'))).not.toHaveLength(0);
  });
});

async function idOf(slug: string): Promise<string> {
  const named = { name: 'id of article', text: 'select id from articles where slug = $1' };
  const [row] = await town.app.get(Database).ask<{ id: string }>(named, [slug]);
  return row?.id ?? '';
}
