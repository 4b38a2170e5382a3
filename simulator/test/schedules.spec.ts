/** Subscription schedules: a change that is asked for today and made on the day it is for. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { customerWithCard, invoicesOf, lastEvent, seatPrice, startTeam } from './members.js';
import { DAY, HOUR, NOW, startTown, type Town } from './support.js';

const PERIOD_END = NOW + 30 * DAY;

/** Five seats at $10 a month, to become cheaper at the period's end. */
async function scheduleDowngrade(
  cheaper: Partial<Stripe.PriceCreateParams> = { unit_amount: 400 },
  update: Partial<Stripe.SubscriptionScheduleUpdateParams> = {},
) {
  const town = await startTown();
  const team = await startTeam(town);
  const price = await seatPrice(town, cheaper);
  await town.simulator.advance(10 * DAY);
  town.mark();
  const { subscription, seat } = team;
  const made = await town.stripe.subscriptionSchedules.create({
    from_subscription: subscription.id,
  });
  const schedule = await town.stripe.subscriptionSchedules.update(made.id, {
    phases: [
      {
        items: [{ price: seat.id, quantity: 5 }],
        start_date: made.phases[0]?.start_date,
        end_date: made.phases[0]?.end_date,
      },
      { items: [{ price: price.id, quantity: 5 }], duration: { interval: 'month' } },
    ],
    end_behavior: 'release',
    ...update,
  });
  return { town, ...team, price, schedule };
}

const get = (town: Town, id: string) => town.stripe.subscriptions.retrieve(id);

describe('a downgrade at the end of the period', () => {
  it('shows on the subscription and changes nothing yet', async () => {
    const { town, subscription, schedule, price } = await scheduleDowngrade();

    expect(schedule).toMatchObject({
      status: 'active',
      end_behavior: 'release',
      current_phase: { start_date: NOW, end_date: PERIOD_END },
      phases: [{ end_date: PERIOD_END }, { start_date: PERIOD_END, items: [{ price: price.id }] }],
    });
    expect(town.happened()).toEqual([
      'subscription_schedule.created',
      'customer.subscription.updated',
      'subscription_schedule.updated',
    ]);
    expect(lastEvent(town, 'customer.subscription.updated').data.previous_attributes).toEqual({
      schedule: null,
    });
    const [found] = (await town.stripe.subscriptions.list({ expand: ['data.schedule'] })).data;
    expect(found).toMatchObject({
      id: subscription.id,
      cancel_at: null,
      items: { data: [{ price: { unit_amount: 1000 } }] },
      schedule: { id: schedule.id, phases: [{}, { items: [{ price: price.id, quantity: 5 }] }] },
    });
  });

  it('is made when the period ends, without proration, and billed at the new price', async () => {
    const { town, subscription, price, customer } = await scheduleDowngrade();
    await town.simulator.advance(20 * DAY - 1);
    town.mark();

    await town.simulator.advance(1);

    expect(town.happened()).toEqual([
      'customer.subscription.updated',
      'invoice.created',
      'subscription_schedule.updated',
    ]);
    await town.simulator.advance(HOUR);
    expect((await invoicesOf(town, subscription.id)).map((each) => each.amount_paid)).toEqual([
      2000, 5000,
    ]);
    expect((await town.stripe.invoiceItems.list({ customer })).data).toEqual([]);
    expect((await get(town, subscription.id)).items.data).toMatchObject([
      { price: { id: price.id }, quantity: 5, current_period_start: PERIOD_END },
    ]);
  });

  it('is in the notice of the renewal already', async () => {
    const { town } = await scheduleDowngrade();

    await town.simulator.advance(14 * DAY);

    expect(lastEvent(town, 'invoice.upcoming').data.object).toMatchObject({ amount_due: 2000 });
  });

  it('to another interval begins a new period there', async () => {
    const { town, subscription } = await scheduleDowngrade({
      unit_amount: 9000,
      recurring: { interval: 'year' },
    });

    await town.simulator.advance(20 * DAY + HOUR);

    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({
      billing_reason: 'subscription_cycle',
      amount_paid: 45_000,
    });
    expect(await get(town, subscription.id)).toMatchObject({
      billing_cycle_anchor: PERIOD_END,
      items: { data: [{ current_period_end: Date.UTC(2027, 11, 22, 12) / 1000 }] },
    });
  });

  it('lets the subscription go when its last phase is over', async () => {
    const { town, subscription, schedule } = await scheduleDowngrade();

    await town.simulator.advance(60 * DAY);

    expect(await town.stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
      status: 'completed',
      subscription: null,
      released_subscription: subscription.id,
    });
    expect(town.happened()).toContain('subscription_schedule.expiring');
    expect(town.happened()).toContain('subscription_schedule.completed');
    expect(await get(town, subscription.id)).toMatchObject({ schedule: null, status: 'active' });
    await town.simulator.advance(31 * DAY);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ amount_paid: 2000 });
  });

  it('is taken back by a release', async () => {
    const { town, subscription, schedule } = await scheduleDowngrade();
    town.mark();

    const released = await town.stripe.subscriptionSchedules.release(schedule.id);

    expect(released).toMatchObject({
      status: 'released',
      subscription: null,
      released_subscription: subscription.id,
    });
    expect(town.happened()).toEqual([
      'subscription_schedule.released',
      'customer.subscription.updated',
    ]);
    expect(await get(town, subscription.id)).toMatchObject({ schedule: null });
    await town.simulator.advance(20 * DAY + HOUR);
    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ amount_paid: 5000 });
    await expect(town.stripe.subscriptionSchedules.release(schedule.id)).rejects.toThrow(
      /released/,
    );
  });

  it('ends with the subscription', async () => {
    const { town, subscription, schedule } = await scheduleDowngrade();

    await town.stripe.subscriptions.cancel(subscription.id);

    expect(await town.stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
      status: 'canceled',
    });
    await town.simulator.advance(60 * DAY);
    expect(await invoicesOf(town, subscription.id)).toHaveLength(1);
  });

  it('of somebody whose price is no longer sold keeps it until then', async () => {
    const { town, seat, schedule, price } = await scheduleDowngrade();
    await town.stripe.prices.update(seat.id, { active: false });
    const start = schedule.phases[0]?.start_date;

    const again = await town.stripe.subscriptionSchedules.update(schedule.id, {
      phases: [
        { items: [{ price: seat.id, quantity: 5 }], start_date: start, end_date: PERIOD_END },
        { items: [{ price: price.id, quantity: 2 }] },
      ],
    });

    expect(again.phases[1]).toMatchObject({
      end_date: Date.UTC(2027, 0, 22, 12) / 1000,
      items: [{ quantity: 2 }],
    });
  });
});

