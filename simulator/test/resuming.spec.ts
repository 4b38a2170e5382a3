/** A paused subscription is resumed: what that costs, and who waits for whom. */
import { describe, expect, it } from 'vitest';
import { CARDS, giveCard, invoicesOf } from './members.js';
import { pausedTeam, pausedTrial, teamAtHalf, waitingOf } from './pauses.js';
import { DAY, HOUR, NOW } from './support.js';

const PERIOD_END = NOW + 30 * DAY;

describe('a resumption in the period that would have been', () => {
  it('is active at once and leaves the days it has left to the next invoice', async () => {
    const { town, id, now, resume } = await pausedTeam();

    const resumed = await resume({ billing_cycle_anchor: { type: 'unchanged' } });

    expect(resumed).toMatchObject({
      status: 'active',
      billing_cycle_anchor: NOW,
      items: { data: [{ current_period_start: NOW, current_period_end: PERIOD_END }] },
    });
    expect(resumed.status_details).toBeUndefined();
    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'invoiceitem.created',
      'customer.subscription.resumed',
    ]);
    // Fifteen days were given back, and five are left of thirty.
    expect((await waitingOf(town)).toSorted((one, other) => one - other)).toEqual([-2500, 833]);
    await town.simulator.advance(6 * DAY);
    expect(await now()).toMatchObject({ status: 'active' });
    expect((await invoicesOf(town, id))[0]).toMatchObject({ status: 'paid', total: 3333 });
  });

  it('can cost nothing, or count from a day of its own', async () => {
    const { town, resume } = await pausedTeam('none');
    const anchor = { type: 'unchanged' } as const;
    await expect(
      resume({ billing_cycle_anchor: anchor, proration_date: PERIOD_END }),
    ).rejects.toThrow('outside of current subscription period');
    await resume({ billing_cycle_anchor: anchor, proration_behavior: 'none' });
    expect(await waitingOf(town)).toEqual([]);
  });

  it('finds the period that surrounds it, however long it took', async () => {
    const { town, resume } = await pausedTeam();
    await town.simulator.advance(100 * DAY);
    const { items } = await resume({ billing_cycle_anchor: { type: 'unchanged' } });
    const [item] = items.data;
    expect(item?.current_period_start).toBeLessThanOrEqual(NOW + 125 * DAY);
    expect(item?.current_period_end).toBeGreaterThan(NOW + 125 * DAY);
  });

  it('waits for its payment where it is to be invoiced at once', async () => {
    const { town, now, newest, resume } = await pausedTeam('none');

    const waiting = await resume({
      billing_cycle_anchor: { type: 'unchanged' },
      proration_behavior: 'always_invoice',
    });

    expect(waiting).toMatchObject({ status: 'paused' });
    const invoice = await newest();
    expect(invoice).toMatchObject({ status: 'open', amount_due: 833 });
    await town.stripe.invoices.pay(invoice.id);
    expect(await now()).toMatchObject({ status: 'active' });
  });
});

