/** A team changes how many seats it pays for, or what it pays for them, in the middle of a period. */
import { describe, expect, it } from 'vitest';
import { invoicesOf, lastEvent, seatPrice, startTeam } from './members.js';
import { DAY, HOUR, NOW, startTown, type Town } from './support.js';

/** The month of the tests has thirty days: 22 November to 22 December. */
const HALF = 15 * DAY;

const pending = async (town: Town, customer: string) =>
  (await town.stripe.invoiceItems.list({ customer, pending: true })).data;

describe('three more seats in the middle of the month', () => {
  it('wait for the next invoice, prorated to the second', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await town.simulator.advance(HALF);
    town.mark();

    const updated = await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 8 }],
      proration_behavior: 'create_prorations',
    });

    expect(updated.items.data).toMatchObject([{ id: item, quantity: 8 }]);
    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'invoiceitem.created',
      'invoiceitem.created',
    ]);
    expect(lastEvent(town, 'customer.subscription.updated').data.previous_attributes).toMatchObject(
      {
        items: { data: [{ quantity: 5 }] },
      },
    );
    expect(await pending(town, customer)).toMatchObject([
      { amount: 4000, proration: true, quantity: 8, period: { start: NOW + HALF } },
      { amount: -2500, proration: true, quantity: 5, period: { end: NOW + 30 * DAY } },
    ]);
    await town.simulator.advance(HALF + HOUR);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({
      billing_reason: 'subscription_cycle',
      amount_paid: 8000 + 1500,
      lines: { data: [{ amount: -2500 }, { amount: 4000 }, { amount: 8000 }] },
    });
    expect(await pending(town, customer)).toEqual([]);
  });

  it('are charged at once where the caller wants that', async () => {
    const town = await startTown();
    const { subscription, item } = await startTeam(town);
    await town.simulator.advance(HALF);
    town.mark();

    const updated = await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 8 }],
      proration_behavior: 'always_invoice',
    });

    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'invoiceitem.created',
      'invoiceitem.created',
      'invoice.created',
      'invoice.finalized',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    expect(lastEvent(town, 'customer.subscription.updated').data.previous_attributes).toMatchObject(
      {
        latest_invoice: subscription.latest_invoice,
      },
    );
    const [invoice, first] = await invoicesOf(town, subscription.id);
    expect(invoice).toMatchObject({
      id: updated.latest_invoice,
      billing_reason: 'subscription_update',
      amount_paid: 1500,
      lines: {
        data: [
          {
            amount: -2500,
            description: 'Unused time on 5 × Pro after 7 Dec 2026',
            parent: { subscription_item_details: { proration: true, subscription_item: item } },
          },
          { amount: 4000, description: 'Remaining time on 8 × Pro after 7 Dec 2026' },
        ],
      },
    });
    expect(first?.amount_paid).toBe(5000);
    await town.simulator.advance(HALF + HOUR);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ amount_paid: 8000 });
  });

  it('cost nothing until the next month where nothing is prorated', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await town.simulator.advance(HALF);

    await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 8 }],
      proration_behavior: 'none',
    });

    expect(await pending(town, customer)).toEqual([]);
    await town.simulator.advance(HALF + HOUR);
    expect((await invoicesOf(town, subscription.id)).map((each) => each.amount_paid)).toEqual([
      8000, 5000,
    ]);
  });

  it('cost nothing in a trial', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town, { trial_period_days: 7 });

    await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 8 }],
      proration_behavior: 'always_invoice',
    });

    expect(await pending(town, customer)).toEqual([]);
    await town.simulator.advance(7 * DAY + HOUR);
    expect((await invoicesOf(town, subscription.id)).map((each) => each.amount_paid)).toEqual([
      8000, 0,
    ]);
  });

  it('are counted from the day the caller names', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await town.simulator.advance(HALF);
    const update = (date: number) =>
      town.stripe.subscriptions.update(subscription.id, {
        items: [{ id: item, quantity: 8 }],
        proration_date: date,
      });

    await expect(update(NOW - 1)).rejects.toThrow(/outside of current subscription period/);
    await update(NOW + 10 * DAY);

    expect((await pending(town, customer)).map(({ amount }) => amount)).toEqual([5333, -3333]);
  });
});

