/** Whatever a decision looks at: when it cannot be had, nobody is given a text, and all is well again when it can. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { Keys } from '../../src/users/keys.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, aYear, publish, sell, startTestTown } from '../support/town.js';
import { SaidAloud } from './said-aloud.js';
import { Statements } from './statements.js';
import { type Arrived, Wire } from './wire.js';

const text = 'Hidden behind the wall.';
const subscriber = '10.9.9.9';

interface Read {
  who: string;
  path: string;
  headers: Record<string, string>;
}

let town: TestTown;
let wire: Wire;
let statements: Statements;
let tables: string[];
let reads: Read[];
let registered: string;
let log: SaidAloud;

beforeAll(async () => {
  town = await startTestTown({ TRUST_PROXY: '127.0.0.1', METER_REGISTERED: '30' });
  wire = new Wire(town.url);
  const { pool } = town.app.get(Database);
  statements = new Statements(pool);
  const editor = await town.staff('editor');
  const admin = await town.staff('admin');
  const { id: planId } = await sell(town, admin, 'pro', [aYear]);
  for (const gate of ['public', 'registered', 'metered', 'members']) {
    await publish(town, admin, { slug: `${gate}-story`, gate });
  }
  await publish(town, admin, { slug: 'plan-story', gate: 'members', planIds: [planId] });
  const harbour = { slug: 'harbour', name: 'Harbour' };
  await town.ask('POST', '/api/v1/admin/sections', { token: admin, body: harbour });
  const { body: desk } = await town.ask('GET', '/api/v1/admin/articles', { token: admin });
  for (const { id } of (desk as { items: { id: string }[] }).items) {
    const body = { section: harbour.slug };
    await town.ask('PATCH', `/api/v1/admin/articles/${id}`, { token: admin, body });
  }
  const reader = await joinAs(town);
  const member = await joinAs(town);
  registered = reader.accessToken;
  await town.ask('POST', `/api/v1/admin/members/${member.user.id}/comp`, {
    token: admin,
    body: { planId, until: '2100-01-01T00:00:00Z' },
  });
  const { body: me } = await town.ask('GET', '/api/v1/me', { token: editor });
  const links = await linksOf(member.user.id, (me as { id: string }).id);
  await town.ask('POST', '/api/v1/admin/institutions', {
    token: admin,
    body: {
      name: 'The Library',
      networks: [`${subscriber}/32`],
      emailDomains: [],
      endsAt: '2100-01-01T00:00:00Z',
    },
  });
  const by = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
  const cookie = await cookieOf(member.user.email);
  reads = [
    ...['public', 'registered', 'metered', 'members', 'plan'].flatMap((gate) => {
      const path = `/api/v1/articles/${gate}-story`;
      return [
        { who: 'a stranger', path, headers: {} },
        { who: 'a registered reader', path, headers: by(registered) },
        { who: 'a member', path, headers: by(member.accessToken) },
      ];
    }),
    ...['metered', 'members'].flatMap((gate): Read[] => [
      { who: 'a stranger', path: `/articles/${gate}-story`, headers: {} },
      { who: 'a member', path: `/articles/${gate}-story`, headers: { cookie } },
    ]),
    { who: 'an editor', path: '/api/v1/articles/plan-story', headers: by(editor) },
    { who: 'an editor', path: `/api/v1/admin/articles/${links.articleId}`, headers: by(editor) },
    {
      who: 'a subscriber',
      path: '/api/v1/articles/members-story',
      headers: { 'x-forwarded-for': subscriber },
    },
    {
      who: 'a guest',
      path: `/api/v1/articles/members-story?gift=${links.gift}`,
      headers: by(registered),
    },
    { who: 'a previewer', path: `/api/v1/previews/${links.preview}`, headers: {} },
    ...[
      '/',
      '/feed.xml',
      '/sitemap.xml',
      '/api/v1/articles',
      '/api/v1/search?q=story',
      '/search?q=story',
    ].map((path) => ({ who: 'a stranger', path, headers: {} })),
  ];
  const { rows } = await pool.query<{ tablename: string }>(
    `select tablename from pg_tables where schemaname = 'public' and tablename !~ '^_'`,
  );
  tables = rows.map(({ tablename }) => tablename);
  log = new SaidAloud(false);
});

afterEach(async () => {
  // Whatever a test has taken away is back.
  for (const table of tables) await rename(`${table}_away`, table);
});

afterAll(async () => {
  log.stop();
  wire.close();
  await town.close();
});

async function rename(from: string, to: string): Promise<void> {
  await town.app.get(Database).pool.query(`alter table if exists "${from}" rename to "${to}"`);
}

/** What the process has kept of the database is forgotten, so that it has to look again. */
async function forgetKept(): Promise<void> {
  const announcements = town.app.get(Announcements, { strict: false });
  const topics = (Reflect.get(announcements, 'hearers') as Map<string, unknown>).keys();
  await town.app.get(Database).transaction(async () => {
    for (const topic of topics) await announcements.announce(topic);
  });
}

