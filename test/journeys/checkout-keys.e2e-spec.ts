/** The same request sent again under its Idempotency-Key: one purchase, however often it is asked for. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { joinAs } from '../support/readers.js';
import {
  type TestTown,
  openCheckout,
  pay,
  sellProTwice,
  sessionIn,
  startTestTown,
} from '../support/town.js';

let town: TestTown;
let yearly: string;
let monthly: string;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  ({ yearly, monthly } = await sellProTwice(town, admin));
});

afterAll(() => town.close());

afterEach(() => stripeIsWell(town));

describe('an Idempotency-Key', () => {
  const askUnder = (token: string, key: string, body: object = { priceId: yearly }) =>
    town.ask('POST', '/api/v1/billing/checkout-sessions', {
      token,
      body,
      headers: { 'idempotency-key': key },
    });

  it('gets the same page again, as long as it lives', async () => {
    const { accessToken: token } = await joinAs(town);
    const first = await askUnder(token, 'one');
    expect(first.status).toBe(201);
    expect((await askUnder(token, 'one')).body).toEqual(first.body);
  });

  it('under ten requests at once opens one page', async () => {
    const { accessToken: token } = await joinAs(town);
    const before = town.simulator.state.checkoutSessions.all().length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => askUnder(token, 'crowd')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(town.simulator.state.checkoutSessions.all()).toHaveLength(before + 1);
  });

  it('for something else is refused, and what it opened stays open', async () => {
    const { accessToken: token } = await joinAs(town);
    const first = await askUnder(token, 'two');
    for (const body of [{ priceId: monthly }, { priceId: yearly, promotionCode: 'ANY' }]) {
      const other = await askUnder(token, 'two', body);
      expect(other.status).toBe(422);
      expect(other.body).toMatchObject({ code: 'billing/idempotency-key-reused' });
    }
    expect((await askUnder(token, 'two')).body).toEqual(first.body);
  });

  it("is one reader's own: another may choose the same", async () => {
    const [mira, nora] = [await joinAs(town), await joinAs(town)];
    const hers = await askUnder(mira.accessToken, 'same');
    const others = await askUnder(nora.accessToken, 'same');
    expect([hers.status, others.status]).toEqual([201, 201]);
    expect(others.body).not.toEqual(hers.body);
  });

  it('whose page was put aside by a second thought opens none behind her back', async () => {
    const { accessToken: token } = await joinAs(town);
    await askUnder(token, 'late');
    const second = await openCheckout(town, token, monthly);
    const late = await askUnder(token, 'late');
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ code: 'billing/checkout-over' });
    expect((await pay(town, second)).status).toBe(200);
  });

  it('whose page was paid says that she is a member', async () => {
    const { accessToken: token } = await joinAs(town);
    const { body } = await askUnder(token, 'paid');
    await pay(town, sessionIn((body as { url: string }).url));
    await town.mailbox();
    const again = await askUnder(token, 'paid');
    expect(again.body).toMatchObject({ status: 409, code: 'billing/already-member' });
  });

  it('may be used again after Stripe failed her', async () => {
    const { accessToken: token } = await joinAs(town);
    await stripeFails(town, { path: '/v1/checkout/sessions', action: 'server-error' });
    expect((await askUnder(token, 'retry')).status).toBe(503);
    await stripeIsWell(town);
    expect((await askUnder(token, 'retry')).status).toBe(201);
  });

  it.each([
    ['blank', ' '],
    ['too long', 'k'.repeat(256)],
  ])('that is %s is refused', async (_, key) => {
    const { accessToken: token } = await joinAs(town);
    const refused = await askUnder(token, key);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'request/invalid-header' });
  });
});