describe('a schedule', () => {
  it('that cancels shows its end on the subscription, and ends it', async () => {
    const { town, subscription, schedule } = await scheduleDowngrade(
      { unit_amount: 400 },
      { end_behavior: 'cancel' },
    );
    expect(await get(town, subscription.id)).toMatchObject({
      cancel_at: schedule.phases[1]?.end_date,
    });
    await expect(
      town.stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true }),
    ).rejects.toThrow(/managed by the subscription schedule/);

    await town.simulator.advance(60 * DAY);

    expect(await get(town, subscription.id)).toMatchObject({ status: 'canceled' });
    expect(await town.stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
      status: 'completed',
    });
    expect(await invoicesOf(town, subscription.id)).toHaveLength(2);
  });

  it('prorates where a phase begins within a period', async () => {
    const town = await startTown();
    const { subscription, seat } = await startTeam(town);
    const { id } = await town.stripe.subscriptionSchedules.create({
      from_subscription: subscription.id,
    });
    await town.stripe.subscriptionSchedules.update(id, {
      phases: [
        { items: [{ price: seat.id, quantity: 5 }], end_date: NOW + 15 * DAY },
        {
          items: [{ price: seat.id, quantity: 8 }],
          end_date: PERIOD_END,
          proration_behavior: 'always_invoice',
        },
      ],
    });

    await town.simulator.advance(15 * DAY);

    expect((await invoicesOf(town, subscription.id))[0]).toMatchObject({ amount_paid: 1500 });
  });

  it('changes the phase that runs at once', async () => {
    const town = await startTown();
    const { subscription, seat } = await startTeam(town);
    const { id } = await town.stripe.subscriptionSchedules.create({
      from_subscription: subscription.id,
    });

    await town.stripe.subscriptionSchedules.update(id, {
      phases: [{ items: [{ price: seat.id, quantity: 6 }], end_date: PERIOD_END }],
      proration_behavior: 'none',
    });

    expect((await get(town, subscription.id)).items.data).toMatchObject([{ quantity: 6 }]);
  });

  it('makes its subscription on the day it begins', async () => {
    const town = await startTown();
    const seat = await seatPrice(town);
    const schedule = await town.stripe.subscriptionSchedules.create({
      customer: await customerWithCard(town),
      start_date: NOW + 3 * DAY,
      phases: [{ items: [{ price: seat.id, quantity: 2 }] }],
    });
    expect(schedule).toMatchObject({ status: 'not_started', subscription: null });

    await town.simulator.advance(3 * DAY + HOUR);

    const [subscription] = (await town.stripe.subscriptions.list()).data;
    expect(subscription).toMatchObject({ status: 'active', schedule: schedule.id });
    expect(await invoicesOf(town, subscription?.id ?? '')).toMatchObject([{ amount_paid: 2000 }]);
  });

  it('keeps a trial as it is', async () => {
    const town = await startTown();
    const { subscription, seat } = await startTeam(town, { trial_period_days: 7 });
    const cheaper = await seatPrice(town, { unit_amount: 400 });
    const made = await town.stripe.subscriptionSchedules.create({
      from_subscription: subscription.id,
    });
    const [first] = made.phases;
    const update = (trialEnd?: number) =>
      town.stripe.subscriptionSchedules.update(made.id, {
        phases: [
          {
            items: [{ price: seat.id, quantity: 5 }],
            end_date: first?.end_date,
            trial_end: trialEnd,
          },
          { items: [{ price: cheaper.id, quantity: 5 }] },
        ],
      });

    await expect(update()).rejects.toThrow(/keeps a trial/);
    await update(first?.trial_end ?? 0);
    await town.simulator.advance(7 * DAY + HOUR);

    expect((await invoicesOf(town, subscription.id)).map((each) => each.amount_paid)).toEqual([
      2000, 0,
    ]);
  });
});
