/** Prices change under several hands, and while Stripe fails: one is on sale, and Stripe ends up agreeing. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import type { Answer } from '../support/api.js';
import { settled } from '../support/app.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { joinAs } from '../support/readers.js';
import {
  type PlanAnswer,
  type PlanOnSale,
  type TestTown,
  publish,
  sell,
  startTestTown,
} from '../support/town.js';

const yearly = { amount: 30_000, currency: 'usd', interval: 'year' };
const monthly = { amount: 2_900, currency: 'usd', interval: 'month' };

let town: TestTown;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
});

afterAll(() => town.close());

const makePlan = (slug: string, prices: object[] = []): Promise<PlanOnSale> =>
  sell(town, admin, slug, prices);

const putPrice = (planId: string, body: object): Promise<Answer> =>
  town.ask('PUT', `/api/v1/admin/plans/${planId}/price`, { token: admin, body });

const versions = (planId: string) =>
  town.app.get(Database).client.price.findMany({ where: { planId }, orderBy: { amount: 'asc' } });

/** Milliseconds: a request is tried four times before its job gives up for now. */
const waitForIt = 10_000;

/** The job that Stripe has failed; it waits for its next attempt. */
const failedJob = () =>
  vi.waitFor(async () => {
    const [job] = await town.app.get(Database).client.$queryRaw<{ id: string }[]>`
      select id::text as id from graphile_worker.jobs where attempts > 0 and last_error is not null`;
    if (job === undefined) throw new Error('No job has failed.');
    return job;
  }, waitForIt);

/** Stripe works again, and the job that it failed need not wait. */
const recover = async () => {
  const { id } = await failedJob();
  await stripeIsWell(town);
  await town.app.get(Database).client.$queryRaw`
    select 1 from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := now())`;
};

/** What Stripe holds of a plan, once every job is done. */
const atStripe = async (planId: string) => {
  await settled(town.app.get(Jobs));
  const { products, prices } = town.simulator.state;
  const ours = products.all().filter(({ metadata }) => metadata['broadsheet_plan'] === planId);
  return {
    products: ours,
    prices: prices.all().filter(({ product }) => ours.some(({ id }) => id === product)),
  };
};

const atOnce = (count: number, ask: (n: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => ask(n)));

