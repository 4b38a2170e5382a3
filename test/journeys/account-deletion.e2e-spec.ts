/** Somebody leaves for good: what ran at Stripe ends first, whoever she was is forgotten, and the books stay. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import type { Answer } from '../support/api.js';
import { freshCard } from '../support/cards.js';
import { type Tokens, goodPassword, joinAs, lastMailTo, someAddress } from '../support/readers.js';
import {
  type PlanAnswer,
  type TestTown,
  openCheckout,
  pay,
  publish,
  sellPro,
  startTestTown,
} from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const day = 24 * 60 * 60;

interface TrueState {
  customers: { id: string; deleted?: boolean }[];
  subscriptions: { id: string; customer: string; status: string }[];
}

let town: TestTown;
let admin: string;
let plan: PlanAnswer;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
  await publish(town, admin, { slug: 'metered', gate: 'metered' });
});

afterAll(() => town.close());

const leave = (reader: Tokens): Promise<Answer> =>
  town.ask('DELETE', '/api/v1/me', {
    token: reader.accessToken,
    body: { confirm: reader.user.email },
  });

/** Takes the trial, and stays for the first paid year. */
const someMember = async (email = someAddress()): Promise<Tokens> => {
  const reader = await joinAs(town, email);
  const session = await openCheckout(town, reader.accessToken, plan.prices[0]?.id ?? '');
  await pay(town, session, freshCard());
  await town.pass(8 * day);
  return reader;
};

const fileOf = async (id: string): Promise<Record<string, unknown>> =>
  (await town.ask('GET', `/api/v1/admin/members/${id}`, { token: admin })).body as Record<
    string,
    unknown
  >;

const customerOf = async ({ user }: Tokens): Promise<string> =>
  String((await fileOf(user.id))['stripeCustomerId']);

const atStripe = async (customer: string): Promise<{ isDeleted: boolean; statuses: string[] }> => {
  const state = (await town.askSimulator('GET', '/_sim/state')).body as TrueState;
  return {
    isDeleted: state.customers.some(({ id, deleted }) => id === customer && deleted === true),
    statuses: state.subscriptions
      .filter((each) => each.customer === customer)
      .map(({ status }) => status),
  };
};

/** Every table and column in which this text can still be read. */
async function whereIsWritten(text: string): Promise<string[]> {
  const { pool } = town.app.get(Database);
  const { rows } = await pool.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { table } of rows) {
    const { rowCount } = await pool.query(
      `select 1 from ${table} t where to_jsonb(t)::text ilike '%' || $1 || '%' limit 1`,
      [text],
    );
    if (rowCount !== 0) found.push(table);
  }
  return found;
}

