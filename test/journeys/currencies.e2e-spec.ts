/** A price in a currency without cents, or with thousandths, is made, shown, sold and charged to the last digit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs } from '../support/readers.js';
import {
  type PlanAnswer,
  type TestTown,
  openCheckout,
  pay,
  startTestTown,
} from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let town: TestTown;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
});

afterAll(() => town.close());

interface Sold {
  currency: string;
  amount: number;
  shown: RegExp;
  aMonth: RegExp;
}

describe.each<Sold>([
  { currency: 'jpy', amount: 12_000, shown: /¥12,000 a year/, aMonth: /¥1,000 a month/ },
  { currency: 'krw', amount: 99_000, shown: /₩99,000 a year/, aMonth: /₩8,250 a month/ },
  { currency: 'kwd', amount: 30_010, shown: /KWD\s30\.010 a year/, aMonth: /KWD\s2\.500 a month/ },
  { currency: 'isk', amount: 1_000_000, shown: /ISK\s10,000 a year/, aMonth: /ISK\s833 a month/ },
  { currency: 'huf', amount: 990_000, shown: /HUF\s9,900 a year/, aMonth: /HUF\s825 a month/ },
])('a year for $amount $currency', ({ currency, amount, shown, aMonth }) => {
  it('is shown, sold and charged as it was set', async () => {
    const plan = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: currency, name: currency, prices: [{ amount, currency, interval: 'year' }] },
    });
    expect(plan.status).toBe(201);
    const price = (plan.body as PlanAnswer).prices[0]?.id ?? '';

    const { accessToken: token, user } = await joinAs(town);
    const visitor = new Visitor(town.url);
    await visitor.signIn(user.email);
    const offer = wordsOf((await visitor.open('/join')).html);
    expect(offer).toMatch(shown);
    expect(offer).toMatch(aMonth);

    const session = await openCheckout(town, token, price);
    expect(town.simulator.state.checkoutSessions.get(session)).toMatchObject({
      amount_total: amount,
      currency,
    });
    await pay(town, session);
    const mails = await town.mailbox();
    const { body } = await town.ask('GET', '/api/v1/me/invoices', { token });
    expect(body).toMatchObject({ items: [{ status: 'paid', total: { amount, currency } }] });
    const written = new RegExp(shown.source.replace(' a year', ''));
    const receipt = mails.find(({ to, text }) => to === user.email && written.test(text));
    expect(receipt?.text).toMatch(written);
  });
});
