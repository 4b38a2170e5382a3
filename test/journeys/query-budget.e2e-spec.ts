/** What each kind of reading asks of the database: a stranger's nothing or one, anybody else's one, and a unit that is spent another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { allNewsIsHeard } from '../support/news.js';
import { QueryLog } from '../support/query-log.js';
import { goodPassword, joinAs, someAddress } from '../support/readers.js';
import { type TestTown, publish, sellPro, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

/** Somebody by her token, and by her cookie on the pages. */
interface Somebody {
  token?: string;
  browser: Visitor;
}

type Way = 'API' | 'page';

let town: TestTown;
let log: QueryLog;
let admin: string;
const people: Record<string, Somebody> = {};

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  const { id: planId } = await sellPro(town, admin);
  for (const gate of ['public', 'registered', 'metered', 'members']) {
    for (const way of ['api', 'page']) await publish(town, admin, { slug: `${gate}-${way}`, gate });
  }
  people['stranger'] = { browser: new Visitor(town.url) };
  people['registered reader'] = await somebody();
  people['member'] = await somebody(async (id) => {
    const { status } = await town.ask('POST', `/api/v1/admin/members/${id}/comp`, {
      token: admin,
      body: { planId, until: '2099-01-01T00:00:00Z' },
    });
    expect(status).toBeLessThan(300);
  });
  people['editor'] = await somebodyOfTheHouse();
  await town.mailbox();
  await newsIsHeard();
  // How much members give away is the same for all of them: another one has been here.
  await read('member', 'members-page', 'page');
  log = new QueryLog(town);
});

afterAll(() => town.close());

async function somebody(become: (id: string) => Promise<void> = async () => {}): Promise<Somebody> {
  const { accessToken: token, user } = await joinAs(town);
  await become(user.id);
  return { token, browser: await signedIn(user.email) };
}

async function somebodyOfTheHouse(): Promise<Somebody> {
  const email = someAddress('editor');
  await town.app
    .get(AccountAdminService, { strict: false })
    .createStaff({ email, password: goodPassword, name: 'Edda', roles: ['editor'] });
  const { body } = await town.ask('POST', '/api/v1/auth/login', {
    body: { email, password: goodPassword },
  });
  const { accessToken } = body as { accessToken: string };
  return { token: accessToken, browser: await signedIn(email) };
}

async function signedIn(email: string): Promise<Visitor> {
  const browser = new Visitor(town.url);
  expect((await browser.signIn(email)).status).toBe(303);
  return browser;
}

const newsIsHeard = (): Promise<void> =>
  allNewsIsHeard({ announcements: town.app.get(Announcements), database: town.app.get(Database) });

/** Changes nothing that anybody reads, so that every shelf is empty. */
async function emptyTheShelves(): Promise<void> {
  const sections = await town.ask('POST', '/api/v1/admin/sections', {
    token: admin,
    body: { slug: `section-${Math.random().toString(36).slice(2)}`, name: 'Another' },
  });
  expect(sections.status).toBe(201);
  await newsIsHeard();
}

type Given = 'a teaser' | 'the whole text';

async function read(who: string, slug: string, way: Way): Promise<Given> {
  const { token, browser } = people[who] ?? { browser: new Visitor(town.url) };
  if (way === 'page') {
    const { status, html } = await browser.open(`/articles/${slug}`);
    expect(status).toBe(200);
    return givenIn(html);
  }
  const options = token === undefined ? {} : { token };
  const { status, text } = await town.ask('GET', `/api/v1/articles/${slug}`, options);
  expect(status).toBe(200);
  return givenIn(text);
}

const givenIn = (answer: string): Given =>
  answer.includes('Hidden behind the wall.') ? 'the whole text' : 'a teaser';

/**
 * Who opens an article for whom, what she is given, and with how many statements, the shelves being full: as the first
 * who is given this text since the process began, and after that.
 */