describe('A member who deletes her account', { timeout: 30_000 }, () => {
  it('is no subscriber and no customer any more, and her books stay without her', async () => {
    const email = someAddress('leaving');
    const reader = await someMember(email);
    const { accessToken: token, user } = reader;
    await town.ask('PATCH', '/api/v1/me', { token, body: { name: 'Leonora Vanishing' } });
    const customer = await customerOf(reader);
    expect((await leave(reader)).status).toBe(204);
    await town.mailbox();

    expect(await atStripe(customer)).toEqual({ isDeleted: true, statuses: ['canceled'] });
    expect((await town.ask('GET', '/api/v1/me', { token })).status).toBe(401);
    const { refreshToken } = reader;
    const refreshed = await town.ask('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
    expect(refreshed.status).toBe(401);
    const login = { email, password: goodPassword };
    expect((await town.ask('POST', '/api/v1/auth/login', { body: login })).status).toBe(401);

    const file = await fileOf(user.id);
    expect(file).toMatchObject({
      name: null,
      membership: { state: 'ended', access: false },
      memberships: [{ status: 'ended' }],
      ledger: [{ kind: 'payment', money: { amount: 30_000 } }],
      hasHadTrial: true,
    });
    expect(file['deletedAt']).not.toBeNull();
    const invoices = file['invoices'] as { hostedUrl: string | null }[];
    expect(invoices.map(({ hostedUrl }) => hostedUrl)).toEqual([null, null]);
    expect(await whereIsWritten(email)).toEqual([]);
    expect(await whereIsWritten('Leonora')).toEqual([]);
    expect((await lastMailTo(town, email)).subject).toBe('Your account is deleted');
  });

  it('stays forgotten whatever Stripe sends or is asked for afterwards', async () => {
    const reader = await someMember();
    const customer = await customerOf(reader);
    await leave(reader);
    await town.mailbox();
    const before = await fileOf(reader.user.id);
    const state = (await town.askSimulator('GET', '/_sim/state')).body as {
      events: { id: string; data: { object: { id?: string; customer?: string } } }[];
    };
    const hers = state.events.filter(
      ({ data: { object } }) => object.customer === customer || object.id === customer,
    );
    expect(hers.length).toBeGreaterThan(5);
    for (const { id } of hers) await town.askSimulator('POST', `/_sim/events/${id}/deliver`, {});
    await town.mailbox();
    expect(await fileOf(reader.user.id)).toEqual(before);
    expect(await whereIsWritten(reader.user.email)).toEqual([]);
  });

  it('joins again with the same address, and is sold no second trial', async () => {
    const email = someAddress();
    await leave(await someMember(email));
    await town.mailbox();
    const { accessToken: token, user } = await joinAs(town, email);
    const session = await openCheckout(town, token, plan.prices[0]?.id ?? '');
    await pay(town, session, freshCard());
    await town.mailbox();
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token });
    expect(body).toMatchObject({ state: 'active', trialEndsAt: null });
    expect(await fileOf(user.id)).toMatchObject({ hasHadTrial: true });
  });

  it('buys nothing on a page of Stripe that she left open', async () => {
    const reader = await joinAs(town);
    const session = await openCheckout(town, reader.accessToken, plan.prices[0]?.id ?? '');
    await leave(reader);
    expect((await pay(town, session, freshCard())).status).not.toBe(200);
  });

  it('once, however often she presses', async () => {
    const reader = await someMember();
    const statuses = (await Promise.all([1, 2, 3].map(() => leave(reader)))).map(
      ({ status }) => status,
    );
    expect(statuses).toContain(204);
    expect(statuses.filter((status) => status !== 204 && status !== 401)).toEqual([]);
    const path = `/api/v1/admin/audit?subject=member&subjectId=${reader.user.id}&action=member.deleted`;
    const { items } = (await town.ask('GET', path, { token: admin })).body as {
      items: { actorId: string }[];
    };
    expect(items.map(({ actorId }) => actorId)).toEqual([reader.user.id]);
    const mails = (await town.mailbox()).filter(({ to }) => to === reader.user.email);
    expect(mails.filter(({ subject }) => subject === 'Your account is deleted')).toHaveLength(1);
  });

  it('keeps it, with everything in it, while Stripe is away', async () => {
    const reader = await someMember();
    await town.askSimulator('PUT', '/_sim/faults', {
      events: [],
      api: [{ path: '/v1/*', action: 'reset' }],
    });
    const refused = await leave(reader);
    await town.askSimulator('PUT', '/_sim/faults', { events: [], api: [] });
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true]);
    const { status, body } = await town.ask('GET', '/api/v1/me', { token: reader.accessToken });
    expect([status, body]).toMatchObject([
      200,
      { email: reader.user.email, membership: { state: 'active' } },
    ]);
    expect((await leave(reader)).status).toBe(204);
  });
});

describe('A reader who deletes her account', { timeout: 30_000 }, () => {
  it('has to name it, so that nobody does so by mistake', async () => {
    const reader = await joinAs(town);
    const { accessToken: token } = reader;
    const body = { confirm: someAddress() };
    const refused = await town.ask('DELETE', '/api/v1/me', { token, body });
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ field: 'confirm' }] }]);
    const shouted = { confirm: ` ${reader.user.email.toUpperCase()} ` };
    expect((await town.ask('DELETE', '/api/v1/me', { token, body: shouted })).status).toBe(204);
  });

  it('leaves nothing of what she read, and is found by nobody', async () => {
    const reader = await joinAs(town);
    await town.ask('GET', '/api/v1/articles/metered', { token: reader.accessToken });
    expect(await whereIsWritten(reader.user.id)).toContain('public.meter_reads');
    await leave(reader);
    await town.mailbox();
    const left = await whereIsWritten(reader.user.id);
    expect(left.toSorted()).toEqual(['public.audit_entries', 'public.users']);
    const list = await town.ask('GET', '/api/v1/admin/members?limit=100', { token: admin });
    expect(list.text).not.toContain(reader.user.id);
  });

  it('loses a membership that she was given', async () => {
    const reader = await joinAs(town);
    const until = new Date(Date.now() + 365 * day * 1000).toISOString();
    await town.ask('POST', `/api/v1/admin/members/${reader.user.id}/comp`, {
      token: admin,
      body: { planId: plan.id, until },
    });
    await leave(reader);
    expect(await fileOf(reader.user.id)).toMatchObject({
      memberships: [{ source: 'complimentary', status: 'ended' }],
    });
  });
});

