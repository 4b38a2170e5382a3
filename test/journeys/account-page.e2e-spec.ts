/** What a member sees of her membership, and what she does about it, on the pages and in the API. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cards, freshCard } from '../support/cards.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { MemberOnPages } from '../support/member-on-pages.js';
import { customerOf } from '../support/member.js';
import { stripeOf } from '../support/stripe-account.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  aYear,
  sell,
  startTestTown,
} from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let town: TestTown;
let pro: PlanOnSale;
let tried: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  pro = await sell(town, admin, 'pro', [aMonth, aYear]);
  tried = await sell(town, admin, 'tried', [aMonth], { trialDays: 7 });
});

afterEach(() => stripeIsWell(town));
afterAll(() => town.close());

const memberOf = (priceId: string, card?: string): Promise<MemberOnPages> =>
  MemberOnPages.of(town, priceId, card);

describe('a member on her account page', () => {
  it('sees what less would mean, asks for it, and keeps what she has after all', async () => {
    const mira = await memberOf(pro.yearly);
    const { html } = await mira.browser.open('/account');
    expect(wordsOf(html)).toMatch(/Change to PRO, \$29\.00 a month From \w+ \d+, \d{4}/);
    expect(html).toContain(`href="/account/change?price=${pro.monthly}"`);

    const look = await mira.account(`/account/change?price=${pro.monthly}`);
    expect(look).toMatch(/Until .* Everything stays as it is.* From .* \$29\.00 a month/);
    const asked = await mira.press('change', pro.monthly);
    expect([asked.status, asked.location]).toEqual([303, '/account']);
    expect(await mira.account()).toMatch(/From then on it is PRO for \$29\.00 a month\./);

    await mira.press('change', pro.yearly);
    expect(await mira.account()).not.toContain('From then on');
  });

  it('sees to the cent what more costs now, and has it', async () => {
    const mira = await memberOf(pro.monthly);
    const look = await mira.account(`/account/change?price=${pro.yearly}`);
    expect(look).toContain('Your card is charged $271.00.');
    expect(look).toContain('Change now for $271.00');
    expect((await mira.press('change', pro.yearly)).location).toBe('/account');
    const account = await mira.account();
    expect(account).toContain('for $300.00 for another year');
    expect(account).toContain('$271.00 Paid');
  });

  it('is told in words why it cannot be', async () => {
    const mira = await memberOf(pro.monthly);
    await mira.payWith(cards.refusing);
    const declined = await mira.press('change', pro.yearly);
    expect(declined.status).toBe(402);
    expect(wordsOf(declined.html)).toMatch(
      /declined.* Nothing was changed and nothing was charged/,
    );
    const nonsense = await mira.press('change', 'nonsense');
    expect(nonsense.status).toBe(422);
    expect(wordsOf(nonsense.html)).toContain('That is not possible any more.');
    const unknown = await mira.browser.open('/account/change?price=a&price=b');
    expect(unknown.location).toBe('/account');

    await stripeFails(town, { path: '*', action: 'rate-limit' });
    const away = await mira.press('change', pro.yearly);
    expect(away.status).toBe(503);
    expect(wordsOf(away.html)).toContain('We cannot reach the payment service just now.');
  });

  it('cancels, and takes it back, without Stripe’s pages', async () => {
    const mira = await memberOf(pro.yearly);
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
    const mira = await memberOf(pro.yearly);
    const cross = { 'sec-fetch-site': 'cross-site' };
    expect((await mira.browser.fillIn('/account/cancel', {}, cross)).status).toBe(403);
    expect(await mira.account()).not.toContain('You have cancelled.');
  });
});

describe('a reader who takes a second trial with the same card', () => {
  it('is told why it was ended, and that she may join', async () => {
    const card = freshCard();
    const first = await memberOf(tried.monthly, card);
    const second = await memberOf(tried.monthly, card);
    await town.pass(1);
    expect(await first.account()).toContain('Your free trial runs until');
    const account = await second.account();
    expect(account).toContain('You have had your free trial before');
    expect(account).toContain('Become a member again');
  });
});

describe('the invoices', () => {
  it('tell what was paid, what came back, and where the receipt is', async () => {
    const mira = await memberOf(pro.yearly);
    const { data } = await stripeOf(town).paymentIntents.list({
      customer: customerOf(town, mira.person.userId),
    });
    await stripeOf(town).refunds.create({ payment_intent: data[0]?.id ?? '', amount: 1_000 });
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
    const mira = await memberOf(pro.yearly);
    const customer = customerOf(town, mira.person.userId);
    await stripeOf(town).customers.update(customer, { email: 'books@readers.test' });
    await town.pass(1);
    expect((await mira.ask('GET', 'me')).body).toMatchObject({
      email: mira.person.email,
      membership: { state: 'active' },
    });
    // Whatever else she does leaves it.
    await mira.ask('POST', 'me/membership/change', { priceId: pro.monthly });
    await mira.ask('POST', 'billing/portal-sessions');
    expect(await stripeOf(town).customers.retrieve(customer)).toMatchObject({
      email: 'books@readers.test',
    });
    await mira.signIn();
    expect((await mira.ask('GET', 'me')).status).toBe(200);
  });
});
