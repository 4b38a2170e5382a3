/** What the publisher reads of her business: who did what, and what came in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Answer } from '../support/api.js';
import { freshCard } from '../support/cards.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, openCheckout, pay, publish, startTestTown } from '../support/town.js';

const day = 24 * 60 * 60;

interface Entry {
  id: string;
  at: string;
  actorId: string;
  action: string;
  subject: string;
  subjectId: string;
  detail: Record<string, unknown>;
}

interface PricedPlan {
  id: string;
  prices: { id: string; interval: string; currency: string }[];
}

interface Revenue {
  currencies: {
    currency: string;
    total: { payments: number; refunds: number; disputes: number; net: number };
    months: { month: string; net: number }[];
    mrr: number;
  }[];
}

let town: TestTown;
let admin: string;
let plan: PricedPlan;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  const { body } = await asAdmin('POST', '/api/v1/admin/plans', {
    slug: 'paper',
    name: 'Paper',
    prices: [
      { amount: 30_000, currency: 'usd', interval: 'year' },
      { amount: 2_900, currency: 'usd', interval: 'month' },
      { amount: 5_000, currency: 'jpy', interval: 'month' },
    ],
  });
  plan = body as PricedPlan;
});

afterAll(() => town.close());

const asAdmin = (method: string, path: string, body?: object): Promise<Answer> =>
  town.ask(method, path, { token: admin, ...(body && { body }) });

const audit = async (query: string): Promise<{ items: Entry[]; nextCursor: string | null }> =>
  (await asAdmin('GET', `/api/v1/admin/audit${query}`)).body as {
    items: Entry[];
    nextCursor: string | null;
  };

describe('The audit', () => {
  it('tells what was done to a plan, by whom, the newest first', async () => {
    const { id: actorId } = (await asAdmin('GET', '/api/v1/me')).body as { id: string };
    const price = { amount: 1_000, currency: 'eur', interval: 'month' };
    const made = await asAdmin('POST', '/api/v1/admin/plans', { slug: 'small', name: 'Small' });
    const { id } = made.body as PricedPlan;
    await asAdmin('PUT', `/api/v1/admin/plans/${id}/price`, price);
    await asAdmin('PATCH', `/api/v1/admin/plans/${id}`, { name: 'Smaller' });
    await asAdmin('POST', `/api/v1/admin/plans/${id}/archive`);
    const { items } = await audit(`?subject=plan&subjectId=${id}`);
    expect(items.map(({ action }) => action)).toEqual([
      'plan.archived',
      'plan.edited',
      'plan.price-set',
      'plan.created',
    ]);
    expect(items.every((entry) => entry.actorId === actorId)).toBe(true);
    expect(items[2]?.detail).toMatchObject(price);
  });

  it('says nothing of what was refused', async () => {
    const { status } = await asAdmin('POST', '/api/v1/admin/plans', { slug: 'paper', name: 'X' });
    expect(status).toBe(409);
    const { items } = await audit('?action=plan.created');
    expect(items.map(({ subjectId }) => subjectId)).toContain(plan.id);
    const { items: plans } = (await asAdmin('GET', '/api/v1/admin/plans')).body as {
      items: { id: string }[];
    };
    expect(items).toHaveLength(plans.length);
  });

  it('knows the meter, what was published, and who was banned, but not why', async () => {
    const meter = { anonymousLimit: 0, registeredLimit: 5, window: 'calendar-month' };
    await asAdmin('PUT', '/api/v1/admin/settings/meter', meter);
    await publish(town, admin, { slug: 'story', gate: 'public' });
    const { user } = await joinAs(town);
    await asAdmin('POST', `/api/v1/admin/members/${user.id}/ban`, { reason: 'Rude to Mrs Hill' });
    await asAdmin('POST', `/api/v1/admin/members/${user.id}/unban`);
    const { items } = await audit('');
    expect(items.slice(0, 5).map(({ action, subject }) => [action, subject])).toEqual([
      ['member.unbanned', 'member'],
      ['member.banned', 'member'],
      ['article.published', 'article'],
      ['article.created', 'article'],
      ['settings.changed', 'settings'],
    ]);
    expect(items[4]).toMatchObject({
      before: { registeredLimit: 3 },
      after: { registeredLimit: 5 },
      detail: {},
    });
    expect(JSON.stringify(items)).not.toContain('Rude');
  });

  it('is read in pages, with nothing twice and nothing missing', async () => {
    const { items: all } = await audit('?limit=100');
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Entry[]; nextCursor: string | null } = await audit(
        `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all.map(({ id }) => id));
    expect((await asAdmin('GET', '/api/v1/admin/audit?cursor=WyJhIiwiYiJd')).status).toBe(400);
    expect((await asAdmin('GET', '/api/v1/admin/audit?actorId=me')).status).toBe(400);
  });

  it('is shown to admins only', async () => {
    const token = await town.staff('editor');
    for (const path of ['/api/v1/admin/audit', '/api/v1/admin/revenue']) {
      expect((await town.ask('GET', path, { token })).status).toBe(403);
      expect((await town.ask('GET', path)).status).toBe(401);
    }
  });
});

describe('Revenue', () => {
  const now = (): Date => town.app.get(Clock).now();

  const buy = async (interval: string, currency: string): Promise<string> => {
    const { accessToken, user } = await joinAs(town);
    const price = plan.prices.find(
      (each) => each.interval === interval && each.currency === currency,
    );
    await pay(town, await openCheckout(town, accessToken, price?.id ?? ''), freshCard());
    await town.mailbox();
    return user.id;
  };

  const revenue = async (query = ''): Promise<Revenue> => {
    const { status, body, text } = await asAdmin('GET', `/api/v1/admin/revenue${query}`);
    if (status !== 200) throw new Error(text);
    return body as Revenue;
  };

  it('is nothing before anybody paid', async () => {
    expect((await revenue()).currencies).toEqual([]);
  });

  it('is what was paid, less what went back, by currency and month', async () => {
    const yearly = await buy('year', 'usd');
    await buy('month', 'usd');
    await buy('month', 'jpy');
    const terms = { planId: plan.id, until: new Date(now().getTime() + 90 * day * 1000) };
    const { user } = await joinAs(town);
    await asAdmin('POST', `/api/v1/admin/members/${user.id}/comp`, terms);
    expect((await revenue()).currencies).toMatchObject([
      { currency: 'jpy', total: { payments: 5_000, net: 5_000 }, mrr: 5_000 },
      { currency: 'usd', total: { payments: 32_900, net: 32_900 }, mrr: 2_500 + 2_900 },
    ]);

    const before = now();
    await town.pass(1);
    await asAdmin('POST', `/api/v1/admin/members/${yearly}/refund`, { amount: 12_000 });
    await town.mailbox();
    await town.pass(1);
    const [, usd] = (await revenue()).currencies;
    expect(usd).toMatchObject({
      total: { payments: 32_900, refunds: -12_000, disputes: 0, net: 20_900 },
      mrr: 1_500 + 2_900,
    });
    const [, then] = (await revenue(`?to=${before.toISOString()}`)).currencies;
    expect(then).toMatchObject({ total: { net: 32_900 }, mrr: 2_500 + 2_900 });

    await town.pass(40 * day);
    const [, later] = (await revenue()).currencies;
    expect(later?.total).toMatchObject({ payments: 35_800, refunds: -12_000 });
    expect(later?.months.length).toBeGreaterThan(1);
    expect(later?.months.reduce((sum, { net }) => sum + net, 0)).toBe(later?.total.net);
    expect(later?.mrr).toBe(1_500 + 2_900);
  });

  it.each([
    ['a range that ends before it begins', '?from=2026-02-01&to=2026-01-01'],
    ['a day that is none', '?from=2026-02-30'],
    ['a word', '?to=yesterday'],
  ])('is not asked for by %s', async (_, query) => {
    expect((await asAdmin('GET', `/api/v1/admin/revenue${query}`)).status).toBe(400);
  });
});
