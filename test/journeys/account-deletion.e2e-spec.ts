/** Somebody leaves for good: what ran at Stripe ends first, whoever she was is forgotten, and the books stay. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { freshCard } from '../support/cards.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { compedMember, give, giftPath } from '../support/gifts.js';
import { keptAtStripe, payingMember } from '../support/leaving.js';
import { customerOf } from '../support/member.js';
import {
  type Tokens,
  goodPassword,
  joinAs,
  lastMailTo,
  proveFreshly,
  someAddress,
} from '../support/readers.js';
import {
  type PlanOnSale,
  type TestTown,
  openCheckout,
  pay,
  publish,
  sellPro,
  startTestTown,
} from '../support/town.js';
import { whereIsWritten } from '../support/written.js';

const day = 24 * 60 * 60;

let town: TestTown;
let admin: string;
let plan: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  plan = await sellPro(town, admin);
  await publish(town, admin, { slug: 'metered', gate: 'metered' });
});

afterAll(() => town.close());

const someMember = (email?: string): Promise<Tokens> => payingMember(town, plan.yearly, email);

const leave = async (reader: Tokens): Promise<Answer> => {
  await proveFreshly(town, reader.accessToken);
  return town.ask('DELETE', '/api/v1/me', {
    token: reader.accessToken,
    body: { confirm: reader.user.email },
  });
};

const fileOf = async (id: string): Promise<Record<string, unknown>> =>
  (await town.ask('GET', `/api/v1/admin/members/${id}`, { token: admin })).body as Record<
    string,
    unknown
  >;

describe('A member who deletes her account', () => {
  it('is no subscriber and no customer any more, and her books stay without her', async () => {
    const email = someAddress('leaving');
    const reader = await someMember(email);
    const { accessToken: token, user } = reader;
    await town.ask('PATCH', '/api/v1/me', { token, body: { name: 'Leonora Vanishing' } });
    const customer = customerOf(town, reader.user.id);
    expect((await leave(reader)).status).toBe(204);
    await town.mailbox();

    expect(await keptAtStripe(town, customer)).toEqual({ isDeleted: true, statuses: ['canceled'] });
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
    expect(await whereIsWritten(town, email)).toEqual([]);
    expect(await whereIsWritten(town, 'Leonora')).toEqual([]);
    expect((await lastMailTo(town, email)).subject).toBe('Your account is deleted');
  });

  it('stays forgotten whatever Stripe sends or is asked for afterwards', async () => {
    const reader = await someMember();
    const customer = customerOf(town, reader.user.id);
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
    expect(await whereIsWritten(town, reader.user.email)).toEqual([]);
  });

  it('joins again with the same address, and is sold no second trial', async () => {
    const email = someAddress();
    await leave(await someMember(email));
    await town.mailbox();
    const { accessToken: token, user } = await joinAs(town, email);
    const session = await openCheckout(town, token, plan.yearly);
    await pay(town, session, freshCard());
    await town.mailbox();
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token });
    expect(body).toMatchObject({ state: 'active', trialEndsAt: null });
    expect(await fileOf(user.id)).toMatchObject({ hasHadTrial: true });
  });

  it('buys nothing on a page of Stripe that she left open', async () => {
    const reader = await joinAs(town);
    const session = await openCheckout(town, reader.accessToken, plan.yearly);
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
    await stripeFails(town, { path: '/v1/*', action: 'reset' });
    const refused = await leave(reader);
    await stripeIsWell(town);
    expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true]);
    const { status, body } = await town.ask('GET', '/api/v1/me', { token: reader.accessToken });
    expect([status, body]).toMatchObject([
      200,
      { email: reader.user.email, membership: { state: 'active' } },
    ]);
    expect((await leave(reader)).status).toBe(204);
  });
});

describe('A reader who deletes her account', () => {
  it('has to name it, so that nobody does so by mistake', async () => {
    const reader = await joinAs(town);
    const { accessToken: token } = reader;
    const body = { confirm: someAddress() };
    const refused = await town.ask('DELETE', '/api/v1/me', { token, body });
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ field: 'confirm' }] }]);
    const shouted = { confirm: ` ${reader.user.email.toUpperCase()} ` };
    expect((await town.ask('DELETE', '/api/v1/me', { token, body: shouted })).status).toBe(204);
  });

  it('leaves nothing that says what she read, and is found by nobody', async () => {
    const reader = await joinAs(town);
    await town.ask('GET', '/api/v1/articles/metered', { token: reader.accessToken });
    expect(await whereIsWritten(town, reader.user.id)).toContain('public.meter_reads');
    await leave(reader);
    await town.mailbox();
    const left = await whereIsWritten(town, reader.user.id);
    expect(left.toSorted()).toEqual(['public.audit_entries', 'public.users']);
    const list = await town.ask('GET', '/api/v1/admin/members?limit=100', { token: admin });
    expect(list.text).not.toContain(reader.user.id);
  });

  it('leaves nothing of what she gave or was given, and the openings stay counted', async () => {
    const [leaving, staying] = [
      await compedMember(town, admin, plan.id),
      await compedMember(town, admin, plan.id),
    ];
    const reader = await joinAs(town);
    await give(town, leaving.token, 'metered');
    const gift = await give(town, staying.token, 'metered');
    await town.ask('GET', giftPath(gift), { token: reader.accessToken });
    expect(await whereIsWritten(town, leaving.id)).toContain('public.gifts');
    expect(await whereIsWritten(town, reader.user.id)).toContain('public.gift_openings');
    await town.ask('DELETE', '/api/v1/me', {
      token: leaving.token,
      body: { confirm: leaving.email },
    });
    await leave(reader);
    await town.mailbox();
    expect(await whereIsWritten(town, leaving.id)).not.toContain('public.gifts');
    expect(await whereIsWritten(town, reader.user.id)).not.toContain('public.gift_openings');
    const { body } = await town.ask('GET', '/api/v1/me/gifts', { token: staying.token });
    expect(body).toMatchObject({ items: [{ id: gift.id, opened: 1 }] });
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
