/** Staff find a member by anything that her letter says, and by where she stands now, to the second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemberRollRepository } from '../../src/admin/members/finding/member-roll.repository.js';
import type { MembershipState, MembershipStatus } from '../../src/memberships/membership.js';
import { standingOf } from '../../src/memberships/standing.rules.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { type MemberDesk, type Reader, openMemberDesk } from '../support/member-desk.js';
import { joinAs } from '../support/readers.js';
import type { TestTown } from '../support/town.js';

interface Found {
  id: string;
  email: string;
  labels: string[];
  bannedAt: string | null;
  membership: { state: MembershipState; plan: { slug: string } | null };
}

interface FoundPage {
  items: Found[];
  nextCursor: string | null;
}

const seconds = 1000;
const day = 24 * 60 * 60 * seconds;

let desk: MemberDesk;
let town: TestTown;
let database: Database;
let mira: Reader;
let member: Reader;

beforeAll(async () => {
  desk = await openMemberDesk();
  ({ town } = desk);
  database = town.app.get(Database);
  const joined = await joinAs(town, 'mira.100%_sure@town.test', undefined, 'Mira O’Neill');
  mira = { id: joined.user.id, token: joined.accessToken };
  await desk.ask('PUT', `/api/v1/admin/members/${mira.id}/labels`, { labels: ['press-club'] });
  member = await desk.someMember();
});

afterAll(() => town.close());

const path = (asked: Record<string, string>): string =>
  `/api/v1/admin/members?${new URLSearchParams(asked).toString()}`;

async function find(asked: Record<string, string>): Promise<FoundPage> {
  const { status, body, text } = await desk.ask('GET', path(asked));
  expect(status, text).toBe(200);
  return body as FoundPage;
}

const idsFor = async (asked: Record<string, string>): Promise<string[]> =>
  (await find({ limit: '100', ...asked })).items.map(({ id }) => id);

/** The first cell of the first row. */
async function cell(query: string, ...values: unknown[]): Promise<string> {
  const { rows } = await database.pool.query<{ cell: string }>(query, values);
  expect(rows).toHaveLength(1);
  return rows[0]?.cell ?? '';
}

describe('A reader is found by', () => {
  it.each([
    ['a part of her address', 'mira.100'],
    ['her address in capitals', 'MIRA.100%_SURE@TOWN.TEST'],
    ['a part of her name', 'o’neill'],
    ['her label', 'Press-Club'],
  ])('%s: %s', async (_, q) => {
    expect(await idsFor({ q })).toEqual([mira.id]);
  });

  it('the id of her account, however it is written', async () => {
    expect(await idsFor({ q: ` ${mira.id.toUpperCase()} ` })).toEqual([mira.id]);
  });

  it('what she typed and nothing more: no sign in it stands for others', async () => {
    expect(await idsFor({ q: 'mira_100' })).toEqual([]);
    expect(await idsFor({ q: '%' })).toEqual([mira.id]);
    expect(await idsFor({ q: "' or 1=1 --" })).toEqual([]);
  });
});

describe('A member is found by', () => {
  const of = (column: string, table: string): Promise<string> =>
    cell(`select "${column}" as cell from ${table} where "userId" = $1`, member.id);

  it.each([
    ['the id of her membership', 'id', 'memberships'],
    ['her id at Stripe', 'stripeCustomerId', 'stripe_customers'],
    ['the number of an invoice', 'number', 'invoices'],
    ['the id of an invoice', 'stripeInvoiceId', 'invoices'],
    ['the subscription on it', 'stripeSubscriptionId', 'invoices'],
    ['what she paid with', 'stripePaymentIntentId', 'ledger_lines'],
  ])('%s', async (_, column, table) => {
    const q = await of(column, table);
    expect(q).not.toBe('');
    expect(await idsFor({ q })).toEqual([member.id]);
  });

  it('an invoice whose number is written small', async () => {
    const number = await of('number', 'invoices');
    expect(await idsFor({ q: number.toLowerCase() })).toEqual([member.id]);
  });

  it('none of these where it is nobody’s', async () => {
    for (const q of ['cus_nobody', 'sub_nobody', 'in_nobody', 'pi_nobody', 'NOBODY-0001']) {
      expect(await idsFor({ q }), q).toEqual([]);
    }
  });

  it('its id after her account is deleted, and by no word', async () => {
    const leaver = await desk.someMember();
    const q = await cell(
      `select "stripeCustomerId" as cell from stripe_customers where "userId" = $1`,
      leaver.id,
    );
    expect((await desk.ask('DELETE', `/api/v1/admin/members/${leaver.id}`)).status).toBe(204);
    expect(await idsFor({ q })).toEqual([leaver.id]);
    expect(await idsFor({ q: 'deleted' })).toEqual([]);
    expect(await idsFor({})).not.toContain(leaver.id);
  });
});