describe('On the pages', { timeout: 30_000 }, () => {
  const arrive = async (reader: Tokens): Promise<Visitor> => {
    const visitor = new Visitor(town.url);
    await visitor.fillIn('/sign-in', { email: reader.user.email, password: goodPassword });
    return visitor;
  };

  it('a member is told what happens, types her address, and is gone', async () => {
    const reader = await someMember();
    const customer = await customerOf(reader);
    const visitor = await arrive(reader);
    expect((await visitor.open('/account')).html).toContain('href="/account/delete"');
    const page = await visitor.open('/account/delete');
    expect(wordsOf(page.html)).toContain('Your membership ends at once');

    const mistaken = await visitor.fillIn('/account/delete', { confirm: 'me@elsewhere.test' });
    expect(mistaken.status).toBe(422);
    expect(wordsOf(mistaken.html)).toContain('This is not the address of your account.');
    expect((await visitor.open('/account')).status).toBe(200);

    const gone = await visitor.fillIn('/account/delete', { confirm: reader.user.email });
    expect([gone.status, gone.location]).toEqual([303, '/account/deleted']);
    expect(wordsOf((await visitor.open('/account/deleted')).html)).toContain('is deleted');
    expect((await visitor.open('/account')).location).toMatch(/^\/sign-in/);
    await town.mailbox();
    expect(await atStripe(customer)).toEqual({ isDeleted: true, statuses: ['canceled'] });
  });

  it('a reader without a membership is not told of one that ends', async () => {
    const visitor = await arrive(await joinAs(town));
    const { html } = await visitor.open('/account/delete');
    expect(wordsOf(html)).toContain('You have no running membership');
  });

  it('a stranger is asked to sign in, and another site deletes nobody', async () => {
    const stranger = new Visitor(town.url);
    expect((await stranger.open('/account/delete')).location).toMatch(/^\/sign-in/);
    const reader = await joinAs(town);
    const visitor = await arrive(reader);
    const form = { confirm: reader.user.email };
    const foreign = await visitor.fillIn('/account/delete', form, {
      'sec-fetch-site': 'cross-site',
    });
    expect(foreign.status).toBe(403);
    expect((await visitor.open('/account')).status).toBe(200);
  });
});

describe('An admin', { timeout: 30_000 }, () => {
  const remove = (id: string, token = admin): Promise<Answer> =>
    town.ask('DELETE', `/api/v1/admin/members/${id}`, { token });

  it('deletes a member who asks for it by letter, once', async () => {
    const reader = await someMember();
    const customer = await customerOf(reader);
    expect((await remove(reader.user.id)).status).toBe(204);
    expect((await remove(reader.user.id)).status).toBe(204);
    await town.mailbox();
    expect(await atStripe(customer)).toEqual({ isDeleted: true, statuses: ['canceled'] });
    const again = await town.ask('POST', `/api/v1/admin/members/${reader.user.id}/comp`, {
      token: admin,
      body: { planId: plan.id, until: '2100-01-01' },
    });
    expect(again.body).toMatchObject({ code: 'members/account-deleted' });
  });

  it('deletes nobody who is not there', async () => {
    expect((await remove('01890000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('is not deleted as the last one, by whomever', async () => {
    const { body } = await town.ask('GET', '/api/v1/me', { token: admin });
    const { id, email } = body as { id: string; email: string };
    const [mine, official] = [
      await town.ask('DELETE', '/api/v1/me', { token: admin, body: { confirm: email } }),
      await remove(id),
    ];
    for (const answer of [mine, official]) {
      expect([answer.status, answer.body]).toMatchObject([409, { code: 'auth/last-admin' }]);
    }
  });

  it('stays when all of them leave at once', async () => {
    const second = await town.staff('admin');
    const me = async (token: string) =>
      (await town.ask('GET', '/api/v1/me', { token })).body as { id: string };
    const [first, other] = [await me(admin), await me(second)];
    const answers = await Promise.all([remove(first.id, admin), remove(other.id, second)]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([204, 409]);
    if (answers[0]?.status === 204) admin = second;
  });
});