describe('a resumption with a new period', () => {
  it('waits until somebody pays its invoice, from which the pause is taken off', async () => {
    const { town, now, newest, resume } = await pausedTeam();

    const waiting = await resume();

    expect(waiting).toMatchObject({
      status: 'paused',
      pending_update: {
        billing_cycle_anchor: NOW + 25 * DAY,
        expires_at: NOW + 25 * DAY + 23 * HOUR,
      },
    });
    expect(town.happened()).toEqual([
      'invoice.created',
      'invoice.finalized',
      'customer.subscription.updated',
    ]);
    const invoice = await newest();
    expect(invoice).toMatchObject({ status: 'open', amount_due: 2500, attempt_count: 0 });
    town.mark();
    await town.stripe.invoices.pay(invoice.id);
    expect(await now()).toMatchObject({
      status: 'active',
      latest_invoice: invoice.id,
      pending_update: null,
      billing_cycle_anchor: NOW + 25 * DAY,
      items: { data: [{ current_period_start: NOW + 25 * DAY }] },
    });
    expect(town.happened().filter((type) => type.startsWith('customer.subscription'))).toEqual([
      'customer.subscription.updated',
      'customer.subscription.pending_update_applied',
      'customer.subscription.resumed',
    ]);
  });

  it('is past due when the card is refused, is not tried again, and recovers with another', async () => {
    const { town, customer, now, newest, resume } = await pausedTeam();
    await resume();
    await giveCard(town, customer, CARDS.declinesLater);
    const { id } = await newest();
    for (const _again of [1, 2]) {
      await expect(town.stripe.invoices.pay(id)).rejects.toMatchObject({ statusCode: 402 });
      expect(await now()).toMatchObject({ status: 'past_due', pending_update: null });
    }
    expect(town.happened()).toContain('customer.subscription.resumed');
    await town.simulator.advance(10 * DAY);
    expect(await now()).toMatchObject({ status: 'past_due' });
    await giveCard(town, customer, CARDS.works);
    await town.stripe.invoices.pay(id);
    expect(await now()).toMatchObject({ status: 'active' });
  });

  it('is given up after 23 hours', async () => {
    const { town, now, newest, resume } = await pausedTeam();
    await resume();
    await expect(resume()).rejects.toThrow('waits for the payment');

    await town.simulator.advance(24 * HOUR);

    expect(await now()).toMatchObject({ status: 'paused', pending_update: null });
    expect(await newest()).toMatchObject({ status: 'void' });
  });

  it.each([
    ['voidInvoice', 'paused'],
    ['markUncollectible', 'active'],
  ] as const)('whose invoice is set aside by %s is %s', async (aside, status) => {
    const { town, now, newest, resume } = await pausedTeam();
    await resume();
    await town.stripe.invoices[aside]((await newest()).id);
    expect(await now()).toMatchObject({ status, pending_update: null });
  });

  it('does not bring back one that has ended meanwhile', async () => {
    const { town, id, now, newest, resume } = await pausedTeam();
    await resume();
    await town.stripe.subscriptions.cancel(id);
    await town.stripe.invoices.pay((await newest()).id);
    expect(await now()).toMatchObject({ status: 'canceled', pending_update: null });
  });

  it('can be paid in the same request', async () => {
    const { town, resume } = await pausedTeam();

    const resumed = await resume({ payment_behavior: 'resume_on_payment_success' });

    expect(resumed).toMatchObject({ status: 'active', pending_update: null });
    expect(resumed.status_details).toBeUndefined();
    const happened = town.happened();
    expect(happened).toContain('invoice.paid');
    expect(happened.filter((type) => type.startsWith('customer.subscription'))).toEqual([
      'customer.subscription.updated',
      'customer.subscription.resumed',
    ]);
  });

  it('that was to be paid at once stays paused and is tried again', async () => {
    const { town, customer, now, resume } = await pausedTeam();
    await giveCard(town, customer, CARDS.declinesLater);

    const waiting = await resume({ payment_behavior: 'resume_on_payment_success' });

    expect(waiting).toMatchObject({
      status: 'paused',
      pending_update: { expires_at: NOW + 390 * DAY },
    });
    await giveCard(town, customer, CARDS.works);
    await town.simulator.advance(3 * DAY);
    expect(await now()).toMatchObject({ status: 'active', pending_update: null });
  });

  it('is refused one that is not paused', async () => {
    const { town, id } = await teamAtHalf();
    await expect(town.stripe.subscriptions.resume(id)).rejects.toThrow('active, not paused');
  });
});

describe('a trial that ended without a card', () => {
  it('is resumed once there is one', async () => {
    const { town, subscription, customer } = await pausedTrial();
    const { subscriptions } = town.stripe;
    const resume = () =>
      subscriptions.resume(subscription.id, { payment_behavior: 'resume_on_payment_success' });
    await expect(resume()).rejects.toThrow('no default payment method');
    expect(town.happened()).toEqual([]);
    await giveCard(town, customer, CARDS.works);

    const resumed = await resume();

    expect(resumed).toMatchObject({
      status: 'active',
      billing_cycle_anchor: NOW + 10 * DAY,
      trial_end: NOW + 7 * DAY,
    });
    const [invoice] = await invoicesOf(town, subscription.id);
    expect(invoice).toMatchObject({ status: 'paid', amount_paid: 30_000 });
  });

  it('can be ended', async () => {
    const { town, subscription } = await pausedTrial();
    expect(await town.stripe.subscriptions.cancel(subscription.id)).toMatchObject({
      status: 'canceled',
    });
  });
});
