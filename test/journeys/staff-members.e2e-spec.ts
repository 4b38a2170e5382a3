/** What staff do for a member who writes in: give her a membership, end one, pay one back, and see what was done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Answer } from '../support/api.js';
import { freshCard } from '../support/cards.js';
import { joinAs } from '../support/readers.js';
import {
  type PlanAnswer,
  type TestTown,
  openCheckout,
  pay,
  sellPro,
  startTestTown,
} from '../support/town.js';

const day = 24 * 60 * 60;

interface Member {
  id: string;
  token: string;
}

interface FileAnswer {
  membership: { state: string };
  memberships: {
    id: string;
    source: string;
    status: string;
    stripeSubscriptionId: string | null;
  }[];
  stripeCustomerId: string | null;
  hasHadTrial: boolean;
  invoices: { id: string; amountPaid: { amount: number } }[];
  ledger: { kind: string; money: { amount: number; currency: string } }[];
}

let town: TestTown;
let admin: string;
let adminId: string;
let pro: PlanAnswer;
let paper: PlanAnswer;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  pro = await sellPro(town, admin);
  const made = await asAdmin('POST', '/api/v1/admin/plans', {
    slug: 'paper',
    name: 'Paper',
    prices: [{ amount: 30_000, currency: 'usd', interval: 'year' }],
  });
  paper = made.body as PlanAnswer;
  adminId = ((await town.ask('GET', '/api/v1/me', { token: admin })).body as Member).id;
});

afterAll(() => town.close());

const asAdmin = (
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> => town.ask(method, path, { token: admin, headers, ...(body && { body }) });

const someReader = async (): Promise<Member> => {
  const { accessToken, user } = await joinAs(town);
  return { id: user.id, token: accessToken };
};

/** Has paid for a year, or is in her trial of one. */
const someMember = async (plan = paper): Promise<Member> => {
  const reader = await someReader();
  await pay(town, await openCheckout(town, reader.token, plan.prices[0]?.id ?? ''), freshCard());
  await town.mailbox();
  return reader;
};

const deed = (
  { id }: Member,
  what: 'comp' | 'cancel' | 'refund',
  body: object,
  headers?: Record<string, string>,
): Promise<Answer> => asAdmin('POST', `/api/v1/admin/members/${id}/${what}`, body, headers);

const fileOf = async ({ id }: Member): Promise<FileAnswer> =>
  (await asAdmin('GET', `/api/v1/admin/members/${id}`)).body as FileAnswer;

const membershipOf = async ({ token }: Member): Promise<unknown> =>
  (await town.ask('GET', '/api/v1/me/membership', { token })).body;

const deedsOn = async ({ id }: Member): Promise<string[]> => {
  const path = `/api/v1/admin/audit?subject=member&subjectId=${id}&actorId=${adminId}`;
  const { items } = (await asAdmin('GET', path)).body as { items: { action: string }[] };
  return items.map(({ action }) => action);
};

const inDays = (days: number): string =>
  new Date(town.app.get(Clock).now().getTime() + days * day * 1000).toISOString();

