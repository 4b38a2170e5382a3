/** A customer is deleted: what runs ends, what was stays. */
import { describe, expect, it } from 'vitest';
import { CARDS, giveCard, invoicesOf, startTeam } from './members.js';
import { DAY, openSession, startTown } from './support.js';

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

  it('pays nothing on the page of a Checkout or an invoice that was open', async () => {
    const town = await startTown();
    const { customer, seat } = await startTeam(town);
    const session = await openSession(town.stripe, seat.id, { customer });
    await giveCard(town, customer, CARDS.declinesLater);
    await town.simulator.advance(32 * DAY);
    const [owed] = (await town.stripe.invoices.list({ customer, status: 'open' })).data;
    const charges = () => town.stripe.charges.list({ customer, limit: 100 });
    await town.stripe.customers.del(customer);
    const before = await charges();

    expect(await town.pay(session.id)).toMatchObject({ status: 400 });
    const page = await fetch(new URL(new URL(session.url ?? '').pathname, town.simulator.url));
    expect(await page.text()).toContain('can no longer be completed');
    const paid = await fetch(
      new URL(new URL(owed?.hosted_invoice_url ?? '').pathname, town.simulator.url),
      {
        method: 'POST',
        body: new URLSearchParams({ action: 'pay' }),
      },
    );
    expect(paid.status).toBe(400);
    expect(await paid.text()).toContain('can no longer be paid');
    expect(await charges()).toEqual(before);
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