async function without<Result>(table: string, work: () => Promise<Result>): Promise<Result> {
  await rename(table, `${table}_away`);
  await forgetKept();
  try {
    return await work();
  } finally {
    await rename(`${table}_away`, table);
  }
}

async function linksOf(
  memberId: string,
  editorId: string,
): Promise<{ articleId: string; gift: string; preview: string }> {
  const { pool } = town.app.get(Database);
  const keys = town.app.get(Keys, { strict: false });
  const now = town.app.get(Clock).now();
  const insert = async (
    into: string,
    columns: string,
    values: string,
    makerId: string,
  ): Promise<{ id: string; articleId: string }> => {
    const { rows } = await pool.query<{ id: string; articleId: string }>(
      `insert into ${into} (id, "articleId", "createdAt", "expiresAt", ${columns})
       select gen_random_uuid(), id, $1::timestamptz, $1::timestamptz + interval '9 days', ${values}
       from articles where slug = 'members-story' returning id, "articleId"`,
      [now, makerId],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('There is no story to link to.');
    return row;
  };
  const gift = await insert('gifts', '"giverId", openings', '$2, 9', memberId);
  const preview = await insert('article_previews', '"createdById"', '$2', editorId);
  return {
    articleId: gift.articleId,
    gift: keys.gift.close(gift.id),
    preview: keys.preview.close(preview.id),
  };
}

async function cookieOf(email: string): Promise<string> {
  const { headers } = await fetch(`${town.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password: 'seven quiet herons at noon' }),
  });
  return headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}

const open = ({ path, headers }: Read): Promise<Arrived> =>
  wire.send('GET', path, { accept: 'application/json, text/html;q=0.9', ...headers });

const saysSo = ({ status, headers, body }: Arrived): boolean =>
  status >= 500 && headers['cache-control'] === 'no-store' && !body.includes(text);

describe('When a table cannot be read', () => {
  it('whoever needs it is told so, and is answered as ever when it can be', async () => {
    const faults: string[] = [];
    let needed = 0;
    for (const read of reads) {
      let usual = await open(read);
      await forgetKept();
      const asked = (
        await statements.during(async () => {
          usual = await open(read);
        })
      ).join('\n');
      expect(usual.status, `${read.path} as ${read.who}`).toBe(200);
      const needs = tables.filter((table) => new RegExp(`\\b${table}\\b`).test(asked));
      needed += needs.length;
      for (const table of needs) {
        const answer = await without(table, () => open(read));
        if (!saysSo(answer))
          faults.push(`${read.path} as ${read.who} without ${table}: ${answer.status}`);
      }
      const back = await open(read);
      if (back.body !== usual.body) faults.push(`${read.path} as ${read.who} is not well again`);
    }
    expect(faults).toEqual([]);
    expect(needed).toBeGreaterThan(reads.length);
  });

  it('no table at all opens a wall by being away', async () => {
    const closed = reads.filter(
      ({ who, path }) =>
        /(metered|members)-story$/.test(path) &&
        (who === 'a stranger' || (who === 'a registered reader' && path.includes('members'))),
    );
    const opened: string[] = [];
    for (const table of tables) {
      const answers = await without(table, () => Promise.all(closed.map((read) => open(read))));
      for (const [at, { body }] of answers.entries()) {
        if (body.includes(text)) opened.push(`${closed[at]?.path} without ${table}`);
      }
    }
    expect(opened).toEqual([]);
  });
});

describe('A unit of the meter that cannot be written down', () => {
  it('opens nothing and is not spent', async () => {
    const admin = await town.staff('admin');
    const used = async (): Promise<number> => {
      const { body } = await town.ask('GET', '/api/v1/me', { token: registered });
      return (body as { meter: { used: number } }).meter.used;
    };
    const meters = tables.filter((table) => /^meter_(reads|subjects)$/.test(table));
    expect(meters).toHaveLength(2);
    for (const [at, table] of meters.entries()) {
      const slug = `metered-${at}`;
      await publish(town, admin, { slug, gate: 'metered' });
      const read = {
        who: 'a registered reader',
        path: `/api/v1/articles/${slug}`,
        headers: { authorization: `Bearer ${registered}` },
      };
      const before = await used();
      expect(saysSo(await without(table, () => open(read))), table).toBe(true);
      expect(await used()).toBe(before);
      expect((await open(read)).body).toContain(text);
      expect(await used()).toBe(before + 1);
    }
  });
});

describe('What the log then says', () => {
  it('is what went wrong, and no word of a text', () => {
    const said = log.stop();
    expect(said).toContain('does not exist');
    expect(said).not.toContain(text);
  });
});
