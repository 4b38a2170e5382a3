/** Where tax is switched on, Stripe reckons it by the address that a buyer gives, and her invoices hold it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinAs } from '../support/readers.js';
import { type TestTown, openCheckout, sellPro, startTestTown } from '../support/town.js';
import { signedInReader, wordsOf } from '../support/visitor.js';

let town: TestTown;
let yearly: string;

beforeAll(async () => {
  town = await startTestTown(
    { STRIPE_AUTOMATIC_TAX: 'true' },
    { settings: { taxBasisPoints: { DE: 1_900 } } },
  );
  yearly = (await sellPro(town, await town.staff('admin'))).yearly;
});

afterAll(() => town.close());

it('a reader in Germany pays the price and its tax, by the address that Stripe asked her for', async () => {
  const { accessToken: token } = await joinAs(town);
  const session = await openCheckout(town, token, yearly);
  expect(town.simulator.state.checkoutSessions.get(session)).toMatchObject({
    automatic_tax: { enabled: true },
    billing_address_collection: 'required',
  });
  const paid = await town.askSimulator('POST', `/_sim/checkout/sessions/${session}/complete`, {
    card: '4242424242424242',
    country: 'DE',
  });
  expect(paid.status).toBe(200);
  await town.pass(8 * 24 * 60 * 60);
  const { body } = await town.ask('GET', '/api/v1/me/invoices', { token });
  expect(body).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ status: 'paid', total: { amount: 35_700, currency: 'usd' } }),
    ]) as unknown,
  });
});

it('the offer says that tax is told before she pays', async () => {
  const visitor = await signedInReader(town);
  expect(wordsOf((await visitor.open('/join')).html)).toContain(
    'Tax, where it applies, is shown on the next page before you pay.',
  );
});
