/** The life of a subscription on the simulated clock: conversion, renewal and the ways it ends. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  NOW,
  openSession,
  sellablePrice,
  startTown,
  startTrial,
  startTrialWithoutCard,
  type Town,
} from './support.js';

const CONVERSION = [
  'invoice.finalized',
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.succeeded',
  'invoice_payment.paid',
  'invoice.paid',
  'invoice.payment_succeeded',
];

const get = (town: Town, id: string) => town.stripe.subscriptions.retrieve(id);

function lastUpdate(town: Town): Stripe.Event {
  const event = town.simulator.state.events
    .newestFirst()
    .find(({ type }) => type === 'customer.subscription.updated');
  return event as unknown as Stripe.Event;
}

describe('a trial', () => {
  it('is announced three days before its end, once', async () => {
    const town = await startTown();
    await startTrial(town);
    town.mark();

    await town.simulator.advance(4 * DAY - 1);
    expect(town.happened()).toEqual([]);
    await town.simulator.advance(1);
    expect(town.happened()).toEqual(['customer.subscription.trial_will_end']);
    await town.simulator.advance(2 * DAY);
    expect(town.happened()).toHaveLength(1);
  });

  it('converts: active with a draft at its end, charged an hour later', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town);
    await town.simulator.advance(7 * DAY - 1);
    town.mark();

    await town.simulator.advance(1);

    expect(town.happened()).toEqual(['customer.subscription.updated', 'invoice.created']);
    expect(lastUpdate(town).data.previous_attributes).toMatchObject({
      status: 'trialing',
      latest_invoice: subscription.latest_invoice,
      items: { data: [{ current_period_end: NOW + 7 * DAY }] },
    });
    const [draft] = (await town.stripe.invoices.list({ subscription: subscription.id })).data;
    expect(draft).toMatchObject({
      status: 'draft',
      number: null,
      billing_reason: 'subscription_cycle',
      automatically_finalizes_at: NOW + 7 * DAY + HOUR,
    });
    const yearLater = Date.UTC(2027, 10, 29, 12) / 1000;
    expect(await get(town, subscription.id)).toMatchObject({
      status: 'active',
      items: { data: [{ current_period_start: NOW + 7 * DAY, current_period_end: yearLater }] },
    });
    town.mark();

    await town.simulator.advance(HOUR);

    expect(town.happened()).toEqual(CONVERSION);
    const paid = await town.stripe.invoices.retrieve(draft?.id ?? '', { expand: ['payments'] });
    expect(paid).toMatchObject({
      status: 'paid',
      amount_paid: 30_000,
      status_transitions: { finalized_at: NOW + 7 * DAY + HOUR, paid_at: NOW + 7 * DAY + HOUR },
      payments: { data: [{ status: 'paid', payment: { type: 'payment_intent' } }] },
    });
    expect(paid.number).toMatch(/^[0-9A-Z]+-0002$/);
  });

  it('can be ended at once, which charges at once', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town);
    await town.simulator.advance(DAY);
    town.mark();

    const ended = await town.stripe.subscriptions.update(subscription.id, { trial_end: 'now' });

    expect(ended).toMatchObject({ status: 'active', trial_end: NOW + DAY });
    expect(town.happened()).toEqual([
      'customer.subscription.trial_will_end',
      'customer.subscription.updated',
      'invoice.created',
      ...CONVERSION,
    ]);
  });

  it.each([
    ['cancel', 'canceled', 'customer.subscription.deleted'],
    ['pause', 'paused', 'customer.subscription.paused'],
    ['create_invoice', 'past_due', 'invoice.payment_failed'],
  ] as const)('without a card ends as its settings say: %s', async (behaviour, status, event) => {
    const town = await startTown();
    const { subscription } = await startTrialWithoutCard(town, behaviour);
    town.mark();

    await town.simulator.advance(7 * DAY + HOUR);

    expect(await get(town, subscription.id)).toMatchObject({ status });
    expect(town.happened()).toContain(event);
  });
});

describe('a renewal', () => {
  it('is announced a week before, and moves the period by a calendar month from the anchor', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe, { recurring: { interval: 'month' } });
    const session = await openSession(town.stripe, price.id);
    await town.pay(session.id);
    town.mark();

    await town.simulator.advance(30 * DAY + HOUR);

    expect(town.happened()).toEqual([
      'invoice.upcoming',
      'customer.subscription.updated',
      'invoice.created',
      ...CONVERSION,
    ]);
    const [subscription] = (await town.stripe.subscriptions.list()).data;
    expect(subscription).toMatchObject({
      items: {
        data: [
          {
            current_period_start: Date.UTC(2026, 11, 22, 12) / 1000,
            current_period_end: Date.UTC(2027, 0, 22, 12) / 1000,
          },
        ],
      },
    });
  });

  it('keeps the price that was bought when the product has a new one', async () => {
    const town = await startTown();
    const { price, subscription } = await startTrial(town);
    await town.stripe.prices.update(price.id, { active: false });
    await town.stripe.prices.create({
      product: price.product as string,
      currency: 'usd',
      unit_amount: 40_000,
      recurring: { interval: 'year' },
    });

    await town.simulator.advance(373 * DAY);

    const invoices = await town.stripe.invoices.list({ subscription: subscription.id });
    expect(invoices.data.map(({ amount_paid }) => amount_paid)).toEqual([30_000, 30_000, 0]);
  });
});

describe('cancelling', () => {
  it('at the period end keeps the trial and then ends it without a charge', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town);

    const canceling = await town.stripe.subscriptions.update(subscription.id, {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'too_expensive' },
    });
    expect(canceling).toMatchObject({
      status: 'trialing',
      cancel_at_period_end: true,
      cancel_at: NOW + 7 * DAY,
      canceled_at: NOW,
      cancellation_details: { reason: 'cancellation_requested', feedback: 'too_expensive' },
    });
    await town.simulator.advance(7 * DAY);

    expect(await get(town, subscription.id)).toMatchObject({
      status: 'canceled',
      canceled_at: NOW,
      ended_at: NOW + 7 * DAY,
    });
    expect((await town.stripe.charges.list()).data).toEqual([]);
  });

  it('can be taken back, each way by its own parameter', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town);
    const update = (params: Stripe.SubscriptionUpdateParams) =>
      town.stripe.subscriptions.update(subscription.id, params);

    await update({ cancel_at_period_end: true });
    expect(await update({ cancel_at_period_end: false })).toMatchObject({
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
    });
    await update({ cancel_at: NOW + DAY });
    expect(await update({ cancel_at_period_end: false })).toMatchObject({ cancel_at: NOW + DAY });
    expect(await update({ cancel_at: '' })).toMatchObject({ cancel_at: null, canceled_at: null });
  });

  it('at once ends it, and a second time finds nothing', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town);
    town.mark();

    await town.stripe.subscriptions.cancel(subscription.id);

    expect(town.happened()).toEqual(['customer.subscription.deleted']);
    await expect(town.stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({
      code: 'resource_missing',
    });
    await town.simulator.advance(30 * DAY);
    expect((await town.stripe.charges.list()).data).toEqual([]);
  });

  it('shows in lists only where it is asked for', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTrial(town);
    await town.stripe.subscriptions.cancel(subscription.id);
    const count = async (status?: Stripe.SubscriptionListParams.Status) =>
      (await town.stripe.subscriptions.list({ customer, ...(status ? { status } : {}) })).data
        .length;

    expect(await Promise.all([count(), count('all'), count('canceled'), count('active')])).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

describe('a refund', () => {
  it('leads from the charge to the invoice, and cannot exceed what is left', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id);
    await town.pay(session.id);
    const [charge] = (await town.stripe.charges.list()).data;
    const intent = charge?.payment_intent as string;
    town.mark();

    await town.stripe.refunds.create({ payment_intent: intent, amount: 10_000 });
    await expect(
      town.stripe.refunds.create({ payment_intent: intent, amount: 20_001 }),
    ).rejects.toThrow(/greater than unrefunded amount/);
    await town.stripe.refunds.create({ charge: charge?.id ?? '', reason: 'requested_by_customer' });
    await expect(town.stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });

    expect(town.happened()).toEqual([
      'charge.refunded',
      'refund.created',
      'charge.refunded',
      'refund.created',
    ]);
    expect(
      await town.stripe.charges.retrieve(charge?.id ?? '', { expand: ['refunds'] }),
    ).toMatchObject({
      refunded: true,
      amount_refunded: 30_000,
      refunds: { data: [{ amount: 20_000 }, { amount: 10_000 }] },
    });
    const payments = await town.stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent },
      expand: ['data.invoice'],
    });
    expect(payments.data).toMatchObject([{ invoice: { customer: charge?.customer } }]);
  });
});
