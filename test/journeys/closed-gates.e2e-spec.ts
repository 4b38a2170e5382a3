/** Two processes serve one paper: what is changed through one is so in the other, and a gate closed is closed in both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { type Answer, type Ask, ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { allNewsIsHeard, until } from '../support/news.js';
import { QueryLog } from '../support/query-log.js';
import {
  type PlanOnSale,
  type TestTown,
  publish,
  sellPro,
  startTestTown,
} from '../support/town.js';
import { overwriting } from '../support/writers.js';

interface Story {
  title: string;
  section: { name: string } | null;
  authors: { name: string }[];
  bodyHtml: string | null;
  access: { granted: boolean; offers: { name: string; prices: { amount: number }[] }[] };
}

let town: TestTown;
let other: TestApp;
let admin: string;
let plan: PlanOnSale;
let desk: Record<string, string>;

beforeAll(async () => {
  town = await startTestTown();
  const { databaseUrl, jwtSecret, publicUrl } = town.app.get(Config);
  other = await startTestApp({
    DATABASE_URL: databaseUrl,
    JWT_SECRET: jwtSecret,
    PUBLIC_URL: publicUrl,
    STRIPE_API_BASE: town.simulator.url,
    STRIPE_REQUESTS_PER_SECOND: '1000',
  });
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
  await publish(town, admin, { slug: 'renamed', gate: 'members' });
  for (const slug of ['raced', 'unheard', 'withdrawn', 'cut-off']) {
    await publish(town, admin, { slug, gate: 'public' });
  }
  const { body } = await onDesk('GET', 'articles?limit=100');
  const { items } = body as { items: { id: string; slug: string }[] };
  desk = Object.fromEntries(items.map(({ slug, id }) => [slug, id]));
});

afterAll(async () => {
  await other.close();
  await town.close();
});

async function onDesk(method: string, path: string, body?: unknown): Promise<Answer> {
  const options: Ask = {
    token: admin,
    headers: overwriting,
    ...(body === undefined ? {} : { body }),
  };
  const answer = await town.ask(method, `/api/v1/admin/${path}`, options);
  if (answer.status >= 300) throw new Error(`The desk refused: ${answer.text}`);
  return answer;
}

const edit = (slug: string, changes: object): Promise<Answer> =>
  onDesk('PATCH', `articles/${desk[slug]}`, changes);

const read = async ({ url }: Pick<TestApp, 'url'>, slug: string): Promise<Story> =>
  (await ask(url, 'GET', `/api/v1/articles/${slug}`)).body as Story;

const officeOf = ({ app }: Pick<TestApp, 'app'>) => ({
  announcements: app.get(Announcements),
  database: app.get(Database),
});

/** Past the product, so that nothing is announced. */
const behindOurBack = (sql: string): Promise<unknown> => town.app.get(Database).pool.query(sql);

describe('a change at the desk', () => {
  const changes: [string, () => Promise<unknown>, (story: Story) => boolean][] = [
    [
      'a new title',
      () => edit('renamed', { title: 'Quite another title' }),
      ({ title }) => title === 'Quite another title',
    ],
    [
      'a section that is renamed',
      async () => {
        const { body } = await onDesk('POST', 'sections', { slug: 'city', name: 'City' });
        await edit('renamed', { section: 'city' });
        await read(other, 'renamed');
        await onDesk('PATCH', `sections/${(body as { id: string }).id}`, { name: 'The City' });
      },
      ({ section }) => section?.name === 'The City',
    ],
    [
      'an author who is renamed',
      async () => {
        const { body } = await onDesk('POST', 'authors', { slug: 'ada', name: 'Ada' });
        await edit('renamed', { authors: ['ada'] });
        await read(other, 'renamed');
        await onDesk('PATCH', `authors/${(body as { id: string }).id}`, { name: 'Ada Moss' });
      },
      ({ authors }) => authors[0]?.name === 'Ada Moss',
    ],
    [
      'a plan that is renamed',
      () => onDesk('PATCH', `plans/${plan.id}`, { name: 'Professional' }),
      ({ access }) => access.offers[0]?.name === 'Professional',
    ],
    [
      'a new price',
      () =>
        onDesk('PUT', `plans/${plan.id}/price`, {
          priceId: plan.yearly,
          amount: 36_000,
          currency: 'usd',
          interval: 'year',
        }),
      ({ access }) => access.offers[0]?.prices[0]?.amount === 36_000,
    ],
    [
      'a gate that is opened',
      () => edit('renamed', { gate: 'public' }),
      ({ bodyHtml }) => bodyHtml !== null,
    ],
  ];

  it.each(changes)('%s shows at once, and in the other process soon', async (_, change, shows) => {
    for (const place of [town, other]) {
      expect(shows(await read(place, 'renamed')), 'before').toBe(false);
    }
    await change();
    expect(shows(await read(town, 'renamed')), 'at once').toBe(true);
    await until(async () => shows(await read(other, 'renamed')));
  });
});

