/** The portal as a member without JavaScript meets it. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { CARD, visit } from './browsing.js';
import { DAY, HOUR, NOW, startTown, startTrial, type Town } from './support.js';

describe('the portal', () => {
  async function openPortal(
    town: Town,
    customer: string,
    more: Partial<Stripe.BillingPortal.SessionCreateParams> = {},
  ) {
    const session = await town.stripe.billingPortal.sessions.create({
      customer,
      return_url: 'https://town.test/account',
      ...more,
    });
    return session.url;
  }

  it('cancels at the period end by date alone, with the reason, and takes it back', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTrial(town);
    const configuration = await town.stripe.billingPortal.configurations.create({
      features: {
        subscription_cancel: {
          enabled: true,
          mode: 'at_period_end',
          cancellation_reason: { enabled: true, options: ['too_expensive', 'unused'] },
        },
        invoice_history: { enabled: true },
      },
    });
    const url = await openPortal(town, customer, { configuration: configuration.id });
    const overview = await visit(url);
    expect(overview.html).toContain('Your free trial ends on November 29, 2026.');
    expect(overview.html).not.toContain('Update card');
    expect((await visit(`${url}?view=cancel&subscription=${subscription.id}`)).html).toContain(
      'too expensive',
    );

    await visit(url, {
      action: 'cancel',
      subscription: subscription.id,
      feedback: 'too_expensive',
      comment: 'Bye',
    });

    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      cancel_at: NOW + 7 * DAY,
      cancel_at_period_end: false,
      canceled_at: NOW,
      cancellation_details: {
        reason: 'cancellation_requested',
        feedback: 'too_expensive',
        comment: 'Bye',
      },
    });
    expect((await visit(url)).html).toContain('Your plan will be canceled on November 29, 2026.');
    await visit(url, { action: 'resume', subscription: subscription.id });
    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      cancel_at: null,
    });
  });

  it('takes a new card, which pays what the old one could not', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTrial(town, '4000000000000341');
    await town.simulator.advance(7 * DAY + HOUR);
    const url = await openPortal(town, customer);
    expect((await visit(url)).html).toContain('Your last payment failed.');
    town.mark();

    const answer = await visit(url, { ...CARD, action: 'card' });

    expect(answer.status).toBe(303);
    expect(town.happened()).toEqual([
      'setup_intent.created',
      'setup_intent.succeeded',
      'payment_method.attached',
      'customer.updated',
      'customer.subscription.updated',
      'charge.succeeded',
      'payment_intent.succeeded',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
      'customer.subscription.updated',
    ]);
    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
    });
    await town.simulator.advance(30 * DAY);
    expect((await town.stripe.invoices.list({ status: 'open' })).data).toEqual([]);
  });

  it('begins with what the session was made for', async () => {
    const town = await startTown();
    const { subscription, customer } = await startTrial(town);
    const card = await openPortal(town, customer, { flow_data: { type: 'payment_method_update' } });
    const cancel = await openPortal(town, customer, {
      flow_data: {
        type: 'subscription_cancel',
        subscription_cancel: { subscription: subscription.id },
      },
    });

    expect((await visit(card)).html).toContain('Update card</h1>');
    expect((await visit(cancel)).html).toContain('Cancel your plan');
  });

  it('does nothing for a stranger, nor to a stranger’s plan', async () => {
    const town = await startTown();
    const mine = await startTrial(town);
    const theirs = await startTrial(town);
    const url = await openPortal(town, mine.customer);

    await visit(url, { action: 'cancel', subscription: theirs.subscription.id });

    expect(await town.stripe.subscriptions.retrieve(theirs.subscription.id)).toMatchObject({
      cancel_at: null,
    });
    expect((await visit(`${town.simulator.url}/p/session/guess`)).status).toBe(404);
  });

  it('changes the billing e-mail where it may', async () => {
    const town = await startTown();
    const { customer } = await startTrial(town);
    const configuration = await town.stripe.billingPortal.configurations.create({
      features: { customer_update: { enabled: true, allowed_updates: ['email'] } },
    });
    const url = await openPortal(town, customer, { configuration: configuration.id });
    town.mark();

    await visit(url, { action: 'email', email: 'bills@town.test' });

    expect(town.happened()).toEqual(['customer.updated']);
    expect(await town.stripe.customers.retrieve(customer)).toMatchObject({
      email: 'bills@town.test',
    });
  });
});
