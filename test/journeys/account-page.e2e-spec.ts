/** What a member sees of her membership, and what she does about it, on the pages and in the API. */
import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Answer } from '../support/api.js';
import { cards, freshCard } from '../support/cards.js';
import { newCard, usePortal } from '../support/person.js';
import { stripeAt } from '../support/place.js';
import { goodPassword, joinAs } from '../support/readers.js';
import { type TestTown, openCheckout, pay, publish, startTestTown } from '../support/town.js';
import { type Sight, Visitor, wordsOf } from '../support/visitor.js';

const hour = 60 * 60;
const day = 24 * hour;
/** Shorter than Stripe's patience, which ends the membership. */
const graceDays = 3;
const story = 'members-story';

let town: TestTown;
let stripe: Stripe;
const prices = { monthly: '', yearly: '', tried: '' };

/** Somebody who has bought, with her browser and her token. */
class Member {
  private constructor(
    readonly browser: Visitor,
    private token: string,
    readonly email: string,
    readonly userId: string,
  ) {}

  static async of(priceId: string, card: string = cards.good): Promise<Member> {
    const { accessToken, user } = await joinAs(town);
    const session = await openCheckout(town, accessToken, priceId);
    await pay(town, session, card);
    await town.ask('GET', `/api/v1/billing/checkout-sessions/${session}`, { token: accessToken });
    const member = new Member(new Visitor(town.url), accessToken, user.email, user.id);
    await member.signIn();
    return member;
  }

  /** Again, where much time has passed. */
  async signIn(): Promise<void> {
    const login = { email: this.email, password: goodPassword };
    await this.browser.fillIn('/sign-in', login);
    const { body } = await town.ask('POST', '/api/v1/auth/login', { body: login });
    this.token = (body as { accessToken: string }).accessToken;
  }

  ask(method: string, path: string, body?: object): Promise<Answer> {
    return town.ask(method, `/api/v1/${path}`, {
      token: this.token,
      ...(body === undefined ? {} : { body }),
    });
  }

  async account(path = '/account'): Promise<string> {
    return wordsOf((await this.browser.open(path)).html);
  }

  press(action: string, priceId?: string): Promise<Sight> {
    return this.browser.fillIn(`/account/${action}`, priceId === undefined ? {} : { priceId });
  }

  async payWith(card: string): Promise<void> {
    const { body } = await this.ask('POST', 'billing/portal-sessions');
    await usePortal((body as { url: string }).url, newCard(card));
  }

  /** Time passes until her next period is invoiced. */
  async renews(): Promise<void> {
    const { body } = await this.ask('GET', 'me/membership');
    const { currentPeriodEnd } = body as { currentPeriodEnd: string };
    const left = Date.parse(currentPeriodEnd) - town.app.get(Clock).now().getTime();
    await town.pass(Math.ceil(left / 1000) + 2 * hour);
    await this.signIn();
  }

  atStripe(): string {
    const customer = town.simulator.state.customers
      .all()
      .find((each) => 'metadata' in each && each.metadata['broadsheet_user'] === this.userId);
    if (customer === undefined) throw new Error('Stripe does not know her.');
    return customer.id;
  }
}

const hearNothing = () =>
  town.askSimulator('PUT', '/_sim/faults', { events: [{ type: '*', action: 'drop' }], api: [] });
const failing = (...api: object[]) => town.askSimulator('PUT', '/_sim/faults', { events: [], api });

beforeAll(async () => {
  town = await startTestTown({ GRACE_DAYS: String(graceDays) });
  stripe = stripeAt(town.simulator.url);
  const admin = await town.staff('admin');
  const { body } = await town.ask('POST', '/api/v1/admin/plans', {
    token: admin,
    body: {
      slug: 'pro',
      name: 'PRO',
      prices: [
        { amount: 2_900, currency: 'usd', interval: 'month' },
        { amount: 30_000, currency: 'usd', interval: 'year' },
      ],
    },
  });
  const made = (body as { prices: { id: string; interval: string }[] }).prices;
  prices.monthly = made.find(({ interval }) => interval === 'month')?.id ?? '';
  prices.yearly = made.find(({ interval }) => interval === 'year')?.id ?? '';
  const tried = await town.ask('POST', '/api/v1/admin/plans', {
    token: admin,
    body: {
      slug: 'tried',
      name: 'TRIED',
      trialDays: 7,
      prices: [{ amount: 2_900, currency: 'usd', interval: 'month' }],
    },
  });
  prices.tried = (tried.body as { prices: { id: string }[] }).prices[0]?.id ?? '';
  await publish(town, admin, { slug: story, gate: 'members' });
});

