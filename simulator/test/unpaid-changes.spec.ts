/** A change is to be paid at once, and the card is refused: what becomes of it is what the caller chose. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { CARDS, giveCard, invoicesOf, startTeam } from './members.js';
import { DAY, HOUR, NOW, startTown } from './support.js';

/** Five seats, paid; then the card goes bad, and three more seats are asked for in the middle of the month. */
async function askForSeats(
  payment: Stripe.SubscriptionUpdateParams.PaymentBehavior,
  card: string = CARDS.declinesLater,
) {
  const town = await startTown();
  const team = await startTeam(town);
  await giveCard(town, team.customer, card);
  await town.simulator.advance(15 * DAY);
  town.mark();
  const ask = (more: Stripe.SubscriptionUpdateParams = {}) =>
    town.stripe.subscriptions.update(team.subscription.id, {
      items: [{ id: team.item, quantity: 8 }],
      proration_behavior: 'always_invoice',
      payment_behavior: payment,
      ...more,
    });
  const now = () => town.stripe.subscriptions.retrieve(team.subscription.id);
  return { town, ...team, ask, now };
}

describe('a change whose payment is refused', () => {
  it('is an error and leaves everything as it was', async () => {
    const { town, ask, now, subscription, customer } = await askForSeats('error_if_incomplete');

    await expect(ask()).rejects.toMatchObject({ statusCode: 402, code: 'card_declined' });

    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
    expect(await now()).toMatchObject({
      status: 'active',
      latest_invoice: subscription.latest_invoice,
      items: { data: [{ quantity: 5 }] },
    });
    expect((await town.stripe.invoiceItems.list({ customer })).data).toEqual([]);
    expect(await invoicesOf(town, subscription.id)).toHaveLength(1);
  });

  it('is an error, too, where the card wants its holder', async () => {
    const { ask, now } = await askForSeats('error_if_incomplete', CARDS.wants3DSecure);

    await expect(ask()).rejects.toMatchObject({
      code: 'subscription_payment_intent_requires_action',
    });

    expect(await now()).toMatchObject({ items: { data: [{ quantity: 5 }] } });
  });

  it('is made all the same, and the team is past due', async () => {
    const { town, ask, now } = await askForSeats('allow_incomplete');

    await ask();

    expect(await now()).toMatchObject({ status: 'past_due', items: { data: [{ quantity: 8 }] } });
    expect(town.happened()).toContain('invoice.payment_failed');
  });

  it('waits for its payment, and is made when another card pays', async () => {
    const { town, ask, now, customer } = await askForSeats('pending_if_incomplete');

    const asked = await ask();

    expect(asked).toMatchObject({
      status: 'active',
      items: { data: [{ quantity: 5 }] },
      pending_update: {
        expires_at: NOW + 15 * DAY + 23 * HOUR,
        subscription_items: [{ quantity: 8 }],
      },
    });
    await giveCard(town, customer, CARDS.works);
    town.mark();
    await town.stripe.invoices.pay(asked.latest_invoice as string);
    expect(await now()).toMatchObject({
      pending_update: null,
      items: { data: [{ quantity: 8 }] },
    });
    expect(town.happened().slice(-2)).toEqual([
      'customer.subscription.updated',
      'customer.subscription.pending_update_applied',
    ]);
  });

  it('waits 23 hours and no longer', async () => {
    const { town, ask, now, subscription } = await askForSeats('pending_if_incomplete');
    await ask();
    town.mark();

    await town.simulator.advance(23 * HOUR);

    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'invoice.voided',
      'customer.subscription.pending_update_expired',
    ]);
    expect(await now()).toMatchObject({
      status: 'active',
      pending_update: null,
      items: { data: [{ quantity: 5 }] },
    });
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ status: 'void' });
  });

  it('gives way to another change', async () => {
    const { town, ask, now, item, subscription } = await askForSeats('pending_if_incomplete');
    await ask();

    await town.stripe.subscriptions.update(subscription.id, {
      items: [{ id: item, quantity: 4 }],
      proration_behavior: 'none',
    });

    expect(await now()).toMatchObject({ pending_update: null, items: { data: [{ quantity: 4 }] } });
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ status: 'void' });
  });

  it('cannot wait together with what needs no payment', async () => {
    const { ask } = await askForSeats('pending_if_incomplete');

    await expect(ask({ metadata: { team: '7' } })).rejects.toMatchObject({ param: 'metadata' });
  });
});

describe('a change whose payment is left to a page', () => {
  it('is made, and the team is behind until somebody confirms', async () => {
    const { town, ask, now } = await askForSeats('default_incomplete', CARDS.works);

    const asked = await ask();

    expect(await now()).toMatchObject({ status: 'past_due', items: { data: [{ quantity: 8 }] } });
    expect((await town.stripe.charges.list()).data).toHaveLength(1);
    await town.stripe.invoices.pay(asked.latest_invoice as string);
    expect((await now()).status).toBe('active');
  });
});

describe('a change that waits and whose card works', () => {
  it('is made at once', async () => {
    const { ask } = await askForSeats('pending_if_incomplete', CARDS.works);

    expect(await ask()).toMatchObject({
      pending_update: null,
      items: { data: [{ quantity: 8 }] },
    });
  });
});
