/** Buying under difficulties: second thoughts, several tabs, and a Stripe that fails. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BillingAccount } from '../../src/billing/billing-account.service.js';
import { CheckoutRepository } from '../../src/billing/checkout/checkout.repository.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { hearNothing, stripeFails, stripeIsWell } from '../support/faults.js';
import { joinAs } from '../support/readers.js';
import { stripeOf } from '../support/stripe-account.js';
import {
  type PlanAnswer,
  type TestTown,
  openCheckout,
  pay,
  sellProTwice,
  startTestTown,
} from '../support/town.js';

const hour = 60 * 60;

let town: TestTown;
let yearly: string;
let monthly: string;
let admin: string;
let pro: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  ({ id: pro, yearly, monthly } = await sellProTwice(town, admin));
});

afterAll(() => town.close());

afterEach(() => stripeIsWell(town));

const ask = (token: string, priceId: string) =>
  town.ask('POST', '/api/v1/billing/checkout-sessions', { token, body: { priceId } });

const openPages = () =>
  town.simulator.state.checkoutSessions.all().filter(({ status }) => status === 'open');

describe('second thoughts', () => {
  it('close the page of before: only the last one can be paid', async () => {
    const { accessToken: token } = await joinAs(town);
    const first = await openCheckout(town, token, yearly);
    const second = await openCheckout(town, token, monthly);
    expect(second).not.toBe(first);
    expect((await pay(town, first)).status).toBe(400);
    expect((await pay(town, second)).status).toBe(200);
  });

  it('after paying, before any event arrives, sell nothing a second time', async () => {
    const { accessToken: token } = await joinAs(town);
    await hearNothing(town);
    await pay(town, await openCheckout(town, token, yearly));
    const again = await ask(token, monthly);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'billing/already-member' });
  });

  it('in ten tabs at once leave one page open', async () => {
    const { accessToken: token } = await joinAs(town);
    const before = openPages().length;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, tab) => ask(token, tab % 2 === 0 ? yearly : monthly)),
    );
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(openPages().length - before).toBeLessThanOrEqual(1);
  });
});

describe('a purchase that gets its page while another request puts it aside', () => {
  it('stays open, so that the page is seen and closed at Stripe too', async () => {
    const { user } = await joinAs(town);
    const checkouts = town.app.get(CheckoutRepository, { strict: false });
    const asRead = await checkouts.openOne({
      userId: user.id,
      priceId: yearly,
      seats: 1,
      trialDays: 7,
      promotionCode: null,
      requestKey: null,
      consent: null,
      expiresAt: town.app.get(Clock).now(),
    });
    if (asRead === null) throw new Error('Nothing was opened.');
    await checkouts.rememberPage(asRead.id, { sessionId: 'cs_meanwhile', url: 'https://pay.test' });
    await checkouts.close(asRead, 'expired');
    expect(await checkouts.findOpen(user.id)).toMatchObject({ stripeSessionId: 'cs_meanwhile' });
  });
});

describe('a Stripe that fails', () => {
  it('is told as such, and the next attempt succeeds', async () => {
    const { accessToken: token } = await joinAs(town);
    await stripeFails(town, { path: '/v1/checkout/sessions', action: 'server-error' });
    const failed = await ask(token, yearly);
    expect(failed.status).toBe(503);
    expect(failed.headers.get('retry-after')).toBe('10');
    await stripeIsWell(town);
    expect((await ask(token, yearly)).status).toBe(201);
  });

  it('that committed but could not say so has opened one page, not two', async () => {
    const { accessToken: token } = await joinAs(town);
    const before = openPages().length;
    await stripeFails(town, {
      path: '/v1/checkout/sessions',
      action: 'timeout-after-commit',
      times: 1,
    });
    expect((await ask(token, yearly)).status).toBe(201);
    expect(openPages().length - before).toBe(1);
  });

  it('for almost a day locks nobody out afterwards', async () => {
    const { accessToken: token } = await joinAs(town);
    await stripeFails(town, { path: '/v1/checkout/sessions', action: 'rate-limit', times: 5 });
    expect((await ask(token, yearly)).status).toBe(503);
    await stripeIsWell(town);
    await town.pass(23 * hour);
    expect((await ask(token, yearly)).status).toBe(201);
  });

  it('does not hide from a member that she is one', async () => {
    const { accessToken: token } = await joinAs(town);
    await pay(town, await openCheckout(town, token, yearly));
    await town.mailbox();
    await stripeFails(town, {
      path: '/v1/billing_portal/sessions',
      action: 'server-error',
      times: 9,
    });
    const again = await ask(token, yearly);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'billing/already-member', portal: null });
  });

  it('leaves reading as it was', async () => {
    const { accessToken: token } = await joinAs(town);
    await stripeFails(town, { path: '/v1/*', action: 'server-error' });
    expect((await town.ask('GET', '/api/v1/me', { token })).status).toBe(200);
    expect((await town.ask('GET', '/api/v1/plans')).status).toBe(200);
  });
});

describe('a customer whom Stripe bills in euros already', () => {
  it('is told so, keeps what she has, and can buy in euros', async () => {
    const stripe = stripeOf(town);
    const reader = await joinAs(town);
    const account = town.app.get(BillingAccount, { strict: false });
    const customer = await account.customerFor(reader.user);
    const { id: product } = await stripe.products.create({ name: 'A magazine of somebody else' });
    const foreign = await stripe.prices.create({
      product,
      currency: 'eur',
      unit_amount: 900,
      recurring: { interval: 'month' },
    });
    const { id } = await stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      line_items: [{ price: foreign.id, quantity: 1 }],
      success_url: 'https://magazine.test',
    });
    await pay(town, id);
    const membership = () =>
      town.ask('GET', '/api/v1/me/membership', { token: reader.accessToken });
    const before = (await membership()).body;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const refused = await ask(reader.accessToken, yearly);
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({ code: 'billing/currency-bound', currency: 'eur' });
    }
    expect((await membership()).body).toEqual(before);
    const { body } = await town.ask('PUT', `/api/v1/admin/plans/${pro}/price`, {
      token: admin,
      body: { amount: 27_000, currency: 'eur', interval: 'year' },
    });
    const inEuros = (body as PlanAnswer).prices.find(({ currency }) => currency === 'eur');
    expect((await ask(reader.accessToken, inEuros?.id ?? '')).status).toBe(201);
  });
});

describe('what every page is opened with', () => {
  const pageOf = async (priceId: string) => {
    const { accessToken: token } = await joinAs(town);
    return town.simulator.state.checkoutSessions.get(await openCheckout(town, token, priceId));
  };

  it('is the price that was shown, a card whatever is due today, and a box for a code', async () => {
    expect(await pageOf(yearly)).toMatchObject({
      adaptive_pricing: { enabled: false },
      payment_method_collection: 'always',
      allow_promotion_codes: true,
      automatic_tax: { enabled: false },
      currency: 'usd',
    });
  });

  it('is the price by the month where she wants that one', async () => {
    const { accessToken: token } = await joinAs(town);
    await pay(town, await openCheckout(town, token, monthly));
    await town.mailbox();
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token });
    expect(body).toMatchObject({ state: 'trialing', price: { id: monthly, interval: 'month' } });
  });
});