describe('a gate that is closed', () => {
  it('never opens in the other process to anybody who asks after it was closed', async () => {
    const rounds = 3;
    let asked = 0;
    let givenBefore = 0;
    for (let round = 0; round < rounds; round += 1) {
      await edit('raced', { gate: 'public' });
      await until(async () => (await read(other, 'raced')).access.granted);
      let closedAt = Infinity;
      const given: number[] = [];
      const reader = async (): Promise<void> => {
        for (let left = 5; left > 0;) {
          const began = performance.now();
          const { bodyHtml } = await read(other, 'raced');
          if (bodyHtml !== null) given.push(began);
          if (began > closedAt) left -= 1;
          asked += 1;
        }
      };
      const readers = Promise.all([reader(), reader(), reader()]);
      await edit('raced', { gate: 'members' });
      closedAt = performance.now();
      await readers;
      givenBefore += given.length;
      expect(given.filter((began) => began > closedAt)).toEqual([]);
    }
    expect(givenBefore, 'it was open before').toBeGreaterThan(rounds);
    expect(asked - givenBefore, 'and asked for after').toBeGreaterThanOrEqual(rounds * 3 * 5);
  });

  it('stays closed where its news never arrives', async () => {
    await allNewsIsHeard(officeOf(town), officeOf(other));
    expect((await read(other, 'unheard')).bodyHtml).toContain('Hidden');
    await behindOurBack(`update articles set gate = 'members' where slug = 'unheard'`);
    const asked = await new QueryLog(other).during(async () => {
      const { access, bodyHtml } = await read(other, 'unheard');
      expect([access.granted, bodyHtml]).toEqual([false, null]);
    });
    expect(asked, 'the text of what lay on the shelf, and then the article').toHaveLength(2);
  });

  it('is not there any more where an article was withdrawn, and its news never arrives', async () => {
    expect((await read(other, 'withdrawn')).bodyHtml).toContain('Hidden');
    await behindOurBack(`update articles set status = 'unpublished' where slug = 'withdrawn'`);
    for (const { url } of [town, other]) {
      const { status } = await ask(url, 'GET', '/api/v1/articles/withdrawn');
      expect(status).toBe(404);
    }
  });
});

describe('what admins set', () => {
  const asMember = async (place: Pick<TestApp, 'url'>, path: string): Promise<unknown> =>
    (await ask(place.url, 'GET', `/api/v1/${path}`, { token: admin })).body;

  const settings: [
    string,
    () => Promise<unknown>,
    (place: Pick<TestApp, 'url'>) => Promise<boolean>,
  ][] = [
    [
      'the meter',
      () =>
        onDesk('PUT', 'settings/meter', {
          anonymousLimit: 0,
          registeredLimit: 7,
          window: 'calendar-month',
        }),
      async (place) => {
        const { meter } = (await asMember(place, 'me')) as { meter: { limit: number } };
        return meter.limit === 7;
      },
    ],
    [
      'how much is given',
      () => onDesk('PUT', 'settings/gifts', { perMonth: 4, days: 7, openings: 2 }),
      async (place) => ((await asMember(place, 'me/gifts')) as { perMonth: number }).perMonth === 4,
    ],
    [
      'what machines may have',
      () =>
        onDesk('PUT', 'settings/machines', { searchEnginesReadAll: false, aiCrawlers: 'licensed' }),
      async ({ url }) => {
        const headers = { 'user-agent': 'Mozilla/5.0 (compatible; GPTBot/1.2)' };
        return (await ask(url, 'GET', '/api/v1/articles/raced', { headers })).status === 402;
      },
    ],
    [
      'an institution',
      () =>
        onDesk('POST', 'institutions', {
          name: 'A library',
          networks: ['127.0.0.1'],
          endsAt: '2099-01-01T00:00:00Z',
        }),
      async (place) => (await read(place, 'raced')).access.granted,
    ],
  ];

  it.each(settings)('%s holds at once, and in the other process soon', async (_, set, holds) => {
    for (const place of [town, other]) expect(await holds(place), 'before').toBe(false);
    await set();
    expect(await holds(town), 'at once').toBe(true);
    await until(() => holds(other));
  });
});

describe('a process that hears no news', () => {
  it('asks the database each time, until it hears again', async () => {
    const announcements = other.app.get(Announcements);
    await read(other, 'cut-off');
    await behindOurBack(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'broadsheet-announcements'`,
    );
    await until(() => !announcements.isListening);
    await behindOurBack(`update articles set title = 'Said to nobody' where slug = 'cut-off'`);
    expect((await read(other, 'cut-off')).title).toBe('Said to nobody');
    await until(() => announcements.isListening);
    await edit('cut-off', { title: 'Said to everybody' });
    await until(async () => (await read(other, 'cut-off')).title === 'Said to everybody');
  });
});