describe('The list', () => {
  it('shows of each where she stands, her plan, her labels and whether she is banned', async () => {
    const { items } = await find({ q: mira.id });
    expect(items).toMatchObject([
      { labels: ['press-club'], bannedAt: null, membership: { state: 'none', plan: null } },
    ]);
    expect((await find({ q: member.id })).items).toMatchObject([
      { membership: { state: 'active', plan: { slug: 'paper' } } },
    ]);
  });

  it('is narrowed by plan, label, role and ban', async () => {
    const banned = await desk.someReader();
    await desk.deed(banned, 'ban', { reason: 'Spam.' });
    expect(await idsFor({ plan: 'paper' })).toEqual([member.id]);
    expect(await idsFor({ plan: desk.paper.id })).toEqual([member.id]);
    expect(await idsFor({ plan: 'pro' })).toEqual([]);
    expect(await idsFor({ label: 'press-club' })).toEqual([mira.id]);
    expect(await idsFor({ label: 'press' })).toEqual([]);
    expect((await find({ role: 'admin' })).items).toHaveLength(1);
    expect(await idsFor({ banned: 'true' })).toEqual([banned.id]);
    expect(await idsFor({ banned: 'false' })).not.toContain(banned.id);
    expect(await idsFor({ q: mira.id, state: 'active' })).toEqual([]);
  });

  it('goes page by page, the newest first, none twice and none left out', async () => {
    const whole = await idsFor({});
    const leafed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await find({ limit: '2', ...(cursor === '' ? {} : { cursor }) });
      leafed.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(leafed).toEqual(whole);
    expect(whole).toEqual(whole.toSorted().toReversed());
  });

  it.each([
    ['state', 'happy'],
    ['role', 'reader'],
    ['banned', 'yes'],
    ['search', 'mira'],
  ])('is not asked for the %s %s', async (name, value) => {
    expect((await desk.ask('GET', path({ [name]: value }))).status).toBe(400);
  });
});

describe('Where somebody stands', () => {
  const statuses: MembershipStatus[] = [
    'incomplete',
    'trialing',
    'active',
    'past_due',
    'unpaid',
    'paused',
    'blocked',
    'ended',
  ];

  it('is the same in the list as in the rule, state by state and second by second', async () => {
    const now = town.app.get(Clock).now();
    const { graceDays } = town.app.get(Config);
    const around = (milliseconds: number): (Date | null)[] => [
      null,
      ...[-seconds, 0, seconds].map((more) => new Date(now.getTime() + milliseconds + more)),
    ];
    const cases = statuses.flatMap((status) =>
      around(0).flatMap((cancelsAt) =>
        around(-(graceDays + 1) * day).flatMap((currentPeriodEnd) =>
          (status === 'past_due' ? around(-graceDays * day) : [null]).map((pastDueSince) => {
            return { status, cancelsAt, currentPeriodEnd, pastDueSince };
          }),
        ),
      ),
    );
    const accounts = cases.map((_, at) => ({
      id: `0199${String(at).padStart(4, '0')}-0000-7000-8000-000000000000`,
      email: `state.${at}@readers.test`,
    }));
    const startedAt = new Date(now.getTime() - 100 * day);
    await database.client.user.createMany({
      data: accounts.map((each) => ({ ...each, roles: [], createdAt: now, updatedAt: now })),
    });
    await database.client.membership.createMany({
      data: cases.map((each, at) => {
        const whose = { userId: accounts[at]?.id ?? '', planId: desk.pro.id, ofRecord: true };
        return { ...each, ...whose, startedAt, updatedAt: now };
      }),
    });
    const page = { before: null, limit: 10_000, now, graceDays };
    const told = await town.app.get(MemberRollRepository, { strict: false }).list({}, page);
    const states = new Map(told.map(({ id, state }) => [id, state]));
    const ruled = cases.map((each) => {
      const held = { ...each, planId: desk.pro.id, startedAt };
      return standingOf(held, now, graceDays).state;
    });
    expect(accounts.map(({ id }) => states.get(id))).toEqual(ruled);
    expect(new Set(ruled).size).toBe(8);
  });
});
