/** Events on their way: signed, sent again until they are accepted, and spoilt on request. */
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  NOW,
  openSession,
  sellablePrice,
  SECRET,
  startReceiver,
  startTown,
  startTrial,
  TRIAL,
  WALL,
} from './support.js';

const verify = (body: string, signature: string, secret: string) =>
  new Stripe('sk_test_1').webhooks.constructEvent(
    body,
    signature,
    secret,
    300,
    undefined,
    NOW * 1000,
  );

describe('a delivery', () => {
  it('is signed so that the official SDK accepts it, by wall time even when the simulated clock is ahead', async () => {
    const town = await startTown();
    await town.simulator.advance(86_400);
    await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);

    const [received] = town.receiver.received;
    const event = verify(received?.body ?? '', received?.signature ?? '', SECRET);

    expect(event).toMatchObject({ type: 'product.created', created: NOW + 86_400 });
    expect(received?.signature).toContain(`t=${WALL / 1000},v1=`);
    expect(() => verify(received?.body ?? '', received?.signature ?? '', 'whsec_other')).toThrow(
      /No signatures found/,
    );
  });

  it('carries one signature for each secret still honoured', async () => {
    const receiver = await startReceiver();
    const town = await startTown({
      webhooks: [{ url: receiver.url, secrets: ['whsec_new', 'whsec_old'] }],
    });
    await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);

    const [received] = receiver.received;
    for (const secret of ['whsec_new', 'whsec_old']) {
      expect(verify(received?.body ?? '', received?.signature ?? '', secret).type).toBe(
        'product.created',
      );
    }
  });

  it('is of the types that its receiver named, and no other uses up a fault', async () => {
    const receiver = await startReceiver();
    const town = await startTown({
      webhooks: [{ url: receiver.url, secrets: [SECRET], events: ['price.created'] }],
    });
    await town.sim('PUT', '/faults', {
      events: [{ type: '*', action: 'duplicate', times: 1 }],
    });
    const product = await town.stripe.products.create({ name: 'Pro' });
    await town.stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: 100 });
    await town.simulator.advance(0);

    const types = receiver.received.map(
      ({ body, signature }) => verify(body, signature, SECRET).type,
    );
    expect(types).toEqual(['price.created', 'price.created']);
  });

  it('is tried again until it is accepted, and stays counted as pending until then', async () => {
    const town = await startTown({ wall: Date.now, retrySchedule: [0.01] });
    town.receiver.answer = (_event, times) => (times < 3 ? 500 : 200);
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, TRIAL);

    await town.pay(session.id);

    const [completed] = (await town.stripe.events.list({ type: 'checkout.session.completed' }))
      .data;
    expect(completed?.pending_webhooks).toBe(0);
    const { body } = await town.sim('GET', '/deliveries');
    const entry = (
      body['deliveries'] as unknown as {
        event: string;
        state: string;
        attempts: { status: number }[];
      }[]
    ).find(({ event }) => event === completed?.id);
    expect(entry).toMatchObject({ state: 'delivered' });
    expect(entry?.attempts.map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it('is listed as not yet delivered while nobody accepts it', async () => {
    const town = await startTown();
    town.receiver.answer = () => 503;
    await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);

    const failed = await town.stripe.events.list({ delivery_success: false });
    expect(failed.data.map(({ type }) => type)).toEqual(['product.created']);
  });

  it('can be asked for again', async () => {
    const town = await startTown();
    await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);
    const [event] = (await town.stripe.events.list()).data;

    await fetch(`${town.simulator.url}/v1/events/${event?.id ?? ''}/retry`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_1' },
    });
    await town.simulator.advance(0);
    expect(town.receiver.types()).toEqual(['product.created', 'product.created']);
  });
});

