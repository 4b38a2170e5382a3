/** The account itself: who it is, what it knows, and whom it tells. */
import { describe, expect, it } from 'vitest';
import { clientFor, DAY, NOW, sellablePrice, startReceiver, startTown } from './support.js';

describe('the account', () => {
  it('says who it is and in which mode, as a caller who checks a key wants to know', async () => {
    const { stripe } = await startTown();
    const account = await stripe.accounts.retrieveCurrent();
    expect(account).toMatchObject({ object: 'account', charges_enabled: true, country: 'US' });
    expect(account.id).toMatch(/^acct_\w{16,}$/);
    expect((await stripe.balance.retrieve()).livemode).toBe(false);
  });

  it('counts what was paid, less what was given back', async () => {
    const { stripe } = await startTown();
    const paid = await stripe.paymentIntents.create({
      amount: 2000,
      confirm: true,
      currency: 'eur',
      payment_method: 'pm_card_visa',
    });
    await stripe.refunds.create({ payment_intent: paid.id, amount: 500 });
    const { available } = await stripe.balance.retrieve();
    expect(available.find(({ currency }) => currency === 'eur')?.amount).toBe(1500);
  });

  it('answers requests of other API versions in its own, and none of a version that cannot be', async () => {
    const { simulator, stripe } = await startTown();
    const older = { apiVersion: '2025-08-27.basil' };
    const coupon = (await stripe.coupons.create({ percent_off: 20 }, older)).id;
    const code = await fetch(`${simulator.url}/v1/promotion_codes`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_123',
        'content-type': 'application/x-www-form-urlencoded',
        'stripe-version': older.apiVersion,
      },
      body: `coupon=${coupon}`,
    });
    expect(code.headers.get('stripe-version')).toBe('2026-10-28.endive');
    expect(await code.json()).toMatchObject({ promotion: { coupon, type: 'coupon' } });
    await expect(
      stripe.coupons.create({ percent_off: 20 }, { apiVersion: 'yesterday' }),
    ).rejects.toThrow('Invalid Stripe API version');
  });
});

