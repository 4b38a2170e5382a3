/** Stripe's own test clocks: time that is moved for a few customers, while everybody else's goes on. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { advancing, finishAdvancing } from '../src/billing/test-clocks.js';
import { ENDPOINTS } from '../src/http/endpoints.js';
import type { FormHash } from '../src/http/form.js';
import { systemRandom } from '../src/world/ids.js';
import { DEFAULT_SETTINGS } from '../src/world/settings.js';
import { World } from '../src/world/world.js';
import {
  DAY,
  HOUR,
  NOW,
  openSession,
  sellablePrice,
  startTown,
  WALL,
  type Town,
} from './support.js';

const THEN = Date.UTC(2020, 0, 1) / 1000;
const MONTH = 31 * DAY;
const MONTHLY = { recurring: { interval: 'month' as const } };
const WEEKLY = { recurring: { interval: 'week' as const } };

async function clockAt(town: Town, frozen = THEN): Promise<Stripe.TestHelpers.TestClock> {
  return town.stripe.testHelpers.testClocks.create({ frozen_time: frozen, name: 'Mira’s year' });
}

/** Answers when the clock has arrived; it is on its way only while its request is answered. */
async function advance(town: Town, clock: string, to: number): Promise<void> {
  const answer = await town.stripe.testHelpers.testClocks.advance(clock, { frozen_time: to });
  expect(answer).toMatchObject({
    status: 'advancing',
    status_details: { advancing: { target_frozen_time: to } },
  });
  const { status, frozen_time: now } = await town.stripe.testHelpers.testClocks.retrieve(clock);
  expect({ status, now }).toEqual({ status: 'ready', now: to });
}

async function memberOn(
  town: Town,
  clock: string,
  changes: Partial<Stripe.SubscriptionCreateParams> = {},
  every: Partial<Stripe.PriceCreateParams> = MONTHLY,
) {
  const customer = await town.stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
    test_clock: clock,
  });
  const price = await sellablePrice(town.stripe, every);
  const subscription = await town.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    ...changes,
  });
  return { customer, price, subscription };
}

