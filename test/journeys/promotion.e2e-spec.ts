/** A reader buys with a promotion code, or is told why hers is not good here. */
import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BillingAccount } from '../../src/billing/billing-account.service.js';
import type { Answer } from '../support/api.js';
import { type Tokens, joinAs } from '../support/readers.js';
import { stripeOf } from '../support/stripe-account.js';
import {
  type PlanOnSale,
  type TestTown,
  pay,
  sellPro,
  sessionIn,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let stripe: Stripe;
let pro: PlanOnSale;
let yearly: string;

beforeAll(async () => {
  town = await startTestTown();
  stripe = stripeOf(town);
  pro = await sellPro(town, await town.staff('admin'));
  ({ yearly } = pro);
});

afterAll(() => town.close());

const buy = ({ accessToken: token }: Tokens, promotionCode: string): Promise<Answer> =>
  town.ask('POST', '/api/v1/billing/checkout-sessions', {
    token,
    body: { priceId: yearly, promotionCode },
  });

/** A code of a coupon of its own. */
async function issue(
  code: string,
  coupon: Stripe.CouponCreateParams = {},
  restricted: Partial<Stripe.PromotionCodeCreateParams> = {},
): Promise<Stripe.PromotionCode> {
  const worth = coupon.amount_off === undefined ? { percent_off: 50 } : {};
  const { id } = await stripe.coupons.create({ duration: 'once', ...worth, ...coupon });
  return stripe.promotionCodes.create({
    code,
    promotion: { type: 'coupon', coupon: id },
    ...restricted,
  });
}

const sessionOf = ({ body }: Answer) =>
  town.simulator.state.checkoutSessions.get(sessionIn((body as { url: string }).url));

describe('a good code', () => {
  it('is on the page already, however she typed it, and the page asks for no other', async () => {
    const { id } = await issue('WELCOME50');
    const opened = await buy(await joinAs(town), '  welcome50 ');
    expect(opened.status).toBe(201);
    expect(sessionOf(opened)).toMatchObject({
      allow_promotion_codes: null,
      discounts: [{ promotion_code: id }],
    });
  });

  it('takes its part off what is charged when the trial is over', async () => {
    await issue('HALF', { percent_off: 50 });
    const reader = await joinAs(town);
    const opened = await buy(reader, 'HALF');
    await pay(town, sessionIn((opened.body as { url: string }).url));
    await town.pass(8 * 24 * 60 * 60);
    const invoices = await town.ask('GET', '/api/v1/me/invoices', { token: reader.accessToken });
    expect(invoices.body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ total: { amount: 15_000, currency: 'usd' } }),
      ]) as unknown,
    });
  });

  it('opens a page of its own: the one without it is closed', async () => {
    await issue('SECOND');
    const reader = await joinAs(town);
    const plain = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
      token: reader.accessToken,
      body: { priceId: yearly },
    });
    const reduced = await buy(reader, 'SECOND');
    expect(sessionOf(reduced)?.id).not.toBe(sessionOf(plain)?.id);
    expect(sessionOf(plain)?.status).toBe('expired');
    expect(sessionOf(await buy(reader, 'second'))?.id).toBe(sessionOf(reduced)?.id);
  });
});

describe('a code that is not good here', () => {
  async function expectRefusal(reader: Tokens, code: string, why: RegExp): Promise<void> {
    const open = town.simulator.state.checkoutSessions.all().length;
    const refused = await buy(reader, code);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      errors: [{ field: 'promotionCode', message: expect.stringMatching(why) as unknown }],
    });
    expect(town.simulator.state.checkoutSessions.all()).toHaveLength(open);
  }

  it('because nobody issued it', async () => {
    await expectRefusal(await joinAs(town), 'NOBODYS', /no such code/);
  });

  it.each(['', '   '])('because nothing is in it: "%s"', async (blank) => {
    expect((await buy(await joinAs(town), blank)).body).toMatchObject({
      errors: [{ field: 'promotionCode' }],
    });
  });

  it('because it was called back', async () => {
    const { id } = await issue('GONE');
    await stripe.promotionCodes.update(id, { active: false });
    await expectRefusal(await joinAs(town), 'GONE', /expired or has been used up/);
  });

  it('because its last day is over', async () => {
    const soon = Math.floor(Date.now() / 1000) + 30 * 24 * 60 * 60;
    await issue('SUMMER', {}, { expires_at: soon });
    await town.pass(31 * 24 * 60 * 60);
    await expectRefusal(await joinAs(town), 'SUMMER', /expired or has been used up/);
  });

  it('because it is for another plan', async () => {
    const { id } = await stripe.products.create({ name: 'Something else' });
    await issue('ELSEWHERE', { applies_to: { products: [id] } });
    await expectRefusal(await joinAs(town), 'ELSEWHERE', /not for this plan/);
  });

  it('because it takes euros off', async () => {
    await issue('EUROS', { amount_off: 500, currency: 'eur' });
    await expectRefusal(await joinAs(town), 'EUROS', /in this currency/);
  });

  it('because it asks for a larger purchase', async () => {
    await issue(
      'LARGE',
      {},
      {
        restrictions: { minimum_amount: 30_001, minimum_amount_currency: 'usd' },
      },
    );
    await expectRefusal(await joinAs(town), 'LARGE', /larger purchases/);
  });

  it('because it is for somebody else, who may use it', async () => {
    const nora = await joinAs(town, undefined, undefined, 'Nora');
    const account = town.app.get(BillingAccount, { strict: false });
    const customer = await account.customerFor(nora.user);
    await issue('NORAS', {}, { customer });
    await expectRefusal(await joinAs(town), 'NORAS', /for somebody else/);
    expect((await buy(nora, 'NORAS')).status).toBe(201);
  });

  it('because it is for a first purchase, as Stripe finds out', async () => {
    await issue('FIRST', {}, { restrictions: { first_time_transaction: true } });
    const reader = await joinAs(town);
    const account = town.app.get(BillingAccount, { strict: false });
    const customer = await account.customerFor(reader.user);
    await buyOnce(customer);
    await expectRefusal(reader, 'FIRST', /first purchase only/);
    expect((await buy(await joinAs(town), 'FIRST')).status).toBe(201);
  });
});

/** Something that is not ours, paid for on the same Stripe account. */
async function buyOnce(customer: string): Promise<void> {
  const { id: product } = await stripe.products.create({ name: 'A mug' });
  const price = await stripe.prices.create({ product, currency: 'usd', unit_amount: 1_500 });
  const { id } = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer,
    line_items: [{ price: price.id, quantity: 1 }],
    success_url: 'https://mugs.test',
  });
  expect((await pay(town, id)).status).toBe(200);
}