describe('a plan', () => {
  it('is a price of the same id, and sells as one', async () => {
    const town = await startTown();
    const { stripe } = town;
    const plan = await stripe.plans.create({
      amount: 2000,
      currency: 'usd',
      interval: 'month',
      product: { name: 'Pro' },
    });
    expect(town.happened()).toEqual(['product.created', 'plan.created', 'price.created']);
    expect(await stripe.prices.retrieve(plan.id)).toMatchObject({
      unit_amount: 2000,
      recurring: { interval: 'month' },
    });
    const customer = await stripe.customers.create({ source: 'tok_visa' });
    await stripe.subscriptions.create({ customer: customer.id, items: [{ price: plan.id }] });
    await expect(stripe.plans.del(plan.id)).rejects.toThrow('subscriptions still use it');
  });

  it('can be renamed, listed and deleted while nobody pays by it', async () => {
    const town = await startTown();
    const { product } = await sellablePrice(town.stripe);
    const { id } = await town.stripe.plans.create({
      amount: 500,
      currency: 'usd',
      interval: 'week',
      product: product as string,
    });
    town.mark();
    expect((await town.stripe.plans.update(id, { nickname: 'Weekly' })).nickname).toBe('Weekly');
    expect((await town.stripe.plans.list({ product: product as string })).data).toHaveLength(2);
    expect(await town.stripe.plans.del(id)).toMatchObject({ deleted: true });
    expect(town.happened()).toEqual([
      'price.updated',
      'plan.updated',
      'plan.deleted',
      'price.deleted',
    ]);
    await expect(town.stripe.plans.retrieve(id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});

describe('a tax rate', () => {
  it('is kept, changed and listed', async () => {
    const { stripe } = await startTown();
    const rate = await stripe.taxRates.create({
      display_name: 'VAT',
      inclusive: true,
      percentage: 19,
      country: 'DE',
    });
    const put = await stripe.taxRates.update(rate.id, { active: false });
    expect(put).toMatchObject({ active: false, percentage: 19 });
    expect((await stripe.taxRates.list({ active: true })).data).toEqual([]);
    const unknown = { display_name: 'VAT', inclusive: true, percentage: 119 };
    await expect(stripe.taxRates.create(unknown)).rejects.toThrow('Invalid percentage');
  });
});

describe('the list of events', () => {
  it('is searched by type, by time and by whether everybody took them, page by page', async () => {
    const town = await startTown();
    town.receiver.answer = ({ type }) => (type === 'customer.updated' ? 500 : 200);
    const { id } = await town.stripe.customers.create({ name: 'Mira' });
    await town.simulator.advance(DAY);
    await town.stripe.customers.update(id, { name: 'Mira Lind' });
    await town.stripe.products.create({ name: 'Pro' });
    await town.simulator.advance(0);
    const types = async (params: Parameters<typeof town.stripe.events.list>[0]) =>
      (await town.stripe.events.list(params)).data.map(({ type }) => type);
    expect(await types({ type: 'customer.*' })).toEqual(['customer.updated', 'customer.created']);
    expect(await types({ types: ['product.created', 'customer.created'] })).toEqual([
      'product.created',
      'customer.created',
    ]);
    expect(await types({ created: { gte: NOW + DAY } })).toEqual([
      'product.created',
      'customer.updated',
    ]);
    expect(await types({ delivery_success: false })).toEqual(['customer.updated']);
    const all: string[] = [];
    for await (const event of town.stripe.events.list({ limit: 1 })) all.push(event.type);
    expect(all).toEqual(['product.created', 'customer.updated', 'customer.created']);
    await expect(types({ type: 'a.b', types: ['a.b'] })).rejects.toMatchObject({
      code: 'parameters_exclusive',
    });
  });

  it('sends one again when it is asked to, to one receiver or to all', async () => {
    const town = await startTown();
    await town.stripe.customers.create({});
    await town.simulator.advance(0);
    const [event] = (await town.stripe.events.list()).data;
    town.receiver.forget();
    await town.stripe.rawRequest('POST', `/v1/events/${event?.id}/retry`);
    await town.simulator.advance(0);
    expect(town.receiver.received.map((each) => each.event.id)).toEqual([event?.id]);
    await expect(town.stripe.rawRequest('POST', '/v1/events/evt_none/retry')).rejects.toMatchObject(
      { code: 'resource_missing' },
    );
  });
});

describe('a webhook endpoint', () => {
  it('shows its secret once, hears what it asked for, and nothing while it is disabled', async () => {
    const receiver = await startReceiver();
    const { simulator } = await startTown({ webhooks: [] });
    const stripe = clientFor(simulator);
    const made = await stripe.webhookEndpoints.create({
      api_version: '2026-10-28.endive',
      description: 'The publication',
      enabled_events: ['customer.created'],
      metadata: { app: 'broadsheet' },
      url: receiver.url,
    });
    expect(made.secret).toMatch(/^whsec_/);
    const { data } = await stripe.webhookEndpoints.list();
    expect(data).toMatchObject([
      {
        api_version: '2026-10-28.endive',
        description: 'The publication',
        metadata: { app: 'broadsheet' },
        status: 'enabled',
      },
    ]);
    expect(data[0]).not.toHaveProperty('secret');
    await stripe.customers.create({});
    await stripe.products.create({ name: 'Pro' });
    await simulator.advance(0);
    expect(receiver.types()).toEqual(['customer.created']);
    const [first] = receiver.received;
    if (!first) throw new Error('Nothing was received');
    const heard = stripe.webhooks.constructEvent(
      first.body,
      first.signature,
      made.secret ?? '',
      1e9,
    );
    expect(heard.type).toBe('customer.created');
    const off = await stripe.webhookEndpoints.update(made.id, { disabled: true });
    expect(off.status).toBe('disabled');
    await stripe.customers.create({});
    await stripe.webhookEndpoints.update(made.id, { disabled: false, enabled_events: ['*'] });
    await stripe.products.create({ name: 'Team' });
    await simulator.advance(0);
    expect(receiver.types()).toEqual(['customer.created', 'product.created']);
    await stripe.webhookEndpoints.del(made.id);
    await expect(stripe.webhookEndpoints.retrieve(made.id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});