describe('fewer seats', () => {
  it('leave a credit, which the next invoices use up', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await town.simulator.advance(HALF);
    town.mark();

    await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 1 }],
      proration_behavior: 'always_invoice',
    });

    expect(town.happened()).toContain('customer.updated');
    expect(await town.stripe.customers.retrieve(customer)).toMatchObject({ balance: -2000 });
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({
      status: 'paid',
      total: -2000,
      amount_due: 0,
      ending_balance: -2000,
    });
    await town.simulator.advance(HALF + HOUR);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({
      total: 1000,
      amount_paid: 0,
      starting_balance: -2000,
      ending_balance: -1000,
    });
    await town.simulator.advance(62 * DAY);
    expect((await invoicesOf(town, subscription.id)).map((each) => each.amount_paid)).toEqual([
      1000, 0, 0, 0, 5000,
    ]);
    expect(await town.stripe.customers.retrieve(customer)).toMatchObject({ balance: 0 });
  });
});

describe('another price', () => {
  it('of the same interval is prorated, and the period stays', async () => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    const dearer = await seatPrice(town, { unit_amount: 3000 });
    await town.simulator.advance(HALF);

    const updated = await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: dearer.id }],
    });

    expect(updated.items.data).toMatchObject([
      { price: { id: dearer.id }, quantity: 5, current_period_start: NOW },
    ]);
    expect((await pending(town, customer)).map(({ amount }) => amount)).toEqual([7500, -2500]);
  });

  it('of another interval begins a new period and is charged at once', async () => {
    const town = await startTown();
    const { subscription, item } = await startTeam(town);
    const yearly = await seatPrice(town, { unit_amount: 10_000, recurring: { interval: 'year' } });
    await town.simulator.advance(HALF);

    const updated = await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: yearly.id }],
    });

    expect(updated).toMatchObject({
      billing_cycle_anchor: NOW + HALF,
      items: {
        data: [
          {
            current_period_start: NOW + HALF,
            current_period_end: Date.UTC(2027, 11, 7, 12) / 1000,
          },
        ],
      },
    });
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({
      billing_reason: 'subscription_update',
      amount_paid: 50_000 - 2500,
      lines: { data: [{ amount: -2500 }, { amount: 50_000 }] },
    });
  });

  it('may be kept by who has it although it is no longer sold', async () => {
    const town = await startTown();
    const { subscription, item, seat } = await startTeam(town);
    await town.stripe.prices.update(seat.id, { active: false });

    const updated = await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, price: seat.id, quantity: 6 }],
    });

    expect(updated.items.data).toMatchObject([{ price: { id: seat.id }, quantity: 6 }]);
  });

  it('in another currency is refused', async () => {
    const town = await startTown();
    const { subscription, item } = await startTeam(town);
    const euro = await seatPrice(town, { currency: 'eur' });

    await expect(
      town.stripe.subscriptions.update(subscription.id, { items: [{ id: item, price: euro.id }] }),
    ).rejects.toThrow(/not in usd/);
  });
});

describe('a new billing cycle', () => {
  it('gives back what is left of the old one', async () => {
    const town = await startTown();
    const { subscription } = await startTeam(town);
    await town.simulator.advance(HALF);

    const updated = await town.stripe.subscriptions.update(subscription.id, {
      billing_cycle_anchor: { type: 'now' },
    });

    expect(updated.billing_cycle_anchor).toBe(NOW + HALF);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ amount_paid: 2500 });
  });
});

describe('a discount', () => {
  it('is in what is given back and what is asked for', async () => {
    const town = await startTown();
    const coupon = await town.stripe.coupons.create({ percent_off: 20, duration: 'forever' });
    const { subscription, item, customer } = await startTeam(town, {
      discounts: [{ coupon: coupon.id }],
    });
    await town.simulator.advance(HALF);

    await town.stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 8 }] });

    expect((await pending(town, customer)).map(({ amount }) => amount)).toEqual([3200, -2000]);
    await town.simulator.advance(HALF + HOUR);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({
      amount_paid: 6400 + 1200,
    });
  });
});
