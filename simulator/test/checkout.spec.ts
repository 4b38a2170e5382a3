/** Checkout from the caller's side: what a completed, refused, expired or authenticated session leaves behind. */
import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  NOW,
  openSession,
  sellablePrice,
  startTown,
  startTrial,
  TRIAL,
} from './support.js';

describe('a completed Checkout', () => {
  it('begins a trial without charging, and tells it in the order Stripe does', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, {
      ...TRIAL,
      client_reference_id: 'member-1',
      metadata: { plan: 'pro' },
    });
    expect(session).toMatchObject({
      status: 'open',
      subscription: null,
      client_reference_id: 'member-1',
      amount_total: 0,
      expires_at: NOW + DAY,
    });
    town.mark();

    const answer = await town.pay(session.id);

    expect(answer.status).toBe(200);
    expect(town.happened()).toEqual([
      'setup_intent.created',
      'setup_intent.succeeded',
      'payment_method.attached',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
      'checkout.session.completed',
    ]);
    const after = await town.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['subscription.latest_invoice', 'line_items'],
    });
    expect(after).toMatchObject({
      status: 'complete',
      payment_status: 'no_payment_required',
      payment_intent: null,
      url: null,
      metadata: { plan: 'pro' },
      subscription: {
        status: 'trialing',
        trial_start: NOW,
        trial_end: NOW + 7 * DAY,
        billing_cycle_anchor: NOW + 7 * DAY,
        billing_mode: { type: 'flexible' },
        pending_setup_intent: null,
        items: { data: [{ current_period_start: NOW, current_period_end: NOW + 7 * DAY }] },
        latest_invoice: { amount_paid: 0, status: 'paid', billing_reason: 'subscription_create' },
      },
      line_items: { data: [{ amount_total: 30_000 }] },
    });
  });

  it('charges at once where there is no trial', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id);
    town.mark();

    await town.pay(session.id);

    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'payment_method.attached',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
      'checkout.session.completed',
    ]);
    const after = await town.stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice'] });
    expect(after).toMatchObject({
      payment_status: 'paid',
      payment_intent: null,
      invoice: { amount_paid: 30_000, status: 'paid' },
    });
  });

  it('keeps what was asked for the subscription: metadata, quantity and no trial invoice amount', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, {
      line_items: [
        { price: price.id, quantity: 5, adjustable_quantity: { enabled: true, minimum: 2 } },
      ],
      subscription_data: { trial_period_days: 7, metadata: { member: 'm1' } },
    });

    await town.pay(session.id, '4242424242424242', { quantity: 8 });

    const [subscription] = (await town.stripe.subscriptions.list({ price: price.id })).data;
    expect(subscription).toMatchObject({
      metadata: { member: 'm1' },
      items: { data: [{ quantity: 8, price: { id: price.id } }] },
    });
  });

  it('makes a customer of somebody who had none', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await town.stripe.checkout.sessions.create({
      mode: 'subscription',
      customer_email: 'new@town.test',
      line_items: [{ price: price.id, quantity: 1 }],
      success_url: 'https://town.test/',
    });

    const { body } = await town.pay(session.id);

    const customer = await town.stripe.customers.retrieve(String(body['session']?.['customer']));
    expect(customer).toMatchObject({ email: 'new@town.test' });
  });

  it('sells a single payment without a subscription', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe, { recurring: undefined, unit_amount: 5000 });
    const session = await openSession(town.stripe, price.id, {
      mode: 'payment',
      payment_intent_data: { metadata: { gift: 'g1' } },
    });

    await town.pay(session.id);

    const after = await town.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(after).toMatchObject({
      payment_status: 'paid',
      subscription: null,
      payment_intent: { amount: 5000, status: 'succeeded', metadata: { gift: 'g1' } },
    });
  });
});

