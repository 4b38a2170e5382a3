/** A subscription ends at once: what is given back, billed or forgotten. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { invoicesOf, startTeam } from './members.js';
import { DAY, startTown, type Town } from './support.js';

/** The month of the tests has thirty days: 22 November to 22 December. */
const HALF = 15 * DAY;

const pending = async (town: Town, customer: string) =>
  (await town.stripe.invoiceItems.list({ customer, pending: true })).data;

describe('an end at once', () => {
  const cancelWith = async (params: Stripe.SubscriptionCancelParams) => {
    const town = await startTown();
    const { subscription, item, customer } = await startTeam(town);
    await town.simulator.advance(HALF);
    await town.stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 8 }] });
    await town.stripe.subscriptions.cancel(subscription.id, params);
    const [invoice] = await invoicesOf(town, subscription.id);
    return { invoice, waiting: (await pending(town, customer)).length };
  };

  it('forgets prorations that were to come', async () => {
    expect(await cancelWith({})).toMatchObject({ waiting: 0, invoice: { amount_paid: 5000 } });
  });

  it('bills them where the caller wants that', async () => {
    expect(await cancelWith({ invoice_now: true })).toMatchObject({
      waiting: 0,
      invoice: { amount_paid: 1500 },
    });
  });

  it('gives back what is not used where the caller wants that', async () => {
    expect(await cancelWith({ invoice_now: true, prorate: true })).toMatchObject({
      waiting: 0,
      invoice: { total: 1500 - 4000 },
    });
  });
});