const budgets: [string, string, Given, number, number][] = [
  ['stranger', 'members', 'a teaser', 0, 0],
  ['stranger', 'registered', 'a teaser', 0, 0],
  ['stranger', 'metered', 'a teaser', 0, 0],
  ['stranger', 'public', 'the whole text', 1, 1],
  ['registered reader', 'public', 'the whole text', 1, 1],
  ['registered reader', 'registered', 'the whole text', 2, 1],
  // She is found; a unit is spent; the text is read.
  ['registered reader', 'metered', 'the whole text', 3, 1],
  ['member', 'members', 'the whole text', 1, 1],
  ['member', 'metered', 'the whole text', 1, 1],
  ['editor', 'members', 'the whole text', 1, 1],
];

describe.each(['API', 'page'] as const)('over the %s', (way) => {
  const slugOf = (gate: string): string => `${gate}-${way.toLowerCase()}`;

  it.each(budgets)(
    'a %s opens an article for %s: %s, with %i queries, and again with %i',
    async (who, gate, expected, first, again) => {
      // Others have been here: what is the same for everybody lies on the shelf.
      await read('stranger', slugOf(gate), way);
      await read('member', slugOf('members'), way);
      for (const budget of [first, again]) {
        let given = '';
        const asked = await log.during(async () => {
          given = await read(who, slugOf(gate), way);
        });
        expect([given, asked.length]).toEqual([expected, budget]);
      }
    },
  );

  it('a registered reader at the wall asks who she is, and on a page whether she has had her trial', async () => {
    await read('registered reader', slugOf('members'), way);
    const queries = await log.during(() => read('registered reader', slugOf('members'), way));
    expect(queries).toHaveLength(way === 'API' ? 1 : 2);
  });

  it('a stranger who is the first after a change opens a teaser with one query for each shelf', async () => {
    await emptyTheShelves();
    const queries = await log.during(() => read('stranger', slugOf('members'), way));
    // The article's public side; the masthead's sections, too, on a page.
    expect(queries).toHaveLength(way === 'API' ? 1 : 2);
  });
});

describe('a list', () => {
  it.each([
    ['/api/v1/articles', 0],
    ['/api/v1/sections', 0],
    ['/api/v1/plans', 0],
    ['/', 0],
    ['/join', 0],
  ])('%s costs a stranger %i', async (path, queries) => {
    const browser = new Visitor(town.url);
    await browser.open(path);
    const asked = await log.during(async () => {
      expect((await browser.open(path)).status).toBe(200);
    });
    expect(asked).toHaveLength(queries);
  });
});

describe('a stranger with something in hand', () => {
  /** @returns how many statements the whole text cost */
  const open = async (path: string, browser = new Visitor(town.url)): Promise<number> => {
    let html = '';
    const asked = await log.during(async () => ({ html } = await browser.open(path)));
    expect(givenIn(html)).toBe('the whole text');
    return asked.length;
  };

  it('opens a gift with 7 queries, for it is counted in a transaction, and so is where; and again with 2', async () => {
    const { body } = await town.ask('POST', '/api/v1/articles/members-page/gifts', {
      token: people['member']?.token ?? '',
    });
    const { pathname, search } = new URL((body as { url: string }).url);
    await read('stranger', 'members-page', 'page');
    const browser = new Visitor(town.url);
    expect(await open(pathname + search, browser)).toBe(7);
    expect(await open(pathname + search, browser)).toBe(2);
  });

  it('opens a metered article of her allowance with 2 queries, and again with 2', async () => {
    await town.ask('PUT', '/api/v1/admin/settings/meter', {
      token: admin,
      body: { anonymousLimit: 3, registeredLimit: 3, window: 'calendar-month' },
    });
    await newsIsHeard();
    await read('registered reader', 'metered-page', 'page');
    const browser = new Visitor(town.url);
    expect(await open('/articles/metered-page', browser)).toBe(2);
    expect(await open('/articles/metered-page', browser)).toBe(2);
  });

  it('reads through her institution with 3 queries: it is looked at anew, and the read counted', async () => {
    const { status } = await town.ask('POST', '/api/v1/admin/institutions', {
      token: admin,
      body: { name: 'A library', networks: ['127.0.0.1'], endsAt: '2099-01-01T00:00:00Z' },
    });
    expect(status).toBe(201);
    await newsIsHeard();
    await new Visitor(town.url).open('/articles/members-page');
    expect(await open('/articles/members-page')).toBe(3);
    expect(await open('/articles/members-page')).toBe(3);
  });
});
