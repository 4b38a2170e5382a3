/** A subscription is paused: what is given back, and what happens in a pause. */
import { describe, expect, it } from 'vitest';
import { CARDS, giveCard, invoicesOf, lastEvent, startTeam } from './members.js';
import { HALF, pausedTeam, teamAtHalf, waitingOf } from './pauses.js';
import { DAY, HOUR, NOW, startTown } from './support.js';

const PERIOD_END = NOW + 30 * DAY;

describe('a pause', () => {
  it('ends the period at once, says why, and gives back what is left of it', async () => {
    const { town, id } = await teamAtHalf();

    const paused = await town.stripe.subscriptions.pause(id);

    expect(paused).toMatchObject({
      status: 'paused',
      items: { data: [{ current_period_start: NOW, current_period_end: NOW + HALF }] },
      status_details: {
        paused: {
          type: 'subscription',
          transitioned_at: NOW + HALF,
          subscription: { type: 'pause_requested' },
        },
      },
    });
    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'customer.subscription.paused',
      'invoiceitem.created',
    ]);
    expect(lastEvent(town, 'customer.subscription.updated').data.previous_attributes).toMatchObject(
      { status: 'active', status_details: null },
    );
    expect(await waitingOf(town)).toEqual([-2500]);
  });

  it('makes no invoice and no charge for as long as it lasts', async () => {
    const { town, id, now } = await teamAtHalf();
    await town.stripe.subscriptions.pause(id);
    await expect(town.stripe.invoices.createPreview({ subscription: id })).rejects.toMatchObject({
      code: 'invoice_upcoming_none',
    });
    town.mark();

    await town.simulator.advance(400 * DAY);

    expect(town.happened()).toEqual([]);
    expect(await now()).toMatchObject({ status: 'paused' });
    expect(await invoicesOf(town, id)).toHaveLength(1);
  });

  it.each([
    ['none', []],
    ['item_current_period_start', [-5000]],
  ] as const)('gives back from %s what it is asked to', async (type, waiting) => {
    const { town, id } = await teamAtHalf();

    await town.stripe.subscriptions.pause(id, { bill_for: { unused_time_from: { type } } });

    expect(await waitingOf(town)).toEqual(waiting);
  });

  it('can put what it gives back on the balance at once', async () => {
    const { town, id, customer, newest } = await teamAtHalf();

    await town.stripe.subscriptions.pause(id, { invoicing_behavior: 'invoice' });

    expect(await newest()).toMatchObject({ status: 'paid', total: -2500 });
    expect(await town.stripe.customers.retrieve(customer)).toMatchObject({ balance: -2500 });
  });

  it('leaves an invoice from before on its way, and stays whatever becomes of it', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTeam(town);
    await giveCard(town, customer, CARDS.declinesLater);
    await town.simulator.advance(30 * DAY + 2 * HOUR);
    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'past_due',
    });
    await town.stripe.subscriptions.pause(subscription.id);

    await town.simulator.advance(20 * DAY);

    const [open] = await invoicesOf(town, subscription.id);
    expect(open).toMatchObject({ status: 'open', attempt_count: 4, next_payment_attempt: null });
    const now = () => town.stripe.subscriptions.retrieve(subscription.id);
    expect(await now()).toMatchObject({ status: 'paused' });
    await giveCard(town, customer, CARDS.works);
    await town.stripe.invoices.pay(open?.id ?? '');
    expect(await now()).toMatchObject({ status: 'paused' });
  });

  it('is refused a subscription that is paused, or in its trial', async () => {
    const { town, id } = await pausedTeam();
    await expect(town.stripe.subscriptions.pause(id)).rejects.toThrow('it is paused');
    const { subscription } = await startTeam(town, { trial_period_days: 7 });
    await expect(town.stripe.subscriptions.pause(subscription.id)).rejects.toThrow(
      'it is trialing',
    );
  });

  it.each([
    ['is billed in classic mode', { billing_mode: { type: 'classic' } }],
    ['is sent its invoices', { collection_method: 'send_invoice', days_until_due: 7 }],
    ['is set to end', { cancel_at: PERIOD_END }],
  ] as const)('is refused one that %s', async (_what, changes) => {
    const { town, id } = await teamAtHalf(changes);
    await expect(town.stripe.subscriptions.pause(id)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('is refused one with a schedule, and a paused one gets none', async () => {
    const { town, id } = await teamAtHalf();
    const { subscription: other } = await startTeam(town);
    await town.stripe.subscriptionSchedules.create({ from_subscription: other.id });
    await expect(town.stripe.subscriptions.pause(other.id)).rejects.toThrow('schedule');
    await town.stripe.subscriptions.pause(id);
    await expect(
      town.stripe.subscriptionSchedules.create({ from_subscription: id }),
    ).rejects.toThrow('A subscription that is paused cannot have a schedule.');
  });

  it('can be ended at once, and then nothing is given back any more', async () => {
    const { town, id } = await pausedTeam();

    await town.stripe.subscriptions.cancel(id);

    expect(town.happened()).toEqual(['invoiceitem.deleted', 'customer.subscription.deleted']);
    expect(await waitingOf(town)).toEqual([]);
  });

  it('can be ended at a time, but with no period', async () => {
    const { town, id, now } = await pausedTeam();
    const { subscriptions } = town.stripe;
    await expect(subscriptions.update(id, { cancel_at_period_end: true })).rejects.toThrow(
      'no period to end with',
    );
    await subscriptions.update(id, { cancel_at: NOW + 60 * DAY });
    await town.simulator.advance(40 * DAY);
    expect(await now()).toMatchObject({ status: 'canceled', ended_at: NOW + 60 * DAY });
  });
});