describe('A reader who is given a membership', { timeout: 30_000 }, () => {
  it('reads until its date, and not a moment longer', async () => {
    const reader = await someReader();
    const until = inDays(10);
    const given = await deed(reader, 'comp', { planId: pro.id, until });
    expect([given.status, given.body]).toMatchObject([
      200,
      { state: 'active', access: true, accessUntil: until, cancelsAt: until, price: null },
    ]);
    expect((await fileOf(reader)).memberships).toMatchObject([
      { source: 'complimentary', status: 'active', stripeSubscriptionId: null },
    ]);
    await town.pass(10 * day);
    expect(await membershipOf(reader)).toMatchObject({ state: 'ended', access: false });
    expect(await deedsOn(reader)).toEqual(['member.comped']);
  });

  it('keeps one membership when it is given again, with the new end and plan', async () => {
    const reader = await someReader();
    await deed(reader, 'comp', { planId: pro.id, until: inDays(10) });
    const until = inDays(3);
    const again = await deed(reader, 'comp', { planId: paper.id, until });
    expect(again.body).toMatchObject({
      state: 'active',
      cancelsAt: until,
      plan: { slug: 'paper' },
    });
    expect((await fileOf(reader)).memberships).toHaveLength(1);
    expect(await deedsOn(reader)).toEqual(['member.comped', 'member.comped']);
  });

  it('has one membership when two admins click at once', async () => {
    const reader = await someReader();
    const terms = { planId: pro.id, until: inDays(10) };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => deed(reader, 'comp', terms)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await fileOf(reader)).memberships).toHaveLength(1);
  });

  it('gets another one after the first is over, beside it in her file', async () => {
    const reader = await someReader();
    await deed(reader, 'comp', { planId: pro.id, until: inDays(1) });
    await town.pass(2 * day);
    const again = await deed(reader, 'comp', { planId: pro.id, until: inDays(5) });
    expect(again.body).toMatchObject({ state: 'active', access: true });
    expect((await fileOf(reader)).memberships).toHaveLength(2);
  });

  it('loses it at once when an admin ends it, and has had no trial by it', async () => {
    const reader = await someReader();
    await deed(reader, 'comp', { planId: pro.id, until: inDays(10) });
    const ended = await deed(reader, 'cancel', { at: 'now' });
    expect([ended.status, ended.body]).toMatchObject([200, { state: 'ended', access: false }]);
    expect(await deedsOn(reader)).toEqual(['member.cancelled', 'member.comped']);
    expect(await fileOf(reader)).toMatchObject({ hasHadTrial: false, stripeCustomerId: null });
    expect((await deed(reader, 'cancel', { at: 'now' })).status).toBe(409);
  });

  it('is none who pays already, and the admin is told what to do', async () => {
    const member = await someMember();
    const refused = await deed(member, 'comp', { planId: pro.id, until: inDays(10) });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'memberships/paid-membership-runs' });
    expect(await deedsOn(member)).toEqual([]);
  });

  it.each([
    ['a date that is over', { until: '2020-01-01T00:00:00Z' }, 'until'],
    ['no date', { until: 'tomorrow' }, 'until'],
    ['a day that no month has', { until: '2030-02-30' }, 'until'],
    ['a plan that is none', { planId: '01890000-0000-7000-8000-000000000000' }, 'planId'],
  ])('is not given %s', async (_, wrong, field) => {
    const reader = await someReader();
    const terms = { planId: pro.id, until: inDays(10), ...wrong };
    const { status, body } = await deed(reader, 'comp', terms);
    expect([status, body]).toMatchObject([422, { errors: [{ field }] }]);
  });

  it('is not given a plan that is archived', async () => {
    const plan = await asAdmin('POST', '/api/v1/admin/plans', { slug: 'gone', name: 'Gone' });
    const { id } = plan.body as PlanAnswer;
    await asAdmin('POST', `/api/v1/admin/plans/${id}/archive`);
    const { status } = await deed(await someReader(), 'comp', { planId: id, until: inDays(1) });
    expect(status).toBe(422);
  });
});

describe('A member whose membership an admin ends', { timeout: 30_000 }, () => {
  it('reads on to the end of what she paid for', async () => {
    const member = await someMember();
    const { status, body } = await deed(member, 'cancel', { at: 'period-end' });
    expect([status, body]).toMatchObject([200, { state: 'active', access: true }]);
    expect((body as { cancelsAt: string | null }).cancelsAt).not.toBeNull();
    expect(await deedsOn(member)).toEqual(['member.cancelled']);
  });

  it('reads no more when it ends now, however often it is clicked', async () => {
    const member = await someMember();
    const answers = await Promise.all([1, 2, 3].map(() => deed(member, 'cancel', { at: 'now' })));
    for (const { status, body } of answers) {
      if (status === 200) expect(body).toMatchObject({ state: 'ended', access: false });
      else expect(status).toBe(409);
    }
    expect(answers.map(({ status }) => status)).toContain(200);
    await town.mailbox();
    expect(await deedsOn(member)).toEqual(['member.cancelled']);
    expect(await membershipOf(member)).toMatchObject({ state: 'ended', access: false });
  });

  it('is told nothing runs when nothing does', async () => {
    const { status, body } = await deed(await someReader(), 'cancel', { at: 'now' });
    expect([status, body]).toMatchObject([409, { code: 'memberships/nothing-runs' }]);
  });

  it('stays one while Stripe is away', async () => {
    const member = await someMember();
    await stripeFails('/v1/subscriptions*');
    const { status, headers } = await deed(member, 'cancel', { at: 'now' });
    await stripeRecovers();
    expect([status, headers.has('retry-after')]).toEqual([503, true]);
    expect(await membershipOf(member)).toMatchObject({ state: 'active' });
    expect(await deedsOn(member)).toEqual([]);
  });
});

