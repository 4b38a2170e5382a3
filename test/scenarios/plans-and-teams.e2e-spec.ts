/** What is sold and to how many: prices that change, codes that take off, seats that come and go. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCard } from '../support/cards.js';
import { hearNothing, stripeFails, stripeIsWell } from '../support/faults.js';
import { ledgerOf } from '../support/our-books.js';
import { askAs, membershipOf, openPage, payPage } from '../support/person.js';
import { type Person, settle, truthOf } from '../support/place.js';
import { type PlanAnswer, sessionIn } from '../support/town.js';
import {
  type ScenarioTown,
  buyer,
  day,
  eventsOf,
  newcomer,
  say,
  startScenarioTown,
  subscriptionAtStripe,
  twice,
} from './scenario-town.js';

let place: ScenarioTown;
let teamPrice: string;

beforeAll(async () => {
  place = await startScenarioTown();
  const { status, body, text } = await place.ask('POST', '/api/v1/admin/plans', {
    token: place.admin.token,
    body: {
      slug: 'newsroom',
      name: 'Newsroom',
      audience: 'team',
      prices: [{ amount: 1_000, currency: 'usd', interval: 'month' }],
    },
  });
  if (status !== 201) throw new Error(`The plan was not made: ${text}`);
  teamPrice = (body as PlanAnswer).prices[0]?.id ?? '';
});

afterAll(() => place.town.close());

describe('an admin who changes a price', () => {
  const change = (amount: number) =>
    place.ask('PUT', `/api/v1/admin/plans/${place.plans.plain.id}/price`, {
      token: place.admin.token,
      body: { amount, currency: 'usd', interval: 'month' },
    });

  it('and hears no answer has made one new price when she tries again, and nobody pays more', async () => {
    const mira = await buyer(place, 'untried');
    await stripeFails(place, {
      method: 'POST',
      path: '/v1/prices',
      action: 'timeout-after-commit',
    });
    expect((await change(1_100)).status).toBe(503);
    await stripeIsWell(place);
    expect((await change(1_100)).status).toBe(200);
    await settle(place);
    const { prices } = await truthOf(place);
    expect(prices.filter(({ unit_amount: amount }) => amount === 1_100)).toHaveLength(1);
    const old = prices.filter(({ unit_amount: amount }) => amount === 900);
    expect(old.map(({ active }) => active)).toEqual([false]);
    expect(await membershipOf(place, mira)).toMatchObject({ price: { amount: 900 } });
    await place.pass(32 * day);
    await settle(place);
    const lines = await ledgerOf(place.books, mira.userId);
    expect(lines.map(({ amount }) => amount)).toEqual([900, 900]);
    await twice(place, mira);
  });
});

describe('a reader with a code that takes off everything', () => {
  it('is a member at once, pays nothing, and has used the code once', async () => {
    const coupon = await place.stripe.coupons.create({ percent_off: 100, duration: 'forever' });
    await place.stripe.promotionCodes.create({
      code: 'OPENDAY',
      promotion: { type: 'coupon', coupon: coupon.id },
    });
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'monthly', { promotionCode: 'OPENDAY' });
    await settle(place);
    await hearNothing(place);
    expect((await payPage(place, page, freshCard())).status).toBe(200);
    const created = (await eventsOf(place, mira)).find(
      ({ type }) => type === 'customer.subscription.created',
    );
    const bare = structuredClone(created ?? {}) as { data?: { object: { discounts?: unknown } } };
    if (bare.data !== undefined) bare.data.object.discounts = [];
    expect(await say(place, bare)).toBe(200);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ access: true });
    const { times_redeemed: redeemed } = await place.stripe.coupons.retrieve(coupon.id);
    expect(redeemed).toBe(1);
    await place.pass(45 * day);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', access: true });
    expect(await ledgerOf(place.books, mira.userId)).toEqual([]);
    await twice(place, mira);
  });
});

describe('a team', () => {
  async function team(seats: number): Promise<Person> {
    const mira = await newcomer(place);
    const opened = await askAs(place, mira, 'POST', '/api/v1/billing/checkout-sessions', {
      body: { priceId: teamPrice, seats },
    });
    expect(opened.status).toBe(201);
    await payPage(place, sessionIn((opened.body as { url: string }).url), freshCard());
    await settle(place);
    return mira;
  }

  async function setSeats(
    person: Person,
    quantity: number,
    proration: 'always_invoice' | 'create_prorations',
  ): Promise<void> {
    const { id, items } = await subscriptionAtStripe(place, person);
    const item = items.data[0]?.id ?? '';
    await place.stripe.subscriptions.update(id, {
      items: [{ id: item, quantity }],
      proration_behavior: proration,
    });
  }

  it('has the seats that it bought, without any further news', async () => {
    const mira = await team(5);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'active', seats: 5 });
    expect(await ledgerOf(place.books, mira.userId)).toMatchObject([{ amount: 5_000 }]);
    await twice(place, mira);
  });

  it('that grows pays for it at once, and of two changes at once the last one holds', async () => {
    const mira = await team(5);
    await Promise.all([setSeats(mira, 7, 'always_invoice'), setSeats(mira, 8, 'always_invoice')]);
    await settle(place);
    const atStripe = (await subscriptionAtStripe(place, mira)).items.data[0]?.quantity;
    expect([7, 8]).toContain(atStripe);
    expect((await membershipOf(place, mira)).seats).toBe(atStripe);
    const paid = (await ledgerOf(place.books, mira.userId)).reduce(
      (sum, { amount }) => sum + amount,
      0,
    );
    expect(paid).toBeGreaterThan(5_000);
    await twice(place, mira);
  });

  it('that grows until the next invoice has its seats now, and pays for them then', async () => {
    const mira = await team(5);
    await place.pass(10 * day);
    await setSeats(mira, 8, 'create_prorations');
    await settle(place);
    expect((await membershipOf(place, mira)).seats).toBe(8);
    expect(await ledgerOf(place.books, mira.userId)).toHaveLength(1);
    await twice(place, mira);
    await place.pass(22 * day);
    await settle(place);
    const lines = await ledgerOf(place.books, mira.userId);
    expect(lines).toHaveLength(2);
    expect(Math.max(...lines.map(({ amount }) => amount))).toBeGreaterThan(8_000);
    await twice(place, mira);
  });

  it('that ends reads no longer', async () => {
    const mira = await team(5);
    await place.stripe.subscriptions.cancel((await subscriptionAtStripe(place, mira)).id);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'ended', access: false });
    await twice(place, mira);
  });
});
