/** The stranger faults: events in shapes a receiver must not be fooled by, and calls that end in nothing readable. */
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  NOW,
  openSession,
  SECRET,
  sellablePrice,
  startTown,
  startTrial,
  WALL,
  type Received,
  type Town,
} from './support.js';

const verified = ({ body, signature }: Received, secret = SECRET) =>
  new Stripe('sk_test_1').webhooks.constructEvent(body, signature, secret, 300, undefined, WALL);

async function spoil(town: Town, type: string, action: string) {
  expect((await town.sim('PUT', '/faults', { events: [{ type, action }] })).status).toBe(200);
}

const bodyOf = (received: Received | undefined) =>
  JSON.parse(received?.body ?? '{}') as Record<string, unknown>;

describe('an event', () => {
  it('has a twin: another event for the same change, listed and signed like the first', async () => {
    const town = await startTown();
    await spoil(town, 'customer.created', 'twin');
    await town.stripe.customers.create({ name: 'Mira' });
    await town.simulator.advance(0);

    const events = town.receiver.received.map((received) => verified(received));
    expect(events).toHaveLength(2);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
    expect(events[0]?.data).toEqual(events[1]?.data);
    const listed = await town.stripe.events.list({ type: 'customer.created' });
    expect(new Set(listed.data.map(({ id }) => id))).toEqual(new Set(events.map(({ id }) => id)));
  });

  it('comes as an old version of the API wrote it', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id);
    await town.simulator.advance(0);
    town.receiver.forget();
    await spoil(town, '*', 'old-version');

    await town.pay(session.id);
    await town.simulator.advance(0);

    const seen = new Map(
      town.receiver.received.map((received) => {
        const event = bodyOf(received) as unknown as Stripe.Event;
        return [event.type, event] as const;
      }),
    );
    const [charge] = town.simulator.state.charges.all();
    const [subscription] = town.simulator.state.subscriptions.all();
    expect(seen.get('customer.subscription.created')).toMatchObject({
      api_version: '2020-08-27',
      data: { object: { current_period_start: NOW, quantity: 1, plan: { id: price.id } } },
    });
    expect(seen.get('invoice.paid')).toMatchObject({
      data: { object: { subscription: subscription?.id, paid: true, charge: charge?.id } },
    });
    expect(JSON.stringify(seen.get('invoice.paid'))).not.toContain('"parent":{"quote_details"');
  });

  it('comes from the other mode', async () => {
    const town = await startTown();
    await spoil(town, 'product.created', 'foreign-mode');
    const product = await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);

    expect(town.receiver.received.map((received) => verified(received))).toMatchObject([
      { livemode: true, data: { object: { id: product.id, livemode: true } } },
    ]);
    expect((await town.stripe.events.list()).data).toMatchObject([{ livemode: false }]);
  });

  it('comes thin, which the official SDK refuses to read as a whole one', async () => {
    const town = await startTown();
    await spoil(town, 'customer.subscription.created', 'thin');
    const { subscription } = await startTrial(town);
    await town.simulator.advance(0);

    const thin = town.receiver.received.find(
      (received) => bodyOf(received)['object'] === 'v2.core.event',
    );
    expect(bodyOf(thin)).toMatchObject({
      type: 'v1.customer.subscription.created',
      related_object: {
        id: subscription.id,
        type: 'subscription',
        url: `/v1/subscriptions/${subscription.id}`,
      },
    });
    expect(() => verified(thin as Received)).toThrow(/thin|notification|v2/i);
    const stripe = new Stripe('sk_test_1');
    expect(
      stripe.parseEventNotification(
        thin?.body ?? '',
        thin?.signature ?? '',
        SECRET,
        300,
        undefined,
        WALL,
      ).id,
    ).toBe(bodyOf(thin)['id']);
  });

  it('is delivered again on demand, as often as asked', async () => {
    const town = await startTown();
    await town.stripe.customers.create({ name: 'Mira' });
    await town.simulator.advance(0);
    const [event] = (await town.stripe.events.list()).data;

    const answer = await town.sim('POST', `/events/${event?.id ?? ''}/deliver`);

    expect(answer).toEqual({ status: 200, body: { event: event?.id } });
    expect(town.receiver.received.map(({ event: { id } }) => id)).toEqual([event?.id, event?.id]);
    expect((await town.sim('POST', '/events/evt_none/deliver')).status).toBe(404);
  });
});

describe('a rolled signing secret', () => {
  it('signs beside the old one until the overlap is over, then alone', async () => {
    let wall = WALL;
    const town = await startTown({ wall: () => wall });
    const next = async () => {
      town.receiver.forget();
      await town.stripe.customers.create({});
      await town.simulator.advance(0);
      const [received] = town.receiver.received;
      return (secret: string) =>
        new Stripe('sk_test_1').webhooks.constructEvent(
          received?.body ?? '',
          received?.signature ?? '',
          secret,
          300,
          undefined,
          wall,
        ).type;
    };

    const roll = { secret: 'whsec_new', overlapSeconds: 3600 };
    expect((await town.sim('PUT', '/secrets', roll)).status).toBe(200);
    const during = await next();
    expect([during('whsec_new'), during(SECRET)]).toEqual(['customer.created', 'customer.created']);

    wall += 3_600_000;
    const after = await next();
    expect(after('whsec_new')).toBe('customer.created');
    expect(() => after(SECRET)).toThrow(/No signatures found/);

    await town.sim('POST', '/reset');
    const again = await next();
    expect(again(SECRET)).toBe('customer.created');
  });

  it.each([{}, { secret: 'old' }, { secret: 'whsec_new', overlapSeconds: -1 }])(
    'is refused where it cannot be read: %o',
    async (body) => {
      const town = await startTown();
      expect((await town.sim('PUT', '/secrets', body)).status).toBe(400);
    },
  );
});

describe('a call', () => {
  const create = async (action: string) => {
    const town = await startTown();
    await town.sim('PUT', '/faults', { api: [{ path: '/v1/customers', action, times: 2 }] });
    const stripe = new Stripe('sk_test_1', {
      host: '127.0.0.1',
      port: town.simulator.port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
      timeout: 5_000,
    });
    const failed = await stripe.customers.create({}, { idempotencyKey: 'once' }).then(
      () => null,
      (error: unknown) => error,
    );
    return { town, failed };
  };

  it('is reset before anything is done', async () => {
    const { town, failed } = await create('reset');
    expect(failed).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(town.simulator.state.customers.size).toBe(0);
  });

  it('is reset after it was done', async () => {
    const { town, failed } = await create('reset-after-commit');
    expect(failed).toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(town.simulator.state.customers.size).toBe(1);
    const again = await town.stripe.customers.create({}, { idempotencyKey: 'once' });
    expect(again.id).toBe(town.simulator.state.customers.all()[0]?.id);
  });

  it('is answered with nonsense in the place of anything done', async () => {
    const { town, failed } = await create('nonsense');
    expect(failed).toBeInstanceOf(Stripe.errors.StripeAPIError);
    expect(town.simulator.state.customers.size).toBe(0);
  });
});
