/** Invoice items, invoices made by hand, previews and subscription items: what a caller bills in their own way. */
import { describe, expect, it } from 'vitest';
import { CARDS, customerWithCard, giveCard, invoicesOf, seatPrice, startTeam } from './members.js';
import { DAY, HOUR, NOW, startTown } from './support.js';

describe('an invoice item', () => {
  it('waits for the next renewal of its customer', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTeam(town);
    town.mark();
    const item = await town.stripe.invoiceItems.create({
      customer,
      amount: 700,
      currency: 'usd',
      description: 'A tote bag',
    });
    expect(town.happened()).toEqual(['invoiceitem.created']);

    await town.simulator.advance(30 * DAY + HOUR);

    const [invoice] = await invoicesOf(town, subscription.id);
    expect(invoice).toMatchObject({
      amount_paid: 5700,
      lines: { data: [{ description: 'A tote bag', amount: 700 }, { amount: 5000 }] },
    });
    expect(await town.stripe.invoiceItems.retrieve(item.id)).toMatchObject({
      invoice: invoice?.id,
    });
  });

  it('can be changed and taken back as long as it waits', async () => {
    const town = await startTown();
    const { customer } = await startTeam(town);
    const create = () =>
      town.stripe.invoiceItems.create({ customer, amount: 700, currency: 'usd' });
    const [kept, gone] = [await create(), await create()];
    town.mark();

    expect(await town.stripe.invoiceItems.update(kept.id, { amount: 900 })).toMatchObject({
      amount: 900,
    });
    expect(await town.stripe.invoiceItems.del(gone.id)).toMatchObject({ deleted: true });

    expect(town.happened()).toEqual(['invoiceitem.deleted']);
    expect((await town.stripe.invoiceItems.list({ customer })).data).toMatchObject([
      { id: kept.id },
    ]);
    await expect(town.stripe.invoiceItems.retrieve(gone.id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  it('may be something that is sold once', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town);
    const once = await seatPrice(town, { recurring: undefined });

    const item = await town.stripe.invoiceItems.create({
      customer,
      pricing: { price: once.id },
      quantity: 3,
    });

    expect(item).toMatchObject({ amount: 3000, currency: 'usd', quantity: 3 });
  });
});

describe('an invoice made by hand', () => {
  it('is a draft until it is finalised, and open until it is paid', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town);
    await town.stripe.invoiceItems.create({ customer, amount: 700, currency: 'usd' });
    const draft = await town.stripe.invoices.create({
      customer,
      pending_invoice_items_behavior: 'include',
      description: 'For the tote bag',
    });
    expect(draft).toMatchObject({
      status: 'draft',
      billing_reason: 'manual',
      amount_due: 700,
      auto_advance: false,
      parent: null,
    });

    const added = await town.stripe.invoiceItems.create({
      customer,
      invoice: draft.id,
      amount: 300,
      currency: 'usd',
    });
    await town.stripe.invoiceItems.update(added.id, { amount: 400 });
    const open = await town.stripe.invoices.finalizeInvoice(draft.id);

    expect(open).toMatchObject({ status: 'open', amount_due: 1100 });
    await expect(town.stripe.invoiceItems.del(added.id)).rejects.toMatchObject({
      code: 'invoice_not_editable',
    });
    expect(await town.stripe.invoices.pay(open.id)).toMatchObject({
      status: 'paid',
      amount_paid: 1100,
    });
  });

  it('is charged by itself an hour later where it advances', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town);
    const { id } = await town.stripe.invoices.create({ customer, auto_advance: true });
    await town.stripe.invoiceItems.create({ customer, invoice: id, amount: 700, currency: 'usd' });

    await town.simulator.advance(HOUR);

    expect(await town.stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid' });
  });

  it('bills what waits for a subscription, and nothing where nothing does', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await expect(
      town.stripe.invoices.create({ customer, subscription: subscription.id }),
    ).rejects.toMatchObject({ code: 'invoice_no_subscription_line_items' });
    await town.simulator.advance(15 * DAY);
    await town.stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 8 }] });

    const invoice = await town.stripe.invoices.create({ customer, subscription: subscription.id });

    expect(invoice.amount_due).toBe(1500);
  });

  it('is not made in a currency nobody knows', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town);
    await expect(town.stripe.invoices.create({ customer, currency: 'zzz' })).rejects.toMatchObject({
      param: 'currency',
    });
  });

  it('gives its items back when its draft is deleted, and its credit when it is void', async () => {
    const town = await startTown();
    const { customer, subscription, item } = await startTeam(town);
    await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 3 }],
      proration_behavior: 'always_invoice',
    });
    const balance = async () => {
      const found = await town.stripe.customers.retrieve(customer);
      return found.deleted ? null : found.balance;
    };
    expect(await balance()).toBe(-2000);
    await town.stripe.invoiceItems.create({ customer, amount: 5000, currency: 'usd' });
    const make = () =>
      town.stripe.invoices.create({ customer, pending_invoice_items_behavior: 'include' });
    await town.stripe.invoices.del((await make()).id);

    const { id } = await make();
    expect(await town.stripe.invoices.finalizeInvoice(id)).toMatchObject({ amount_due: 3000 });
    expect(await balance()).toBe(0);
    await town.stripe.invoices.voidInvoice(id);

    expect(await balance()).toBe(-2000);
  });
});

