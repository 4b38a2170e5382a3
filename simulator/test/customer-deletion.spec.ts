/** A customer is deleted: what runs ends, what was stays. */
import { describe, expect, it } from 'vitest';
import { invoicesOf, startTeam } from './members.js';
import { DAY, startTown } from './support.js';

describe('a deleted customer', () => {
  it('has no live subscription any more', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTeam(town);
    await town.simulator.advance(10 * DAY);
    town.mark();

    expect(await town.stripe.customers.del(customer)).toEqual({
      id: customer,
      object: 'customer',
      deleted: true,
    });

    expect(town.happened()).toEqual(['customer.subscription.deleted', 'customer.deleted']);
    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'canceled',
      customer,
    });
    await town.simulator.advance(365 * DAY);
    expect(await invoicesOf(town, subscription.id)).toHaveLength(1);
  });

  it('is known only as deleted, and cannot be worked with', async () => {
    const town = await startTown();
    const { customer, seat } = await startTeam(town);
    await town.stripe.customers.del(customer);

    expect(await town.stripe.customers.retrieve(customer)).toMatchObject({
      id: customer,
      object: 'customer',
      deleted: true,
    });
    expect((await town.stripe.customers.list()).data).toEqual([]);
    await expect(town.stripe.customers.update(customer, { name: 'Mira' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
    await expect(town.stripe.customers.del(customer)).rejects.toMatchObject({ statusCode: 404 });
    await expect(
      town.stripe.subscriptions.create({ customer, items: [{ price: seat.id }] }),
    ).rejects.toMatchObject({ code: 'resource_missing' });
  });

  it('leaves charges, invoices and the ended subscription behind', async () => {
    const town = await startTown();
    const { customer } = await startTeam(town);
    await town.stripe.customers.del(customer);
    const { stripe } = town;

    const [charge] = (await stripe.charges.list({ customer })).data;
    expect(charge).toMatchObject({ customer, amount: 5000 });
    expect((await stripe.invoices.list({ customer })).data).toMatchObject([{ amount_paid: 5000 }]);
    expect((await stripe.paymentIntents.list({ customer })).data).toHaveLength(1);
    expect((await stripe.subscriptions.list({ customer, status: 'all' })).data).toMatchObject([
      { status: 'canceled' },
    ]);
    expect((await stripe.subscriptions.list({ customer })).data).toEqual([]);
    expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
    expect(await stripe.refunds.create({ charge: charge?.id ?? '' })).toMatchObject({
      status: 'succeeded',
    });
  });

  it('is billed for nothing that waited', async () => {
    const town = await startTown();
    const { customer } = await startTeam(town);
    await town.stripe.invoiceItems.create({ customer, amount: 700, currency: 'usd' });
    const { id } = await town.stripe.invoices.create({ customer, auto_advance: true });
    await town.stripe.invoiceItems.create({ customer, invoice: id, amount: 100, currency: 'usd' });
    await town.stripe.customers.del(customer);

    await town.simulator.advance(30 * DAY);

    expect(await town.stripe.invoices.retrieve(id)).toMatchObject({ status: 'draft' });
    expect((await town.stripe.invoiceItems.list({ pending: true })).data).toEqual([]);
    await expect(town.stripe.invoices.finalizeInvoice(id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});
