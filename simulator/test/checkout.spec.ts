// Checkout from the caller's side: what a completed, refused, expired or authenticated session leaves behind.
import { describe, expect, it } from 'vitest';
import { DAY, NOW, openSession, sellablePrice, startTown, TRIAL } from './support.js';

describe('Checkout', () => {
  it('begins a trial without charging, and tells it in the order Stripe does', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const session = await openSession(town.stripe, price.id, TRIAL);
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
      subscription: {
        status: 'trialing',
        trial_end: NOW + 7 * DAY,
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
  });
});