describe('a Checkout that does not succeed', () => {
  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline', 'Your card was declined.'],
    [
      '4000000000009995',
      'card_declined',
      'insufficient_funds',
      'Your card has insufficient funds.',
    ],
    ['4000000000000069', 'expired_card', 'expired_card', 'Your card has expired.'],
    [
      '4000000000000127',
      'incorrect_cvc',
      'incorrect_cvc',
      "Your card's security code is incorrect.",
    ],
  ])(
    'says why the bank refused %s, and leaves nothing behind',
    async (card, code, decline, message) => {
      const town = await startTown();
      const price = await sellablePrice(town.stripe);
      const session = await openSession(town.stripe, price.id, TRIAL);

      const { status, body } = await town.pay(session.id, card);

      expect(status).toBe(402);
      expect(body['error']).toMatchObject({
        type: 'card_error',
        code,
        decline_code: decline,
        message,
      });
      expect((await town.stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
      expect(await town.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
        status: 'open',
      });
      expect((await town.pay(session.id)).status).toBe(200);
    },
  );

  it('fails its payment, not its set-up, where money was due', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id);
    town.mark();

    await town.pay(session.id, '4000000000000341');

    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
  });

  it('expires at its time, and can be expired by hand before', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const first = await openSession(town.stripe, price.id, { expires_at: NOW + HOUR });
    const second = await openSession(town.stripe, price.id);

    await town.simulator.advance(HOUR);
    await town.stripe.checkout.sessions.expire(second.id);

    const sessions = await town.stripe.checkout.sessions.list({ status: 'expired' });
    expect(sessions.data.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect((await town.pay(first.id)).status).toBe(400);
    const event = town.receiver.received.find(({ event: { data } }) => {
      const { id } = data.object as { id: string };
      return id === first.id;
    });
    expect(event?.event).toMatchObject({ type: 'checkout.session.expired', created: NOW + HOUR });
  });
});

describe('3-D Secure', () => {
  it('lets a card through that was authenticated, and charges it later without asking again', async () => {
    const town = await startTown();
    town.mark();
    const { subscription } = await startTrial(town, '4000002500003155');

    expect(town.happened()).toEqual(
      expect.arrayContaining(['setup_intent.requires_action', 'setup_intent.succeeded']),
    );
    await town.simulator.advance(7 * DAY + HOUR);
    const invoices = await town.stripe.invoices.list({
      subscription: subscription.id,
      status: 'paid',
    });
    expect(invoices.data.map(({ amount_paid }) => amount_paid)).toEqual([30_000, 0]);
  });

  it('leaves nothing behind where the challenge is failed', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, TRIAL);

    const answer = await town.pay(session.id, '4000002500003155', { threeDSecure: 'fail' });

    expect(answer.status).toBe(402);
    expect(answer.body['error']).toMatchObject({ code: 'setup_intent_authentication_failure' });
    expect((await town.stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
  });
});

describe('cards', () => {
  it('have one fingerprint a number, whoever uses it', async () => {
    const town = await startTown();
    const one = await startTrial(town);
    const other = await startTrial(town);
    const third = await startTrial(town, '5555555555554444');

    const prints = await Promise.all(
      [one, other, third].map(async ({ customer }) => {
        const methods = await town.stripe.customers.listPaymentMethods(customer, { type: 'card' });
        return methods.data[0]?.card?.fingerprint;
      }),
    );
    expect(prints[0]).toBe(prints[1]);
    expect(prints[2]).not.toBe(prints[0]);
  });

  it('that are disputed tell so when they are charged, and the dispute can be won', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id);
    await town.pay(session.id, '4000000000000259');

    const [dispute] = (await town.stripe.disputes.list()).data;
    town.mark();
    await town.sim('POST', `/disputes/${dispute?.id ?? ''}/close`, { outcome: 'won' });

    expect(dispute).toMatchObject({ status: 'needs_response', amount: 30_000 });
    expect(town.happened()).toEqual(['charge.dispute.closed', 'charge.dispute.funds_reinstated']);
  });
});