describe('a webhook endpoint', () => {
  it('shows its secret once, hears what it asked for, and nothing after it is gone', async () => {
    const town = await startTown();
    const mine = await startReceiver();
    const endpoint = await town.stripe.webhookEndpoints.create({
      url: mine.url,
      enabled_events: ['product.created'],
      metadata: { app: 'broadsheet' },
    });
    await town.stripe.customers.create({});
    await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);
    expect(mine.types()).toEqual(['product.created']);

    const [received] = mine.received;
    expect(
      verify(received?.body ?? '', received?.signature ?? '', endpoint.secret ?? '').type,
    ).toBe('product.created');
    expect((await town.stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
    await town.stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
    expect((await town.stripe.webhookEndpoints.list()).data).toMatchObject([
      { status: 'disabled' },
    ]);
    await town.stripe.webhookEndpoints.del(endpoint.id);
    expect((await town.stripe.webhookEndpoints.list()).data).toEqual([]);
  });
});

describe('faults', () => {
  it('drop, duplicate and spoil events of a kind, for as often as asked', async () => {
    const town = await startTown();
    await town.sim('PUT', '/faults', {
      events: [
        { type: 'customer.created', action: 'drop', times: 1 },
        { type: 'product.*', action: 'duplicate' },
        { type: 'price.created', action: 'bad-signature' },
      ],
    });

    await town.stripe.customers.create({ name: 'lost' });
    await sellablePrice(town.stripe);
    await town.stripe.customers.create({ name: 'heard' });
    await town.simulator.advance(0);

    expect(town.receiver.types().sort()).toEqual([
      'customer.created',
      'price.created',
      'product.created',
      'product.created',
    ]);
    const spoilt = town.receiver.received.find(({ event }) => event.type === 'price.created');
    expect(() => verify(spoilt?.body ?? '', spoilt?.signature ?? '', SECRET)).toThrow(
      /No signatures found/,
    );
    const twins = town.receiver.received.filter(({ event }) => event.type === 'product.created');
    expect(new Set(twins.map(({ event }) => event.id)).size).toBe(1);
  });

  it('shuffle the events of one step, one after another', async () => {
    let sown = 1;
    const random = (size: number) =>
      Uint8Array.from({ length: size }, () => (sown = (sown * 75 + 74) % 65_537) % 256);
    const town = await startTown({ random });
    await town.sim('PUT', '/faults', { events: [{ type: '*', action: 'shuffle' }] });
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, TRIAL);
    await town.simulator.advance(0);
    town.receiver.forget();
    town.mark();

    const { body } = await town.pay(session.id);
    await town.simulator.advance(0);

    expect(body['session']?.['status']).toBe('complete');
    expect(town.receiver.types()).toHaveLength(town.happened().length);
    expect(town.receiver.types()).not.toEqual(town.happened());
    expect(town.receiver.types().sort()).toEqual(town.happened().sort());
  });

  it('fail calls: refused before, or cut off after the work was done', async () => {
    const town = await startTown();
    await town.sim('PUT', '/faults', {
      api: [
        { path: '/v1/products', method: 'POST', action: 'rate-limit', times: 1 },
        { path: '/v1/customers', method: 'POST', action: 'timeout-after-commit', times: 1 },
        { path: '/v1/prices*', action: 'server-error', times: 1 },
      ],
    });

    await expect(town.stripe.products.create({ name: 'Pro' })).rejects.toBeInstanceOf(
      Stripe.errors.StripeRateLimitError,
    );
    await expect(town.stripe.prices.list()).rejects.toMatchObject({ statusCode: 500 });
    const again = await town.stripe.customers.create({ name: 'Mira' }, { idempotencyKey: 'once' });
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect((await town.stripe.customers.list()).data).toHaveLength(1);
  });

  it('are refused where they cannot be read, and cleared by a reset', async () => {
    const town = await startTown();
    expect(
      (await town.sim('PUT', '/faults', { events: [{ type: 'x', action: 'explode' }] })).status,
    ).toBe(400);
    expect((await town.sim('PUT', '/faults', { incidents: [] })).status).toBe(400);

    await startTrial(town);
    await town.sim('PUT', '/faults', { events: [{ type: '*', action: 'drop' }] });
    await town.sim('POST', '/reset');

    expect((await town.sim('GET', '/faults')).body).toEqual({ events: [], api: [] });
    expect((await town.sim('GET', '/state')).body).toMatchObject({
      customers: [],
      subscriptions: [],
      events: [],
    });
  });
});
