/** The manners of the API: keys, parameters, errors, idempotency. */
import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { parseForm } from '../src/http/form.js';
import {
  clientFor,
  openSession,
  sellablePrice,
  startTown,
  startTrial,
  type Town,
} from './support.js';

const post = (town: Town, path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${town.simulator.url}${path}`, {
    method: 'POST',
    body,
    headers: {
      authorization: 'Bearer sk_test_1',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  });

describe('a key', () => {
  it('must be there, and must be a test key', async () => {
    const town = await startTown();
    const without = await fetch(`${town.simulator.url}/v1/customers`);

    expect(without.status).toBe(401);
    for (const key of ['sk_live_1', 'pk_test_1', 'nonsense']) {
      await expect(clientFor(town.simulator, key).customers.list()).rejects.toBeInstanceOf(
        Stripe.errors.StripeAuthenticationError,
      );
    }
    expect((await clientFor(town.simulator, 'rk_test_1').customers.list()).data).toEqual([]);
  });
});

describe('parameters', () => {
  const wrong: [string, string, string, string, string][] = [
    ['one nobody knows', '/v1/customers', 'nickname=x', 'parameter_unknown', 'nickname'],
    [
      'an unknown one inside',
      '/v1/customers',
      'address[planet]=x',
      'parameter_unknown',
      'address[planet]',
    ],
    ['a missing one', '/v1/products', 'active=true', 'parameter_missing', 'name'],
    [
      'a negative amount',
      '/v1/prices',
      'currency=usd&product=prod_1&unit_amount=-1',
      'parameter_invalid_integer',
      'unit_amount',
    ],
    [
      'a broken amount',
      '/v1/prices',
      'currency=usd&product=prod_1&unit_amount=1.5',
      'parameter_invalid_integer',
      'unit_amount',
    ],
    ['an empty one', '/v1/products', 'name=', 'parameter_invalid_empty', 'name'],
    ['a wrong kind', '/v1/customers', 'address=Berlin', 'parameter_invalid_object', 'address'],
    [
      'a name from the prototype',
      '/v1/customers',
      'constructor=x',
      'parameter_unknown',
      'constructor',
    ],
    [
      'an old name',
      '/v1/checkout/sessions',
      'mode=subscription&coupon=x',
      'parameter_unknown',
      'coupon',
    ],
  ];

  it.each(wrong)('refuses %s', async (_what, path, body, code, param) => {
    const town = await startTown();

    const answer = await post(town, path, body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: { type: 'invalid_request_error', code, param, message: expect.any(String) },
    });
  });

  it('refuses a currency there is not, and the renamed Checkout modes', async () => {
    const town = await startTown();
    await expect(sellablePrice(town.stripe, { currency: 'xxx' })).rejects.toThrow(
      /Invalid currency: xxx/,
    );
    const price = await sellablePrice(town.stripe);
    await expect(
      openSession(town.stripe, price.id, { ui_mode: 'hosted' as 'hosted_page' }),
    ).rejects.toMatchObject({ param: 'ui_mode' });
  });

  it('unset with an empty value, and metadata key by key', async () => {
    const town = await startTown();
    const { id } = await town.stripe.customers.create({
      name: 'Mira',
      metadata: { member: 'm1', town: 'yes' },
    });

    const changed = await town.stripe.customers.update(id, { name: '', metadata: { town: '' } });

    expect(changed).toMatchObject({ name: null, metadata: { member: 'm1' } });
    expect((await town.stripe.customers.update(id, { metadata: '' })).metadata).toEqual({});
  });

  it('are read from brackets of any depth', () => {
    expect(parseForm('a[0][b]=1&a[1][b]=2&c[]=x&c[]=y&d[e][f]=&g=1+1%26')).toEqual({
      a: [{ b: '1' }, { b: '2' }],
      c: ['x', 'y'],
      d: { e: { f: '' } },
      g: '1 1&',
    });
  });

  it('refuses to change the amount of a price', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const answer = await post(town, `/v1/prices/${price.id}`, 'unit_amount=1');

    expect(await answer.json()).toMatchObject({ error: { code: 'parameter_unknown' } });
  });
});

describe('what is missing', () => {
  it('is 404 in the address, 400 in a parameter, and names itself', async () => {
    const town = await startTown();

    await expect(town.stripe.customers.retrieve('cus_nobody')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      message: "No such customer: 'cus_nobody'",
    });
    await expect(
      town.stripe.prices.create({ currency: 'usd', unit_amount: 1, product: 'prod_x' }),
    ).rejects.toMatchObject({ statusCode: 400, code: 'resource_missing', param: 'product' });
    const stranger = await post(town, '/v1/quotes', '');
    expect(stranger.status).toBe(404);
    expect(await stranger.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('includes a deleted customer, who is still named as deleted', async () => {
    const town = await startTown();
    const { customer, subscription } = await startTrial(town);

    await town.stripe.customers.del(customer);

    expect(await town.stripe.customers.retrieve(customer)).toMatchObject({ deleted: true });
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled');
    expect((await town.stripe.customers.list()).data).toEqual([]);
  });
});

describe('an idempotency key', () => {
  it('repeats the first answer, to the same request only', async () => {
    const town = await startTown();
    const key = { idempotencyKey: 'checkout-1' };
    const first = await town.stripe.customers.create({ name: 'Mira' }, key);
    const again = await town.stripe.customers.create({ name: 'Mira' }, key);

    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined();
    await expect(town.stripe.customers.create({ name: 'Tess' }, key)).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
  });

  it('cannot be used twice at once', async () => {
    const town = await startTown();
    await town.sim('PUT', '/faults', {
      api: [{ path: '/v1/customers', action: 'slow', seconds: 0.2, times: 1 }],
    });
    const key = { idempotencyKey: 'double-click' };

    const answers = await Promise.allSettled([
      town.stripe.customers.create({ name: 'Mira' }, key),
      town.stripe.customers.create({ name: 'Mira' }, key),
    ]);

    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([
      { reason: { statusCode: 409, code: 'idempotency_key_in_use' } },
    ]);
    expect((await town.stripe.customers.list()).data).toHaveLength(1);
  });

  it('is not used up by a request that was never begun', async () => {
    const town = await startTown();
    const key = { 'idempotency-key': 'k1' };

    expect((await post(town, '/v1/products', 'nonsense=1', key)).status).toBe(400);
    expect((await post(town, '/v1/products', 'name=Pro', key)).status).toBe(200);
  });

  it('is written on the events it caused', async () => {
    const town = await startTown();
    const product = await town.stripe.products.create({ name: 'Pro' }, { idempotencyKey: 'k2' });

    const [event] = (await town.stripe.events.list({ type: 'product.created' })).data;
    expect(event).toMatchObject({
      request: { id: product.lastResponse.requestId, idempotency_key: 'k2' },
      data: { object: { id: product.id } },
      api_version: Stripe.API_VERSION,
      livemode: false,
    });
  });
});

describe('products and prices', () => {
  it('move a lookup key only when told to', async () => {
    const town = await startTown();
    const first = await sellablePrice(town.stripe, { lookup_key: 'pro-yearly' });
    await expect(sellablePrice(town.stripe, { lookup_key: 'pro-yearly' })).rejects.toThrow(
      /lookup key/,
    );

    const second = await sellablePrice(town.stripe, {
      lookup_key: 'pro-yearly',
      transfer_lookup_key: true,
    });

    expect((await town.stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
    const found = await town.stripe.prices.list({ lookup_keys: ['pro-yearly'] });
    expect(found.data.map(({ id }) => id)).toEqual([second.id]);
  });

  it('are made together with default_price_data', async () => {
    const town = await startTown();
    const product = await town.stripe.products.create({
      name: 'Pro',
      default_price_data: { currency: 'usd', unit_amount: 30_000, recurring: { interval: 'year' } },
      expand: ['default_price'],
    });

    expect(product).toMatchObject({ default_price: { unit_amount: 30_000, product: product.id } });
  });
});
