/** Lists and expansions: how much of an account one request shows. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { NOW, openSession, sellablePrice, startTown, startTrial, TRIAL } from './support.js';

describe('lists', () => {
  it('are newest first and can be walked both ways', async () => {
    const town = await startTown();
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) await town.stripe.customers.create({ name });
    const nameOf = (page: Stripe.ApiList<Stripe.Customer>) => page.data.map(({ name }) => name);

    const first = await town.stripe.customers.list({ limit: 2 });
    const second = await town.stripe.customers.list({
      limit: 2,
      starting_after: first.data[1]?.id,
    });
    const back = await town.stripe.customers.list({ limit: 2, ending_before: second.data[0]?.id });

    expect([nameOf(first), first.has_more]).toEqual([['e', 'd'], true]);
    expect([nameOf(second), second.has_more]).toEqual([['c', 'b'], true]);
    expect([nameOf(back), back.has_more]).toEqual([['e', 'd'], false]);
    const all = await town.stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(all).toHaveLength(5);
  });

  it('can be cut by the time of creation', async () => {
    const town = await startTown();
    await town.stripe.customers.create({ name: 'early' });
    await town.simulator.advance(100);
    await town.stripe.customers.create({ name: 'late' });
    const names = async (created: Stripe.RangeQueryParam) =>
      (await town.stripe.customers.list({ created })).data.map(({ name }) => name);

    expect(await names({ gte: NOW + 100 })).toEqual(['late']);
    expect(await names({ lt: NOW + 100 })).toEqual(['early']);
  });

  it('find events by type, by several, and by a beginning', async () => {
    const town = await startTown();
    await startTrial(town);
    const types = async (params: Stripe.EventListParams) =>
      (await town.stripe.events.list({ limit: 100, ...params })).data.map(({ type }) => type);

    expect(await types({ type: 'invoice.paid' })).toEqual(['invoice.paid']);
    expect(await types({ types: ['invoice.paid', 'price.created'] })).toEqual([
      'invoice.paid',
      'price.created',
    ]);
    expect(await types({ type: 'setup_intent.*' })).toEqual([
      'setup_intent.succeeded',
      'setup_intent.created',
    ]);
  });
});

describe('expansion', () => {
  it('goes four levels deep, through lists too', async () => {
    const town = await startTown();
    const { customer } = await startTrial(town);

    const page = await town.stripe.subscriptions.list({
      customer,
      expand: [
        'data.latest_invoice.customer',
        'data.default_payment_method',
        'data.items.data.price.product',
      ],
    });

    expect(page.data).toMatchObject([
      {
        latest_invoice: { object: 'invoice', customer: { id: customer } },
        default_payment_method: { card: { last4: '4242' } },
        items: { data: [{ price: { product: { name: 'Pro' } } }] },
      },
    ]);
  });

  it('refuses what is no reference', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);

    await expect(town.stripe.prices.retrieve(price.id, { expand: ['currency'] })).rejects.toThrow(
      'This property cannot be expanded (currency)',
    );
  });

  it('leaves events as they were when the object has changed since', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, TRIAL);
    await town.pay(session.id);
    const [created] = (await town.stripe.events.list({ type: 'customer.subscription.created' }))
      .data;
    const subscription = created?.data.object as Stripe.Subscription;

    await town.stripe.subscriptions.update(subscription.id, { metadata: { later: 'yes' } });

    const again = await town.stripe.events.retrieve(created?.id ?? '');
    expect(again.data.object).toMatchObject({ metadata: {}, status: 'trialing' });
  });
});
