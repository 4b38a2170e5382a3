/** Admins make plans and prices: at Stripe once, never changed in place, and nobody loses hers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stripeFails } from '../support/faults.js';
import { joinAs } from '../support/readers.js';
import {
  type PlanAnswer,
  type TestTown,
  openCheckout,
  pay,
  sellPro,
  startTestTown,
} from '../support/town.js';
import { overwriting } from '../support/writers.js';

const yearly = { amount: 30_000, currency: 'usd', interval: 'year' };

let town: TestTown;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
});

afterAll(() => town.close());

const onSale = async (slug: string): Promise<PlanAnswer | undefined> => {
  const { body } = await town.ask('GET', '/api/v1/plans');
  return (body as { items: PlanAnswer[] }).items.find((plan) => plan.slug === slug);
};

describe('a plan', () => {
  it('is on sale once it has a price, and known to Stripe', async () => {
    const made = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'reader', name: 'Reader', trialDays: 7, benefits: ['Memos'] },
    });
    expect(made.status).toBe(201);
    expect(await onSale('reader')).toBeUndefined();

    const { id } = made.body as PlanAnswer;
    const priced = await town.ask('PUT', `/api/v1/admin/plans/${id}/price`, {
      token: admin,
      body: yearly,
    });
    expect(priced.status).toBe(200);
    expect(await onSale('reader')).toMatchObject({
      trialDays: 7,
      benefits: ['Memos'],
      audience: 'person',
      prices: [{ ...yearly, monthlyEquivalent: { amount: 2_500, currency: 'usd' } }],
    });
    const atStripe = [...town.simulator.state.products.all()].filter(
      ({ name }) => name === 'Reader',
    );
    expect(atStripe).toHaveLength(1);
  });

  it('is edited, taken off sale, and deleted only before it ever had a price', async () => {
    const { body } = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'short', name: 'Short' },
    });
    const path = `/api/v1/admin/plans/${(body as PlanAnswer).id}`;
    const edited = await town.ask('PATCH', path, { token: admin, body: { name: 'Shorter' } });
    expect(edited.body).toMatchObject({ name: 'Shorter', slug: 'short' });

    await town.ask('PUT', `${path}/price`, {
      token: admin,
      body: { ...yearly, interval: 'month' },
    });
    expect((await town.ask('DELETE', path, { token: admin })).body).toMatchObject({
      code: 'plans/was-sold',
    });
    await town.ask('POST', `${path}/archive`, { token: admin });
    expect(await onSale('short')).toBeUndefined();
    const late = await town.ask('PUT', `${path}/price`, { token: admin, body: yearly });
    expect(late.status).toBe(409);

    const spare = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'spare', name: 'Spare' },
    });
    const gone = `/api/v1/admin/plans/${(spare.body as PlanAnswer).id}`;
    expect((await town.ask('DELETE', gone, { token: admin })).status).toBe(204);
    expect((await town.ask('GET', gone, { token: admin })).status).toBe(404);
  });
});

describe('a new price', () => {
  it('is what new readers pay; whoever bought the old one keeps it', async () => {
    const plan = await sellPro(town, admin);
    const oldPrice = plan.yearly;
    const { accessToken: early } = await joinAs(town);
    await pay(town, await openCheckout(town, early, oldPrice));
    await town.mailbox();

    const changed = await town.ask('PUT', `/api/v1/admin/plans/${plan.id}/price`, {
      token: admin,
      body: { ...yearly, amount: 36_000, priceId: oldPrice },
    });
    expect((changed.body as PlanAnswer).prices).toMatchObject([{ amount: 36_000 }]);
    expect((await onSale('pro'))?.prices).toMatchObject([{ amount: 36_000 }]);

    await town.pass(8 * 24 * 60 * 60);
    const kept = await town.ask('GET', '/api/v1/me/membership', { token: early });
    expect(kept.body).toMatchObject({ state: 'active', price: { id: oldPrice, amount: 30_000 } });

    const { accessToken: late } = await joinAs(town);
    const refused = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
      token: late,
      body: { priceId: oldPrice },
    });
    expect(refused.status).toBe(422);
  });

  it('set twice is set once', async () => {
    const before = town.simulator.state.prices.all().length;
    const { body } = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'twice', name: 'Twice' },
    });
    const path = `/api/v1/admin/plans/${(body as PlanAnswer).id}/price`;
    await town.ask('PUT', path, { token: admin, body: yearly });
    await town.ask('PUT', path, { token: admin, body: yearly });
    expect(town.simulator.state.prices.all().length - before).toBe(1);
  });

  it('that Stripe committed but could not answer is finished by asking again', async () => {
    const { body } = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'lost', name: 'Lost' },
    });
    const path = `/api/v1/admin/plans/${(body as PlanAnswer).id}/price`;
    const before = town.simulator.state.prices.all().length;
    await stripeFails(town, { path: '/v1/prices', action: 'server-error', times: 4 });
    const lost = await town.ask('PUT', path, { token: admin, body: yearly });
    expect(lost.status).toBe(503);
    expect(lost.headers.get('retry-after')).toBe('10');
    expect(await onSale('lost')).toBeUndefined();

    expect((await town.ask('PUT', path, { token: admin, body: yearly })).status).toBe(200);
    expect(town.simulator.state.prices.all().length - before).toBe(1);
  });
});

describe('an article for the members of one plan', () => {
  const patch = (id: string, body: object) =>
    town.ask('PATCH', `/api/v1/admin/articles/${id}`, { token: admin, body, headers: overwriting });

  it('is for them no longer once it is open to others, and for all members when it is closed again', async () => {
    const plan = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'narrow', name: 'Narrow' },
    });
    const planIds = [(plan.body as PlanAnswer).id];
    const made = await town.ask('POST', '/api/v1/admin/articles', {
      token: admin,
      body: { title: 'For a few', bodyHtml: '<p>Text.</p>', planIds },
    });
    const { id } = made.body as { id: string };
    expect(made.body).toMatchObject({ gate: 'members', planIds });
    expect((await patch(id, { title: 'For few' })).body).toMatchObject({ planIds });

    const opened = await patch(id, { gate: 'metered' });
    expect([opened.status, opened.body]).toMatchObject([200, { gate: 'metered', planIds: [] }]);
    expect((await patch(id, { gate: 'members' })).body).toMatchObject({ planIds: [] });
  });
});

describe('what is not a plan', () => {
  const make = (body: object) => town.ask('POST', '/api/v1/admin/plans', { token: admin, body });
  const plan = { slug: 'odd', name: 'Odd' };

  it.each([
    ['a negative amount', { ...yearly, amount: -1 }, 'prices.0.amount'],
    ['a fractional amount', { ...yearly, amount: 99.5 }, 'prices.0.amount'],
    ['an amount in words', { ...yearly, amount: '30000' }, 'prices.0.amount'],
    ['a currency that Stripe does not know', { ...yearly, currency: 'xyz' }, 'prices.0.currency'],
    ['an interval nobody bills by', { ...yearly, interval: 'week' }, 'prices.0.interval'],
  ])('%s is refused by name', async (_, price, field) => {
    const { status, body } = await make({ ...plan, prices: [price] });
    expect(status).toBe(422);
    expect((body as { errors: { field: string }[] }).errors.map((error) => error.field)).toEqual([
      field,
    ]);
  });

  it('a slug that is taken is refused', async () => {
    await make({ slug: 'taken', name: 'First' });
    const second = await make({ slug: 'taken', name: 'Second' });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'plans/slug-taken' });
  });

  it.each([{ name: null }, { slug: null }, { benefits: null }, { trialDays: null }])(
    '%o is refused',
    async (change) => {
      expect((await make({ ...plan, ...change })).status).toBe(422);
    },
  );

  it('one of twenty that are made at once with one slug is made', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => make({ slug: 'crowded', name: 'Crowded' })),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  });

  it('is made by no editor', async () => {
    const editor = await town.staff('editor');
    const { status } = await town.ask('POST', '/api/v1/admin/plans', { token: editor, body: plan });
    expect(status).toBe(403);
  });
});