describe('a test clock', () => {
  it('gives its time to all that is billed to its customers, and none to events and payments', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town);
    const { customer, subscription } = await memberOn(town, clock);
    expect(customer).toMatchObject({ created: THEN, test_clock: clock });
    expect(subscription).toMatchObject({ created: THEN, start_date: THEN, test_clock: clock });
    const [invoice] = (await town.stripe.invoices.list({ customer: customer.id })).data;
    expect(invoice).toMatchObject({
      created: THEN,
      test_clock: clock,
      status_transitions: { paid_at: THEN },
    });
    const [charge] = (await town.stripe.charges.list({ customer: customer.id })).data;
    expect(charge?.created).toBe(NOW);
    const { data } = await town.stripe.events.list({ types: ['customer.subscription.created'] });
    expect(data).toMatchObject([{ created: NOW }]);
  });

  it('renews what falls due on its way, each thing at its own instant', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town);
    const { customer } = await memberOn(town, clock);
    town.mark();
    await advance(town, clock, THEN + MONTH + HOUR);
    const { data } = await town.stripe.invoices.list({ customer: customer.id });
    expect(data.map(({ created, status }) => ({ created, status }))).toEqual([
      { created: THEN + MONTH, status: 'paid' },
      { created: THEN, status: 'paid' },
    ]);
    expect(data[0]?.status_transitions.paid_at).toBe(THEN + MONTH + HOUR);
    const happened = town.happened();
    expect(happened[0]).toBe('test_helpers.test_clock.advancing');
    expect(happened.at(-1)).toBe('test_helpers.test_clock.ready');
    expect(happened).toContain('invoice.paid');
  });

  it('ends a trial, and collects nothing from a card that is declined', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town);
    const { customer, subscription } = await memberOn(town, clock, { trial_period_days: 7 });
    const declined = await town.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: customer.id,
    });
    await town.stripe.customers.update(customer.id, {
      invoice_settings: { default_payment_method: declined.id },
    });
    await advance(town, clock, THEN + 7 * DAY + HOUR);
    const later = await town.stripe.subscriptions.retrieve(subscription.id);
    expect(later.status).toBe('past_due');
  });

  it('stands still while the account’s own time goes on, and the other way round', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town, NOW);
    const mine = await memberOn(town, clock, {}, WEEKLY);
    const price = await sellablePrice(town.stripe, WEEKLY);
    const session = await openSession(town.stripe, price.id);
    await town.pay(session.id);
    const of = async (customer: string) =>
      (await town.stripe.invoices.list({ customer })).data.length;
    const other = session.customer as string;
    await town.simulator.advance(8 * DAY);
    expect([await of(mine.customer.id), await of(other)]).toEqual([1, 2]);
    await advance(town, clock, NOW + 8 * DAY);
    expect([await of(mine.customer.id), await of(other)]).toEqual([2, 2]);
  });

  it('gives its time to what is bought in Checkout, but not to the page', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town);
    const price = await sellablePrice(town.stripe, MONTHLY);
    const customer = (await town.stripe.customers.create({ email: 'm@t.test', test_clock: clock }))
      .id;
    const session = await openSession(town.stripe, price.id, {
      customer,
      expires_at: NOW + HOUR,
      subscription_data: { trial_end: THEN + 7 * DAY },
    });
    expect(session).toMatchObject({ created: NOW, expires_at: NOW + HOUR });
    await town.pay(session.id);
    const [subscription] = (await town.stripe.subscriptions.list({ customer })).data;
    expect(subscription).toMatchObject({ created: THEN, trial_end: THEN + 7 * DAY });
  });

  it('goes no further at once than two of the shortest periods, and never back', async () => {
    const town = await startTown();
    const { testClocks } = town.stripe.testHelpers;
    const { id: clock } = await clockAt(town);
    await memberOn(town, clock);
    for (const frozen_time of [THEN, THEN - DAY, Date.UTC(2020, 2, 1) / 1000 + 1]) {
      await expect(testClocks.advance(clock, { frozen_time })).rejects.toMatchObject({
        param: 'frozen_time',
      });
    }
    await advance(town, clock, Date.UTC(2020, 2, 1) / 1000);
    const { id: empty } = await clockAt(town);
    await expect(
      testClocks.advance(empty, { frozen_time: Date.UTC(2022, 0, 2) / 1000 }),
    ).rejects.toMatchObject({ param: 'frozen_time' });
    await advance(town, empty, Date.UTC(2022, 0, 1) / 1000);
  });

  it('takes three customers, and is not moved onto them later', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town);
    for (let count = 0; count < 3; count += 1) {
      await town.stripe.customers.create({ test_clock: clock });
    }
    await expect(town.stripe.customers.create({ test_clock: clock })).rejects.toMatchObject({
      param: 'test_clock',
    });
    const { id } = await town.stripe.customers.create({});
    const later = { test_clock: clock } as Stripe.CustomerUpdateParams;
    await expect(town.stripe.customers.update(id, later)).rejects.toMatchObject({
      code: 'parameter_unknown',
    });
    await expect(town.stripe.customers.create({ test_clock: 'clock_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  it('takes its customers with it, and their subscriptions', async () => {
    const town = await startTown();
    const { id: clock } = await clockAt(town);
    const { customer, subscription } = await memberOn(town, clock);
    town.mark();
    expect(await town.stripe.testHelpers.testClocks.del(clock)).toMatchObject({ deleted: true });
    expect(await town.stripe.customers.retrieve(customer.id)).toMatchObject({ deleted: true });
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled');
    expect(town.happened()).toEqual([
      'customer.subscription.deleted',
      'customer.deleted',
      'test_helpers.test_clock.deleted',
    ]);
    await expect(town.stripe.testHelpers.testClocks.retrieve(clock)).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });

  it('is deleted by itself after thirty days of the account’s time', async () => {
    const town = await startTown();
    const kept = await clockAt(town);
    expect(kept.deletes_after).toBe(NOW + 30 * DAY);
    await town.simulator.advance(30 * DAY);
    expect((await town.stripe.testHelpers.testClocks.list()).data).toEqual([]);
  });

  it('lets nobody change what belongs to its customers while it moves', () => {
    const world = new World({ settings: DEFAULT_SETTINGS, wall: () => WALL, random: systemRandom });
    const ask = (path: string, id: string, form: FormHash) =>
      ENDPOINTS.find((each) => each.method === 'POST' && each.path === path)?.prepare({
        world,
        id,
        child: '',
        form,
        baseUrl: '',
        info: { id: null, idempotencyKey: null },
      })();
    ask('/v1/test_helpers/test_clocks', '', { frozen_time: String(THEN) });
    const clock = world.shelves.testClocks.all()[0]?.id ?? '';
    ask('/v1/customers', '', { name: 'Mira', test_clock: clock });
    const customer = world.shelves.customers.all()[0]?.id ?? '';
    ask('/v1/test_helpers/test_clocks/:id/advance', clock, { frozen_time: String(THEN + DAY) });
    const change = () => ask('/v1/customers/:id', customer, { name: 'Mira Lind' });
    expect(change).toThrow('advancement underway');
    for (const moving of advancing(world)) finishAdvancing(world, moving, () => undefined);
    expect(change()).toMatchObject({ name: 'Mira Lind' });
  });
});