describe('a preview', () => {
  it('shows what a change would cost, and changes nothing', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await town.simulator.advance(15 * DAY);
    const events = town.happened().length;
    const preview = (behaviour: 'always_invoice' | 'create_prorations' | 'none') =>
      town.stripe.invoices.createPreview({
        customer,
        subscription: subscription.id,
        subscription_details: {
          items: [{ id: item, quantity: 8 }],
          proration_behavior: behaviour,
        },
      });

    expect(await preview('always_invoice')).toMatchObject({ amount_due: 1500, status: 'draft' });
    expect(await preview('create_prorations')).toMatchObject({ amount_due: 9500 });
    expect(await preview('none')).toMatchObject({ amount_due: 8000 });

    expect(town.happened()).toHaveLength(events);
    expect((await town.stripe.invoiceItems.list({ customer })).data).toEqual([]);
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).items.data).toMatchObject([
      { quantity: 5 },
    ]);
  });

  it('shows the next renewal, and the first invoice of another interval', async () => {
    const town = await startTown();
    const { subscription, item } = await startTeam(town);
    const yearly = await seatPrice(town, { unit_amount: 10_000, recurring: { interval: 'year' } });
    await town.simulator.advance(15 * DAY);

    const next = await town.stripe.invoices.createPreview({ subscription: subscription.id });
    const change = await town.stripe.invoices.createPreview({
      subscription: subscription.id,
      subscription_details: { items: [{ id: item, price: yearly.id }] },
    });

    expect(next).toMatchObject({
      amount_due: 5000,
      lines: { data: [{ period: { start: NOW + 30 * DAY } }] },
    });
    expect(change.amount_due).toBe(50_000 - 2500);
  });

  it('is not there for a subscription that ends', async () => {
    const town = await startTown();
    const { subscription } = await startTeam(town, { cancel_at_period_end: true });

    await expect(
      town.stripe.invoices.createPreview({ subscription: subscription.id }),
    ).rejects.toMatchObject({ code: 'invoice_upcoming_none' });
  });
});

describe('a subscription item', () => {
  it('is added, changed and taken out by itself', async () => {
    const town = await startTown();
    const { subscription, item } = await startTeam(town);
    const extra = await seatPrice(town, { unit_amount: 500 });

    const added = await town.stripe.subscriptionItems.create({
      subscription: subscription.id,
      price: extra.id,
      quantity: 2,
      proration_behavior: 'always_invoice',
    });
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ amount_paid: 1000 });
    expect(
      await town.stripe.subscriptionItems.update(added.id, {
        quantity: 4,
        proration_behavior: 'none',
      }),
    ).toMatchObject({ id: added.id, quantity: 4 });
    expect(
      (await town.stripe.subscriptionItems.list({ subscription: subscription.id })).data,
    ).toHaveLength(2);
    await town.stripe.subscriptionItems.del(added.id, { proration_behavior: 'none' });

    await expect(town.stripe.subscriptionItems.del(item)).rejects.toThrow(/at least one/);
    await expect(town.stripe.subscriptionItems.retrieve(added.id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  it('is not changed by a card that is refused', async () => {
    const town = await startTown();
    const { item, customer } = await startTeam(town);
    await giveCard(town, customer, CARDS.declinesLater);

    await expect(
      town.stripe.subscriptionItems.update(item, {
        quantity: 9,
        proration_behavior: 'always_invoice',
        payment_behavior: 'error_if_incomplete',
      }),
    ).rejects.toMatchObject({ statusCode: 402 });

    expect((await town.stripe.subscriptionItems.retrieve(item)).quantity).toBe(5);
  });
});
