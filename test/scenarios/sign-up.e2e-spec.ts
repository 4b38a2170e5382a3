/** Signing up: whatever order the news of a purchase comes in, and whatever is tried with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cards, freshCard } from '../support/cards.js';
import { hearNothing } from '../support/faults.js';
import { ledgerOf } from '../support/our-books.js';
import { askForCheckout, comeBack, membershipOf, openPage, payPage } from '../support/person.js';
import { settle, truthOf } from '../support/place.js';
import { customersOf } from '../support/truth.js';
import {
  type ScenarioTown,
  day,
  eventsOf,
  newcomer,
  say,
  startScenarioTown,
  twice,
} from './scenario-town.js';

let place: ScenarioTown;

beforeAll(async () => {
  place = await startScenarioTown();
});

afterAll(() => place.town.close());

const inHerTrial = { state: 'trialing', access: true, cancelsAt: null };

const rowsOf = async (table: 'memberships' | 'trial_uses', userId: string): Promise<number> => {
  const { rows } = await place.books.query(`select 1 from ${table} where "userId" = $1`, [userId]);
  return rows.length;
};

const openSessionsOf = async (userId: string): Promise<number> =>
  (await truthOf(place)).checkoutSessions.filter(
    ({ client_reference_id: reference, status }) => reference === userId && status === 'open',
  ).length;

describe('a new reader at the checkout', () => {
  it('who pays with a good card is in her trial, has used it up, and owes nothing', async () => {
    const mira = await newcomer(place);
    await payPage(place, await openPage(place, mira, 'yearly'), freshCard());
    await settle(place);
    const membership = await membershipOf(place, mira);
    expect(membership).toMatchObject(inHerTrial);
    const now = Date.parse((await truthOf(place)).now);
    const left = Date.parse(membership.accessUntil ?? '') - now;
    expect(Math.round(left / 1000 / day)).toBe(7);
    expect(await rowsOf('memberships', mira.userId)).toBe(1);
    expect(await rowsOf('trial_uses', mira.userId)).toBe(1);
    expect(await ledgerOf(place.books, mira.userId)).toEqual([]);
    await twice(place, mira);
  });

  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  it.each(orders)('is in her trial when the three news come as %i, %i, %i', async (...order) => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    await settle(place);
    await hearNothing(place);
    await payPage(place, page, freshCard());
    const events = await eventsOf(place, mira);
    const news = ['customer.subscription.created', 'invoice.paid', 'checkout.session.completed'];
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none' });
    for (const each of order) {
      const event = events.find(({ type }) => type === news[each]);
      expect(await say(place, event ?? {})).toBe(200);
      await place.mailbox();
      expect(await membershipOf(place, mira)).toMatchObject(inHerTrial);
    }
    expect(await rowsOf('memberships', mira.userId)).toBe(1);
    await twice(place, mira);
  });

  it('who is back before any news is in her trial at once, and the news change nothing', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    await hearNothing(place);
    await payPage(place, page, freshCard());
    const back = await comeBack(place, mira, page);
    expect(back.body).toMatchObject(inHerTrial);
    expect(await rowsOf('memberships', mira.userId)).toBe(1);
    await twice(place, mira);
  });

  it('is in her trial though the news came before her page was written down', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    const forget = 'update checkouts set "stripeSessionId" = null where "stripeSessionId" = $1';
    await place.books.query(forget, [page]);
    await payPage(place, page, freshCard());
    await settle(place);
    const remember = 'update checkouts set "stripeSessionId" = $1 where "userId" = $2';
    await place.books.query(remember, [page, mira.userId]);
    expect((await comeBack(place, mira, page)).body).toMatchObject(inHerTrial);
    expect(await rowsOf('memberships', mira.userId)).toBe(1);
    const { rows } = await place.books.query(
      'select status::text from checkouts where "userId" = $1',
      [mira.userId],
    );
    expect(rows).toEqual([{ status: 'completed' }]);
    await twice(place, mira);
  });

  it("who opens somebody else's success page gets nothing", async () => {
    const mira = await newcomer(place);
    const fritz = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    await payPage(place, page, freshCard());
    expect((await comeBack(place, fritz, page)).status).toBe(404);
    expect(await membershipOf(place, fritz)).toMatchObject({ state: 'none', access: false });
    await twice(place, mira);
  });

  it('who asks for it twice at once gets one page', async () => {
    const mira = await newcomer(place);
    const pages = await Promise.all([
      openPage(place, mira, 'yearly'),
      openPage(place, mira, 'yearly'),
    ]);
    expect(pages[0]).toBe(pages[1]);
    expect(await openSessionsOf(mira.userId)).toBe(1);
    await twice(place, mira);
  });

  it('who leaves the page alone has used nothing up, and can try again', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    await place.pass(2 * day);
    expect(await openSessionsOf(mira.userId)).toBe(0);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none' });
    expect(await rowsOf('trial_uses', mira.userId)).toBe(0);
    const again = await openPage(place, mira, 'yearly');
    expect(again).not.toBe(page);
    await payPage(place, again, freshCard());
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject(inHerTrial);
    await twice(place, mira);
  });

  it('whose card is refused has nothing, and with another one her trial', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    expect((await payPage(place, page, cards.declined)).status).toBe(402);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none' });
    expect((await payPage(place, page, freshCard())).status).toBe(200);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject(inHerTrial);
    await twice(place, mira);
  });

  it('whose bank asks has nothing after a no, and her trial after a yes', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    expect((await payPage(place, page, cards.challenging, 'fail')).status).toBe(402);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none' });
    expect((await payPage(place, page, cards.challenging)).status).toBe(200);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject(inHerTrial);
    await twice(place, mira);
  });

  it('who has had her trial pays from the first day', async () => {
    const mira = await newcomer(place);
    const card = freshCard();
    await payPage(place, await openPage(place, mira, 'yearly'), card);
    await settle(place);
    const running = (await truthOf(place)).subscriptions.at(-1);
    await place.stripe.subscriptions.cancel(running?.id ?? '');
    await settle(place);
    await payPage(place, await openPage(place, mira, 'yearly'), card);
    await settle(place);
    expect(await membershipOf(place, mira)).toMatchObject({
      state: 'active',
      access: true,
      trialEndsAt: null,
    });
    expect(await ledgerOf(place.books, mira.userId)).toMatchObject([
      { kind: 'payment', amount: 30_000 },
    ]);
    await twice(place, mira);
  });

  it('who is a member already is shown to her portal, and no page is made', async () => {
    const mira = await newcomer(place);
    await payPage(place, await openPage(place, mira, 'yearly'), freshCard());
    await settle(place);
    const refused = await askForCheckout(place, mira, 'yearly');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'billing/already-member' });
    expect((refused.body as { portal: string }).portal).toMatch(/^http/);
    expect(await openSessionsOf(mira.userId)).toBe(0);
    await twice(place, mira);
  });
});

describe('a customer with a history that is not ours', () => {
  async function foreignPrice(currency: string): Promise<string> {
    const product = await place.stripe.products.create({ name: 'A tote bag a month' });
    const price = await place.stripe.prices.create({
      product: product.id,
      unit_amount: 1_500,
      currency,
      recurring: { interval: 'month' },
    });
    return price.id;
  }

  async function buyForeign(userId: string, price: string): Promise<void> {
    const [customer = ''] = customersOf(await truthOf(place), userId);
    const page = await place.stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      line_items: [{ price, quantity: 1 }],
      success_url: 'http://localhost/',
    });
    expect((await payPage(place, page.id, freshCard())).status).toBe(200);
    await settle(place);
  }

  it('who bought something else on the same account is no member by that', async () => {
    const mira = await newcomer(place);
    await openPage(place, mira, 'yearly');
    await buyForeign(mira.userId, await foreignPrice('usd'));
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none', access: false });
    expect(await rowsOf('memberships', mira.userId)).toBe(0);
    expect(await ledgerOf(place.books, mira.userId)).toEqual([]);
  });

  it('who pays in another currency there is told so clearly, however often she tries', async () => {
    const mira = await newcomer(place);
    const page = await openPage(place, mira, 'yearly');
    await place.stripe.checkout.sessions.expire(page);
    await buyForeign(mira.userId, await foreignPrice('eur'));
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const refused = await askForCheckout(place, mira, 'yearly');
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.body).toMatchObject({ code: expect.stringMatching(/^billing\/.*currency/) });
    }
    expect(await openSessionsOf(mira.userId)).toBe(0);
    expect(await membershipOf(place, mira)).toMatchObject({ state: 'none' });
  });
});
