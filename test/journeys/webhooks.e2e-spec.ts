/** What Stripe sends: believed only when signed, written down once, answered by looking at Stripe. */
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { joinAs } from '../support/readers.js';
import {
  type TestTown,
  openCheckout,
  pay,
  sellPro,
  startTestTown,
  webhookSecret,
} from '../support/town.js';

let town: TestTown;
let priceId: string;

beforeAll(async () => {
  town = await startTestTown({ STRIPE_WEBHOOK_SECRETS: `whsec_rolled, ${webhookSecret}` });
  priceId = (await sellPro(town, await town.staff('admin'))).yearly;
});

afterAll(() => town.close());

const now = () => Math.floor(Date.now() / 1000);

const event = (id: string, customer: string | null = null) =>
  JSON.stringify({
    id,
    object: 'event',
    type: 'customer.subscription.updated',
    data: { object: { object: 'subscription', id: 'sub_1', customer } },
  });

const sign = (payload: string, secret = webhookSecret, timestamp = now()) =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });

const send = async (payload: string, signature?: string): Promise<number> => {
  const response = await fetch(`${town.url}/webhooks/stripe`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { 'stripe-signature': signature }),
    },
    body: payload,
  });
  return response.status;
};

const kept = (id: string) =>
  town.app.get(Database).client.webhookEvent.findMany({ where: { stripeEventId: id } });

describe('a webhook', () => {
  it('signed with any of the secrets is taken, once', async () => {
    const payload = event('evt_twice');
    expect(await send(payload, sign(payload))).toBe(200);
    expect(await send(payload, sign(payload, 'whsec_rolled'))).toBe(200);
    expect(await kept('evt_twice')).toHaveLength(1);
  });

  it.each([
    ['without a signature', undefined],
    ['with a signature that is none', 'nonsense'],
    ['signed with a foreign secret', sign(event('evt_forged'), 'whsec_foreign')],
    ['signed 301 seconds ago', sign(event('evt_forged'), webhookSecret, now() - 301)],
    ['signed for another body', sign(event('evt_other'))],
  ])('%s is refused, and nothing is kept', async (_, signature) => {
    expect(await send(event('evt_forged'), signature)).toBe(400);
    expect(await kept('evt_forged')).toHaveLength(0);
  });

  it('whose bytes were changed on the way is refused', async () => {
    const payload = event('evt_changed');
    expect(await send(`${payload} `, sign(payload))).toBe(400);
    expect(await kept('evt_changed')).toHaveLength(0);
  });

  it.each([
    ['a thin event', { id: 'evt_thin', object: 'v2.core.event', type: 'v1.billing.meter.no' }],
    ['something that is no event', { hello: 'there' }],
    ['a list', []],
    ['null', null],
  ])('that is %s is taken and forgotten', async (_, body) => {
    const payload = JSON.stringify(body);
    expect(await send(payload, sign(payload))).toBe(200);
    expect(await kept('evt_thin')).toHaveLength(0);
  });

  it('that is signed but no JSON is refused', async () => {
    expect(await send('{"id":', sign('{"id":'))).toBe(400);
  });

  it('may hold whatever names a shop gave its metadata', async () => {
    const payload = event('evt_named').replace('"id":"sub_1"', '"metadata":{"constructor":"x"}');
    expect(await send(payload, sign(payload))).toBe(200);
    expect(await kept('evt_named')).toHaveLength(1);
  });

  it('about somebody we do not know does no harm', async () => {
    const payload = event('evt_stranger', 'cus_of_another_shop');
    expect(await send(payload, sign(payload))).toBe(200);
    await town.mailbox();
    expect(await kept('evt_stranger')).toMatchObject([{ status: 'ignored' }]);
  });

  it('that says something false changes nothing: it is only a hint to look', async () => {
    const { accessToken: token } = await joinAs(town);
    await pay(town, await openCheckout(town, token, priceId));
    await town.mailbox();
    const customer = town.simulator.state.customers.all()[0]?.id ?? '';
    const payload = JSON.stringify({
      id: 'evt_false',
      object: 'event',
      type: 'customer.subscription.deleted',
      data: { object: { object: 'subscription', status: 'canceled', customer } },
    });
    expect(await send(payload, sign(payload))).toBe(200);
    await town.mailbox();
    expect(await kept('evt_false')).toMatchObject([{ status: 'processed' }]);
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token });
    expect(body).toMatchObject({ state: 'trialing', access: true });
  });

  it('every one of a trial arrives and is answered', async () => {
    const all = await town.app.get(Database).client.webhookEvent.findMany();
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ status }) => status === 'received' || status === 'failed')).toEqual([]);
  });
});