afterEach(() => failing());
afterAll(() => town.close());

describe('a member on her account page', () => {
  it('sees what less would mean, asks for it, and keeps what she has after all', async () => {
    const mira = await Member.of(prices.yearly);
    const { html } = await mira.browser.open('/account');
    expect(wordsOf(html)).toMatch(/Change to PRO, \$29\.00 a month From \w+ \d+, \d{4}/);
    expect(html).toContain(`href="/account/change?price=${prices.monthly}"`);

    const look = await mira.account(`/account/change?price=${prices.monthly}`);
    expect(look).toMatch(/Until .* Everything stays as it is.* From .* \$29\.00 a month/);
    const asked = await mira.press('change', prices.monthly);
    expect([asked.status, asked.location]).toEqual([303, '/account']);
    expect(await mira.account()).toMatch(/From then on it is PRO for \$29\.00 a month\./);

    await mira.press('change', prices.yearly);
    expect(await mira.account()).not.toContain('From then on');
  });

  it('sees to the cent what more costs now, and has it', async () => {
    const mira = await Member.of(prices.monthly);
    const look = await mira.account(`/account/change?price=${prices.yearly}`);
    expect(look).toContain('Your card is charged $271.00.');
    expect(look).toContain('Change now for $271.00');
    expect((await mira.press('change', prices.yearly)).location).toBe('/account');
    const account = await mira.account();
    expect(account).toContain('for $300.00 for another year');
    expect(account).toContain('$271.00 Paid');
  });

  it('is told in words why it cannot be', async () => {
    const mira = await Member.of(prices.monthly);
    await mira.payWith(cards.refusing);
    const declined = await mira.press('change', prices.yearly);
    expect(declined.status).toBe(402);
    expect(wordsOf(declined.html)).toMatch(
      /declined.* Nothing was changed and nothing was charged/,
    );
    const nonsense = await mira.press('change', 'nonsense');
    expect(nonsense.status).toBe(422);
    expect(wordsOf(nonsense.html)).toContain('That is not possible any more.');
    const unknown = await mira.browser.open('/account/change?price=a&price=b');
    expect(unknown.location).toBe('/account');

    await failing({ path: '*', action: 'rate-limit' });
    const away = await mira.press('change', prices.yearly);
    expect(away.status).toBe(503);
    expect(wordsOf(away.html)).toContain('We cannot reach the payment service just now.');
  });

  it('cancels, and takes it back, without Stripe’s pages', async () => {
    const mira = await Member.of(prices.yearly);
    expect((await mira.press('cancel')).location).toBe('/account');
    const cancelled = await mira.account();
    expect(cancelled).toContain('You have cancelled.');
    expect(cancelled).toContain('Keep the membership');
    expect(cancelled).not.toContain('What else there is');
    await mira.press('resume');
    expect(await mira.account()).toMatch(/Renews on .* for \$300\.00/);
  });

  it('is asked to sign in first, and no other site presses for her', async () => {
    const stranger = new Visitor(town.url);
    for (const action of ['cancel', 'resume', 'change']) {
      expect((await stranger.fillIn(`/account/${action}`, {})).location).toBe(
        '/sign-in?returnTo=%2Faccount',
      );
    }
    const mira = await Member.of(prices.yearly);
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await mira.browser.fillIn('/account/cancel', {}, cross)).status).toBe(403);
    expect(await mira.account()).not.toContain('You have cancelled.');
  });
});

describe('a reader who takes a second trial with the same card', () => {
  it('is told why it was ended, and that she may join', async () => {
    const card = freshCard();
    const first = await Member.of(prices.tried, card);
    const second = await Member.of(prices.tried, card);
    await town.pass(1);
    expect(await first.account()).toContain('Your free trial runs until');
    const account = await second.account();
    expect(account).toContain('You have had your free trial before');
    expect(account).toContain('Become a member again');
  });
});