const statuses = (answers: Answer[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

describe('ten admins who set a price at once', () => {
  it('leave one of their amounts on sale, here and at Stripe', async () => {
    const plan = await makePlan('crowd', [yearly]);
    const answers = await atOnce(10, (n) =>
      putPrice(plan.id, { ...yearly, amount: 31_000 + n * 100 }),
    );
    expect(statuses(answers).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    const kept = await versions(plan.id);
    const active = kept.filter(({ status }) => status === 'active');
    expect(active).toHaveLength(1);
    expect(kept.filter(({ status }) => status === 'archived')).toHaveLength(10);
    const { prices } = await atStripe(plan.id);
    expect(prices.filter((price) => price.active).map((price) => price.unit_amount)).toEqual([
      active[0]?.amount,
    ]);
  });

  it('in place of the same price: one does it, the others are told to look again', async () => {
    const plan = await makePlan('contest', [yearly]);
    const priceId = plan.yearly;
    const answers = await atOnce(10, (n) =>
      putPrice(plan.id, { ...yearly, amount: 31_000 + n * 100, priceId }),
    );
    const late = answers.filter(({ status }) => status !== 200);
    expect(late).toHaveLength(9);
    for (const { body } of late) {
      expect(['plans/price-changed', 'request/invalid-body']).toContain(
        (body as { code: string }).code,
      );
    }
    expect((await versions(plan.id)).filter(({ status }) => status !== 'archived')).toHaveLength(1);
    const { prices } = await atStripe(plan.id);
    expect(prices.filter((price) => price.active)).toHaveLength(1);
  });

  it('and mean the same: it is set once', async () => {
    const plan = await makePlan('chorus');
    const answers = await atOnce(10, () => putPrice(plan.id, yearly));
    expect(statuses(answers)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await versions(plan.id)).toMatchObject([{ amount: 30_000, status: 'active' }]);
    const { products, prices } = await atStripe(plan.id);
    expect(products).toHaveLength(1);
    expect(prices).toHaveLength(1);
  });

  it('while another takes the plan off sale: nothing of it stays for sale', async () => {
    const plan = await makePlan('closing', [yearly]);
    const archiving = () =>
      town.ask('POST', `/api/v1/admin/plans/${plan.id}/archive`, { token: admin });
    const answers = await atOnce(10, (n) =>
      n === 4 ? archiving() : putPrice(plan.id, { ...yearly, amount: 31_000 + n * 100 }),
    );
    expect(statuses(answers).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect((await versions(plan.id)).filter(({ status }) => status !== 'archived')).toEqual([]);
    const { prices } = await atStripe(plan.id);
    expect(prices.filter((price) => price.active)).toEqual([]);
  });
});

describe('a price that takes the place of another', () => {
  it('comes off sale at Stripe even when Stripe fails at that moment', async () => {
    const plan = await makePlan('patient', [yearly]);
    const old = plan.yearly;
    await stripeFails(town, { path: '/v1/prices/*', action: 'rate-limit' });
    expect((await putPrice(plan.id, { ...yearly, amount: 36_000 })).status).toBe(200);

    await failedJob();
    expect((await atStripe(plan.id)).prices.filter(({ active }) => active)).toHaveLength(2);

    await recover();
    const { prices } = await atStripe(plan.id);
    expect(prices.find(({ metadata }) => metadata['broadsheet_price'] === old)?.active).toBe(false);
    expect(prices.filter(({ active }) => active)).toMatchObject([{ unit_amount: 36_000 }]);
  });

  it('is asked for twice by whoever lost the first answer, and set once', async () => {
    const plan = await makePlan('again', [yearly]);
    const change = { ...yearly, amount: 36_000, priceId: plan.yearly };
    await putPrice(plan.id, change);
    const again = await putPrice(plan.id, change);
    expect(again.status).toBe(200);
    expect((again.body as PlanAnswer).prices).toMatchObject([{ amount: 36_000 }]);
    expect(await versions(plan.id)).toHaveLength(2);
  });

  it('goes although the one that follows it is on sale already', async () => {
    const plan = await makePlan('fewer', [yearly, monthly]);
    const { status, body } = await putPrice(plan.id, { ...yearly, priceId: plan.monthly });
    expect(status).toBe(200);
    expect((body as PlanAnswer).prices).toMatchObject([yearly]);
    const { prices } = await atStripe(plan.id);
    expect(prices.filter(({ active }) => active)).toMatchObject([{ unit_amount: 30_000 }]);
  });

  it("must be the plan's own", async () => {
    const other = await makePlan('other', [yearly]);
    const plan = await makePlan('own', [yearly]);
    const { status, body } = await putPrice(plan.id, { ...yearly, priceId: other.yearly });
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: [{ field: 'priceId' }] });
  });
});

describe('what is made at Stripe without an answer', () => {
  const lost = { action: 'timeout-after-commit', times: 4 } as const;

  it('is one product, under the name that the plan has by then', async () => {
    const plan = await makePlan('renamed');
    await stripeFails(town, { ...lost, path: '/v1/products' });
    expect((await putPrice(plan.id, yearly)).status).toBe(503);
    await town.ask('PATCH', `/api/v1/admin/plans/${plan.id}`, {
      token: admin,
      body: { name: 'Renamed' },
    });
    expect((await putPrice(plan.id, yearly)).status).toBe(200);
    expect((await atStripe(plan.id)).products).toMatchObject([{ name: 'Renamed' }]);
  });

  it('is one customer, under the name that she has by then', async () => {
    const plan = await makePlan('hers', [yearly]);
    const { accessToken, user } = await joinAs(town);
    const buy = () =>
      town.ask('POST', '/api/v1/billing/checkout-sessions', {
        token: accessToken,
        body: { priceId: plan.yearly },
      });
    await stripeFails(town, { ...lost, path: '/v1/customers' });
    expect((await buy()).status).toBe(503);
    await town.ask('PATCH', '/api/v1/me', { token: accessToken, body: { name: 'Mirabel' } });
    expect((await buy()).status).toBe(201);
    const customers = town.simulator.state.customers
      .all()
      .filter(
        (customer) => 'metadata' in customer && customer.metadata['broadsheet_user'] === user.id,
      );
    expect(customers).toMatchObject([{ name: 'Mirabel', email: user.email }]);
  });
});

it('a plan that is renamed while Stripe fails has its new name there in the end', async () => {
  const plan = await makePlan('before', [yearly]);
  await atStripe(plan.id);
  await stripeFails(town, { path: '/v1/products/*', action: 'rate-limit' });
  const renamed = await town.ask('PATCH', `/api/v1/admin/plans/${plan.id}`, {
    token: admin,
    body: { name: 'After' },
  });
  expect(renamed.status).toBe(200);
  await recover();
  expect((await atStripe(plan.id)).products).toMatchObject([{ name: 'After' }]);
});

describe('an amount that Stripe cannot charge', () => {
  it.each([
    ['bhd', 10_001],
    ['jod', 10_005],
    ['kwd', 10_009],
    ['omr', 10_002],
    ['tnd', 10_003],
    ['isk', 10_050],
    ['ugx', 10_001],
  ])('in %s is refused by name, and nothing is made', async (currency, amount) => {
    const slug = `odd-${currency}`;
    const made = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug, name: slug, prices: [yearly, { amount, currency, interval: 'year' }] },
    });
    expect(made.status).toBe(422);
    expect(made.body).toMatchObject({ errors: [{ field: 'prices.1.amount' }] });
    const plan = await makePlan(slug);
    const priced = await putPrice(plan.id, { amount, currency, interval: 'year' });
    expect(priced.status).toBe(422);
    expect(priced.body).toMatchObject({ errors: [{ field: 'amount' }] });
  });

  it('is neither a whole one nor nothing', async () => {
    const plan = await makePlan('dinars', [{ ...yearly, amount: 30_010, currency: 'kwd' }]);
    expect(plan.prices).toMatchObject([{ amount: 30_010, currency: 'kwd' }]);
    expect((await makePlan('free', [{ ...yearly, amount: 0 }])).prices).toMatchObject([
      { amount: 0 },
    ]);
  });
});

describe('a plan that an article is narrowed to', () => {
  const remove = (id: string) => town.ask('DELETE', `/api/v1/admin/plans/${id}`, { token: admin });

  it('is not deleted', async () => {
    const plan = await makePlan('named');
    await publish(town, admin, { slug: 'for-some', gate: 'members', planIds: [plan.id] });
    const refused = await remove(plan.id);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'plans/named-by-articles' });
    expect((await town.ask('GET', `/api/v1/admin/plans/${plan.id}`, { token: admin })).status).toBe(
      200,
    );
  });

  it('while it is being deleted: the article is refused, or the deletion', async () => {
    const plans = await Promise.all(Array.from({ length: 8 }, (_, n) => makePlan(`torn-${n}`)));
    await Promise.all(
      plans.map(async ({ id, slug }) => {
        const [written, removed] = await Promise.all([
          town.ask('POST', '/api/v1/admin/articles', {
            token: admin,
            body: { title: slug, gate: 'members', planIds: [id] },
          }),
          remove(id),
        ]);
        expect([
          [201, 409],
          [422, 204],
        ]).toContainEqual([written.status, removed.status]);
      }),
    );
  });
});
