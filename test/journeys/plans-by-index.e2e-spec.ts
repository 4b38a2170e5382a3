/** Whatever a publication has a million of: no journey reads through it, nor puts all of it in order. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForgettingRepository } from '../../src/paywall/meter/forgetting.repository.js';
import { InboxRepository } from '../../src/billing/inbox/inbox.repository.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { QueryLog, type Statement } from '../support/query-log.js';
import { asIfFull, flawsOf, isOfGrowing } from '../support/query-plans.js';
import { goodPassword, joinAs } from '../support/readers.js';
import {
  type PlanOnSale,
  type TestTown,
  publish,
  sellPro,
  someTrialMember,
  startTestTown,
} from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let admin: string;
let plan: PlanOnSale;
let log: QueryLog;
/** By journey; asked once, for the database is made to look full only afterwards. */
const asked = new Map<string, Statement[]>();

/** What looks at everybody on purpose: each is bounded by other means. */
const onPurpose: Record<string, (text: string) => boolean> = {
  'where all members stand, and what they pay: the overview keeps what took long': (text) =>
    text.includes(`"ofRecord" and s.state <> 'none'`) ||
    text.includes('as "paidAtStart"') ||
    text.includes('kept as ('),
  'the articles of an author at the desk: along the newest or by the author, as there are many or few of hers':
    (text) => text.includes('exists (select 1 from article_authors b'),
  'what another meter would have meant: a sample of so many pages': (text) =>
    text.includes('tablesample'),
};

const known = (text: string): boolean => Object.values(onPurpose).some((is) => is(text));

async function get(path: string, token?: string): Promise<unknown> {
  const { status, body, text } = await town.ask('GET', path, token === undefined ? {} : { token });
  expect(status, `${path}: ${text.slice(0, 200)}`).toBeLessThan(400);
  return body;
}

/** Reads a list to its second page. */
async function leaf(path: string, token?: string): Promise<void> {
  const sign = path.includes('?') ? '&' : '?';
  const { nextCursor } = (await get(`${path}${sign}limit=2`, token)) as {
    nextCursor: string | null;
  };
  expect(nextCursor, path).not.toBeNull();
  await get(`${path}${sign}limit=2&cursor=${nextCursor}`, token);
}

const journeys: Record<string, () => Promise<void>> = {
  'a stranger reads': async () => {
    for (const gate of ['public', 'metered', 'members']) await get(`/api/v1/articles/${gate}-1`);
    const browser = new Visitor(town.url);
    for (const slug of ['public-2', 'metered-2', 'members-2'])
      await browser.open(`/articles/${slug}`);
  },
  'anybody leafs through lists': async () => {
    await leaf('/api/v1/articles');
    for (const by of ['section=news', 'tag=quay', 'author=ada', 'kind=story'])
      await leaf(`/api/v1/articles?${by}`);
    const browser = new Visitor(town.url);
    for (const path of ['/', '/sections/news', '/tags/quay', '/authors/ada'])
      await browser.open(path);
  },
  'anybody searches': async () => {
    await get('/api/v1/search?q=story');
    await new Visitor(town.url).open('/search?q=story');
  },
  'somebody registers, signs in, comes back and leaves': async () => {
    const { accessToken, user, refreshToken } = await joinAs(town);
    await town.ask('POST', '/api/v1/auth/login', {
      body: { email: user.email, password: goodPassword },
    });
    await town.ask('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
    await town.ask('POST', '/api/v1/auth/magic-link', { body: { email: user.email } });
    await town.ask('POST', '/api/v1/auth/password/forgot', { body: { email: user.email } });
    await get('/api/v1/me', accessToken);
    await get('/api/v1/me/sessions', accessToken);
    for (const slug of ['metered-1', 'metered-2', 'metered-1', 'members-1'])
      await get(`/api/v1/articles/${slug}`, accessToken);
    await town.ask('POST', '/api/v1/auth/logout', { token: accessToken, body: { refreshToken } });
  },
  'somebody becomes a member, and Stripe tells of it': async () => {
    const { token } = await someTrialMember(town, plan.yearly);
    await get('/api/v1/me/membership', token);
    await get('/api/v1/me/invoices', token);
    await get('/api/v1/articles/members-1', token);
    await town.ask('POST', '/api/v1/me/membership/cancel', { token });
    await town.ask('POST', '/api/v1/me/membership/resume', { token });
    await settled(town.app.get(Jobs));
  },
  'staff look after members': async () => {
    const desk = '/api/v1/admin/members';
    const { items } = (await get(`${desk}?limit=2`, admin)) as { items: { id: string }[] };
    await leaf(desk, admin);
    for (const by of [
      'q=reader',
      'q=nobody',
      'state=grace',
      'state=paused',
      'plan=pro',
      'role=admin',
      'banned=true',
      'label=press',
      'q=cus_1',
      'q=in_1',
    ])
      await get(`${desk}?${by}`, admin);
    for (const { id } of items) {
      await get(`${desk}/${id}`, admin);
      await get(`${desk}/${id}/timeline`, admin);
    }
  },
  'staff look at the inbox and the audit': async () => {
    await leaf('/api/v1/admin/webhook-events', admin);
    for (const by of ['status=failed', 'status=processed', 'type=invoice.paid'])
      await get(`/api/v1/admin/webhook-events?${by}`, admin);
    await leaf('/api/v1/admin/audit', admin);
  },
  'staff look for articles': async () => {
    await leaf('/api/v1/admin/articles', admin);
    for (const by of [
      'q=story',
      'status=draft',
      'status=scheduled',
      'sort=updated',
      'author=ada',
      'tag=quay',
    ])
      await get(`/api/v1/admin/articles?${by}`, admin);
  },
  'staff look at figures': async () => {
    await get('/api/v1/admin/overview?days=90', admin);
    await get(`/api/v1/admin/plans/${plan.id}/members`, admin);
    await get('/api/v1/admin/settings/meter/what-if?registered=2', admin);
    await get('/api/v1/admin/settings/meter/what-if?window=rolling-days&windowDays=7', admin);
  },
  'what is old is forgotten': async () => {
    const long = new Date('2020-01-01T00:00:00Z');
    await town.app
      .get(ForgettingRepository, { strict: false })
      .forget(
        { reads: long, visitors: long, cookieless: long, networks: long, giftsEnded: long },
        new AbortController().signal,
      );
    await town.app.get(InboxRepository, { strict: false }).forgetAnsweredBefore(long, 1_000);
  },
};

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
  await settle();
  await someTrialMember(town, plan.yearly);
  log = new QueryLog(town);
  for (const [name, walk] of Object.entries(journeys)) asked.set(name, await log.sent(walk));
  await town.asOwner(asIfFull);
});

