/** Whatever a decision looks at: when it cannot be had, nobody is given a text, and all is well again when it can. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperTopic } from '../../src/articles/desk/article-writing.repository.js';
import { giftSettingsTopic } from '../../src/paywall/gifts/gift-settings.repository.js';
import { institutionsTopic } from '../../src/paywall/institutions/institution.repository.js';
import { machineSettingsTopic } from '../../src/paywall/machines/machine-settings.repository.js';
import { meterSettingsTopic } from '../../src/paywall/meter/meter-settings.repository.js';
import { plansTopic } from '../../src/plans/plan-lock.repository.js';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { QueryLog } from '../support/query-log.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, aYear, publish, sell, startTestTown } from '../support/town.js';
import { makeGift, makePreview } from './links.js';
import { SaidAloud } from './said-aloud.js';
import { type Arrived, Wire } from './wire.js';
import { overwriting } from '../support/writers.js';

const text = 'Hidden behind the wall.';
const institutionsAddress = '10.9.9.9';

interface Read {
  who: string;
  path: string;
  headers: Record<string, string>;
}

/** Whatever is kept anywhere. */
const topics = [
  paperTopic,
  plansTopic,
  institutionsTopic,
  meterSettingsTopic,
  giftSettingsTopic,
  machineSettingsTopic,
];

let town: TestTown;
let wire: Wire;
let queries: QueryLog;
let tables: string[];
let reads: Read[];
let registered: string;
let log: SaidAloud;

beforeAll(async () => {
  town = await startTestTown({ TRUST_PROXY: '127.0.0.1', METER_REGISTERED: '30' });
  wire = new Wire(town.url);
  const { pool } = town.app.get(Database);
  queries = new QueryLog(town);
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
    await town.ask('PATCH', `/api/v1/admin/articles/${id}`, {
      token: admin,
      body,
      headers: overwriting,
    });
  }
  const reader = await joinAs(town);
  const member = await joinAs(town);
  registered = reader.accessToken;
  await town.ask('POST', `/api/v1/admin/members/${member.user.id}/comp`, {
    token: admin,
    body: { planId, until: '2100-01-01T00:00:00Z' },
  });
  const { body: me } = await town.ask('GET', '/api/v1/me', { token: editor });
  const story = { slug: 'members-story' };
  const gift = await makeGift(town, { ...story, makerId: member.user.id });
  const preview = await makePreview(town, { ...story, makerId: (me as { id: string }).id });
  await town.ask('POST', '/api/v1/admin/institutions', {
    token: admin,
    body: {
      name: 'The Library',
      networks: [`${institutionsAddress}/32`],
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
    { who: 'an editor', path: `/api/v1/admin/articles/${gift.articleId}`, headers: by(editor) },
    {
      who: 'an institution’s reader',
      path: '/api/v1/articles/members-story',
      headers: { 'x-forwarded-for': institutionsAddress },
    },
    {
      who: 'a reader with a gift',
      path: `/api/v1/articles/members-story?gift=${gift.sealed}`,
      headers: by(registered),
    },
    { who: 'a previewer', path: `/api/v1/previews/${preview.sealed}`, headers: {} },
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

afterAll(async () => {
  log.stop();
  wire.close();
  await town.close();
});

async function rename(from: string, to: string): Promise<void> {
  await town.asOwner(`alter table if exists "${from}" rename to "${to}"`);
}

/** What the process has kept of the database is forgotten, so that it has to look again. */
async function forgetKept(): Promise<void> {
  const announcements = town.app.get(Announcements, { strict: false });
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

const nameOf = ({ who, path }: Read): string => `${path} as ${who}`;

const saysSo = ({ status, headers, body }: Arrived): boolean =>
  status >= 500 && headers['cache-control'] === 'no-store' && !body.includes(text);

describe('When a table cannot be read', () => {
  it('whoever needs it is told so, and is answered as ever when it can be', async () => {
    const usual = new Map<Read, string>();
    const needing = new Map<string, Read[]>(tables.map((table) => [table, []]));
    for (const read of reads) {
      await open(read);
      await forgetKept();
      const asked = await queries.during(async () => {
        const answer = await open(read);
        expect(answer.status, nameOf(read)).toBe(200);
        usual.set(read, answer.body);
      });
      for (const [table, readers] of needing) {
        if (new RegExp(`\\b${table}\\b`).test(asked.join('\n'))) readers.push(read);
      }
    }
    const faults: string[] = [];
    let needed = 0;
    for (const [table, readers] of needing) {
      if (readers.length === 0) continue;
      needed += readers.length;
      await without(table, async () => {
        for (const read of readers) {
          const answer = await open(read);
          if (!saysSo(answer)) faults.push(`${nameOf(read)} without ${table}: ${answer.status}`);
        }
      });
    }
    for (const [read, body] of usual) {
      if ((await open(read)).body !== body) faults.push(`${nameOf(read)} is not well again`);
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