describe('a member whose payment fails', () => {
  it('is led to the invoice in grace and at the wall, and reads again at once when it is paid', async () => {
    const mira = await Member.of(prices.monthly);
    await mira.payWith(cards.refusing);
    await mira.renews();
    const { payUrl, state } = (await mira.ask('GET', 'me/membership')).body as {
      payUrl: string;
      state: string;
    };
    expect([state, payUrl]).toEqual(['grace', expect.stringContaining('/i/')]);
    const grace = await mira.browser.open('/account');
    expect(wordsOf(grace.html)).toContain('Your last payment did not go through');
    expect(grace.html).toContain(`href="${payUrl}"`);

    await town.pass(graceDays * day);
    await mira.signIn();
    const denied = await mira.ask('GET', `articles/${story}`);
    expect(denied.body).toMatchObject({ access: { denial: 'payment-overdue', payUrl } });
    expect(denied.headers.get('cache-control')).toBe('private, no-store');
    const stranger = await town.ask('GET', `/api/v1/articles/${story}`);
    expect(stranger.body).toMatchObject({ access: { payUrl: null } });
    const wall = await mira.browser.open(`/articles/${story}`);
    expect(wall.html).toContain(`href="${payUrl}"`);
    expect(wall.headers.get('cache-control')).toBe('private, no-store');
    expect(await mira.account()).toContain('Your membership is waiting for a payment');

    await hearNothing();
    await usePortal(payUrl, { ...newCard(cards.good), action: 'pay-with-card' });
    // No event has come, and her last look was a moment ago.
    expect(await mira.account()).toContain('waiting for a payment');
    await town.pass(6);
    expect(await mira.account('/account?from=stripe')).toContain('You are a member: PRO');
    expect((await mira.browser.open(`/articles/${story}`)).html).toContain('Hidden behind');
  });

  it('who looks by herself a minute later is seen to have paid, too', async () => {
    const mira = await Member.of(prices.monthly);
    await mira.payWith(cards.refusing);
    await mira.renews();
    const { payUrl } = (await mira.ask('GET', 'me/membership')).body as { payUrl: string };
    await hearNothing();
    await usePortal(payUrl, { ...newCard(cards.good), action: 'pay-with-card' });
    await town.pass(61);
    expect(await mira.account()).toContain('You are a member: PRO');
  });

  it('sees what we know while Stripe cannot be reached', async () => {
    const mira = await Member.of(prices.monthly);
    await mira.payWith(cards.refusing);
    await mira.renews();
    await town.pass(61);
    await failing({ path: '*', action: 'rate-limit' });
    expect(await mira.account()).toContain('Your last payment did not go through');
  });
});

describe('the invoices', () => {
  it('tell what was paid, what came back, and where the receipt is', async () => {
    const mira = await Member.of(prices.yearly);
    const { data } = await stripe.paymentIntents.list({ customer: mira.atStripe() });
    await stripe.refunds.create({ payment_intent: data[0]?.id ?? '', amount: 1_000 });
    await town.pass(1);
    const { body } = await mira.ask('GET', 'me/invoices');
    expect(body).toMatchObject({
      items: [
        {
          status: 'paid',
          total: { amount: 30_000, currency: 'usd' },
          amountPaid: { amount: 30_000, currency: 'usd' },
          amountRefunded: { amount: 1_000, currency: 'usd' },
          hostedUrl: expect.stringContaining('/i/') as string,
        },
      ],
    });
    expect(await mira.account()).toContain('$300.00 Paid, $10.00 refunded');
  });
});

describe('an e-mail address that is changed at Stripe', () => {
  it('is where Stripe bills; she signs in, reads and is known here as before', async () => {
    const mira = await Member.of(prices.yearly);
    const customer = mira.atStripe();
    await stripe.customers.update(customer, { email: 'books@readers.test' });
    await town.pass(1);
    expect((await mira.ask('GET', 'me')).body).toMatchObject({
      email: mira.email,
      membership: { state: 'active' },
    });
    // Whatever else she does leaves it.
    await mira.ask('POST', 'me/membership/change', { priceId: prices.monthly });
    await mira.ask('POST', 'billing/portal-sessions');
    expect(await stripe.customers.retrieve(customer)).toMatchObject({
      email: 'books@readers.test',
    });
    await mira.signIn();
    expect((await mira.ask('GET', 'me')).status).toBe(200);
  });
});