describe('A member who is paid back', { timeout: 30_000 }, () => {
  it('in full is a member no more, and her books say so', async () => {
    const member = await someMember();
    const { status, body } = await deed(member, 'refund', {});
    expect([status, body]).toMatchObject([
      200,
      { refund: { amount: 30_000, currency: 'usd' }, membership: { state: 'ended' } },
    ]);
    await town.mailbox();
    const file = await fileOf(member);
    expect(file.ledger.map(({ kind, money }) => [kind, money.amount])).toEqual([
      ['refund', -30_000],
      ['payment', 30_000],
    ]);
    const { refund } = body as { refund: { invoiceId: string } };
    expect(file.invoices.map(({ id }) => id)).toEqual([refund.invoiceId]);
    expect(await deedsOn(member)).toEqual(['member.refunded']);
  });

  it('in full is paid back once, however often it is clicked at once', async () => {
    const member = await someMember();
    const answers = await Promise.all([1, 2, 3, 4].map(() => deed(member, 'refund', {})));
    const good = answers.filter(({ status }) => status === 200);
    expect(good.length).toBeGreaterThan(0);
    expect(
      new Set(good.map(({ body }) => (body as { refund: { id: string } }).refund.id)).size,
    ).toBe(1);
    await town.mailbox();
    const refunds = (await fileOf(member)).ledger.filter(({ kind }) => kind === 'refund');
    expect(refunds).toMatchObject([{ money: { amount: -30_000 } }]);
    expect(await deedsOn(member)).toEqual(['member.refunded']);
    expect((await deed(member, 'refund', {})).body).toMatchObject({
      code: 'billing/already-refunded',
    });
  });

  it('in part stays a member, and the parts add up', async () => {
    const member = await someMember();
    const first = await deed(member, 'refund', { amount: 10_000 });
    expect(first.body).toMatchObject({
      refund: { amount: 10_000 },
      membership: { state: 'active' },
    });
    const second = await deed(member, 'refund', { amount: 10_000 });
    expect(second.body).toMatchObject({ refund: { amount: 10_000 } });
    const tooMuch = await deed(member, 'refund', { amount: 10_001 });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('10000');
    const rest = await deed(member, 'refund', {});
    expect(rest.body).toMatchObject({ refund: { amount: 10_000 }, membership: { state: 'ended' } });
  });

  it('in part is paid back once for one key, whenever it is sent again', async () => {
    const member = await someMember();
    const key = { 'idempotency-key': 'the letter of Monday' };
    const order = () => deed(member, 'refund', { amount: 5_000 }, key);
    const answers = [...(await Promise.all([order(), order()])), await order()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const refundsMade = answers.map(({ body }) => (body as { refund: { id: string } }).refund.id);
    expect(new Set(refundsMade).size).toBe(1);
    const other = await deed(member, 'refund', { amount: 6_000 }, key);
    expect([other.status, other.body]).toMatchObject([
      422,
      { code: 'billing/idempotency-key-reused' },
    ]);
    await town.mailbox();
    const refunds = (await fileOf(member)).ledger.filter(({ kind }) => kind === 'refund');
    expect(refunds).toHaveLength(1);
    expect(await deedsOn(member)).toEqual(['member.refunded']);
  });

  it('for an invoice that is named, and never for that of somebody else', async () => {
    const [member, other] = [await someMember(), await someMember()];
    const invoiceId = (await fileOf(other)).invoices[0]?.id ?? '';
    const foreign = await deed(member, 'refund', { invoiceId });
    expect([foreign.status, foreign.body]).toMatchObject([
      404,
      { code: 'billing/invoice-not-found' },
    ]);
    const own = await deed(other, 'refund', { invoiceId });
    expect(own.body).toMatchObject({ refund: { invoiceId } });
  });

  it.each([
    ['has bought nothing', someReader],
    ['is in her trial', () => someMember(pro)],
  ])('has paid: whoever %s is not', async (_, somebody) => {
    const { status, body } = await deed(await somebody(), 'refund', {});
    expect([status, body]).toMatchObject([409, { code: 'billing/nothing-paid' }]);
  });

  it('is not while the bank has the money', async () => {
    const reader = await someReader();
    const session = await openCheckout(town, reader.token, paper.prices[0]?.id ?? '');
    await pay(town, session, '4000000000000259');
    await town.mailbox();
    const { status, body } = await deed(reader, 'refund', {});
    expect([status, body]).toMatchObject([409, { code: 'billing/refund-refused' }]);
  });
});

describe('What an admin does', { timeout: 30_000 }, () => {
  it.each(['comp', 'cancel', 'refund'] as const)('no editor does: %s', async (what) => {
    const token = await town.staff('editor');
    const { id } = await someReader();
    const path = `/api/v1/admin/members/${id}/${what}`;
    expect((await town.ask('POST', path, { token, body: {} })).status).toBe(403);
  });

  it.each(['comp', 'cancel', 'refund'] as const)('is done to somebody: %s', async (what) => {
    const nobody = { id: '01890000-0000-7000-8000-000000000000', token: '' };
    const bodies = {
      comp: { planId: pro.id, until: inDays(1) },
      cancel: { at: 'now' },
      refund: {},
    };
    expect((await deed(nobody, what, bodies[what])).status).toBe(404);
  });
});

async function stripeFails(path: string): Promise<void> {
  await town.askSimulator('PUT', '/_sim/faults', {
    events: [],
    api: [{ path, action: 'server-error' }],
  });
}

async function stripeRecovers(): Promise<void> {
  await town.askSimulator('PUT', '/_sim/faults', { events: [], api: [] });
}