afterAll(() => town.close());

/** Articles of every gate, by one author, in one section, with one tag. */
async function settle(): Promise<void> {
  const make = async (where: string, body: object): Promise<void> => {
    expect((await town.ask('POST', `/api/v1/admin/${where}`, { token: admin, body })).status).toBe(
      201,
    );
  };
  await make('sections', { slug: 'news', name: 'News' });
  await make('authors', { slug: 'ada', name: 'Ada' });
  await town.asOwner(`insert into tags values (gen_random_uuid(), 'quay', 'Quay')`);
  for (const gate of ['public', 'metered', 'members']) {
    for (const number of [1, 2]) {
      await publish(town, admin, {
        slug: `${gate}-${number}`,
        gate,
        section: 'news',
        authors: ['ada'],
        tags: ['quay'],
      });
    }
  }
}

const flaws = (statement: Statement): Promise<string[]> =>
  flawsOf(town.app.get(Database).pool, statement);

describe('Nothing is read through where', () => {
  it.each(Object.keys(journeys))('%s', async (name) => {
    const statements = (asked.get(name) ?? []).filter(isOfGrowing);
    const texts = new Map(statements.map((statement) => [statement.text, statement]));
    expect(texts.size).toBeGreaterThan(0);
    const found: string[] = [];
    for (const statement of texts.values()) {
      if (known(statement.text)) continue;
      for (const flaw of await flaws(statement))
        found.push(`${flaw}: ${statement.text.replace(/\s+/g, ' ')}`);
    }
    expect(found).toEqual([]);
  });
});

describe('It would be noticed', () => {
  it.each([
    [
      'that a table is read through',
      'select id from users where name = $1',
      ['Ada'],
      'reads through users',
    ],
    [
      'that all is put in order',
      'select id from articles order by title limit 20',
      [],
      'reads through articles',
    ],
    [
      'that an index is only walked along',
      'select count(*) from webhook_events',
      [],
      'webhook_events',
    ],
  ])('%s', async (_, text, values, flaw) => {
    expect((await flaws({ text, values })).join()).toContain(flaw);
  });

  it('that a list begins anew for each page', async () => {
    const text = `select id from articles where "publishedAt" > now() - interval '50 years' order by title`;
    expect((await flaws({ text, values: [] })).join()).toContain('sorts');
  });
});
