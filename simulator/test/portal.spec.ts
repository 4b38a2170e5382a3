/** A member changes plan or quantity in the portal. */
import { describe, expect, it } from 'vitest';
import { alertIn, CARD, textOf, visit } from './browsing.js';
import { itemOf, market } from './market.js';
import { DAY, NOW } from './support.js';

describe('a member who wants another plan', () => {
  it('sees what is offered, what it costs, and has it at once', async () => {
    const { town, big, subscription, enter } = await market();
    const url = await enter();
    expect(textOf(await visit(url))).toContain('Update plan');
    const choice = await visit(`${url}?view=update&subscription=${subscription.id}`);
    expect(textOf(choice)).toContain('Paper: $100.00 per year (current plan)');
    expect(textOf(choice)).toContain('Paper: $300.00 per year');
    const query = new URLSearchParams({
      view: 'confirm',
      subscription: subscription.id,
      price: big.id,
    });
    expect(textOf(await visit(`${url}?${query}`))).toContain('You pay $200.00 today.');
    town.mark();

    const answer = await visit(url, {
      action: 'update',
      subscription: subscription.id,
      price: big.id,
    });

    expect(answer.location).toContain('view=overview');
    expect(await itemOf(town, subscription.id)).toMatchObject({ price: { id: big.id } });
    expect(town.happened()).toContain('customer.subscription.updated');
    expect(town.simulator.state.invoices.newestFirst()[0]).toMatchObject({
      amount_paid: 20_000,
      billing_reason: 'subscription_update',
    });
  });

  it('chooses a quantity within its bounds', async () => {
    const { town, subscription, enter } = await market();
    const url = await enter();
    const ask = (quantity: string) =>
      visit(url, { action: 'update', subscription: subscription.id, quantity });

    expect(textOf(await ask('1'))).toContain('This is your current plan.');
    const tooMany = await ask('11');
    expect(tooMany.status).toBe(400);
    expect(textOf(tooMany)).toContain('The quantity must be at most 10.');
    expect((await ask('3')).status).toBe(303);

    expect(await itemOf(town, subscription.id)).toMatchObject({ quantity: 3 });
  });

  it('keeps the plan where the card is refused', async () => {
    const { town, small, big, subscription, enter } = await market();
    const url = await enter();
    await visit(url, { ...CARD, cardNumber: '4000000000000341', action: 'card' });

    const refused = await visit(url, {
      action: 'update',
      subscription: subscription.id,
      price: big.id,
    });

    expect(refused.status).toBe(402);
    expect(alertIn(refused)).toBe('Your card was declined.');
    expect(await itemOf(town, subscription.id)).toMatchObject({ price: { id: small.id } });
  });

  it('is refused what is not offered, and anything where nothing is', async () => {
    const { town, product, subscription, configuration, enter } = await market();
    const { stripe } = town;
    const secret = await stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 1,
      recurring: { interval: 'year' },
    });
    const url = await enter();
    const ask = () =>
      visit(url, { action: 'update', subscription: subscription.id, price: secret.id });
    expect(textOf(await ask())).toContain('This plan is not offered.');

    await stripe.billingPortal.configurations.update(configuration.id, {
      features: { subscription_update: { enabled: false } },
    });
    expect(textOf(await visit(url))).not.toContain('Update plan');
    await ask();

    expect(await itemOf(town, subscription.id)).toMatchObject({ price: { unit_amount: 10_000 } });
  });

  it('gets less only when what is paid for is over, and may think again', async () => {
    const conditions = [
      { type: 'shortening_interval' as const },
      { type: 'decreasing_item_amount' as const },
    ];
    const { town, monthly, small, subscription, enter } = await market({
      schedule_at_period_end: { conditions },
    });
    const url = await enter();
    const query = new URLSearchParams({
      view: 'confirm',
      subscription: subscription.id,
      price: monthly.id,
    });
    expect(textOf(await visit(`${url}?${query}`))).toContain(
      'Your plan changes on November 22, 2027.',
    );
    const ask = () =>
      visit(url, { action: 'update', subscription: subscription.id, price: monthly.id });
    await ask();
    expect(textOf(await visit(url))).toContain('Changes to $10.00 per month on November 22, 2027.');
    await visit(url, { action: 'keep', subscription: subscription.id });
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).schedule).toBeNull();
    await ask();
    expect(await itemOf(town, subscription.id)).toMatchObject({ price: { id: small.id } });

    await town.simulator.advance(366 * DAY);

    expect(await itemOf(town, subscription.id)).toMatchObject({ price: { id: monthly.id } });
    expect(town.simulator.state.invoices.newestFirst()[0]).toMatchObject({ amount_paid: 1_000 });
  });

  it('ends the trial with it, or keeps it, as the account has set', async () => {
    for (const behaviour of ['end_trial', 'continue_trial'] as const) {
      const { town, big, subscription, enter } = await market(
        { trial_update_behavior: behaviour },
        7,
      );
      await visit(await enter(), {
        action: 'update',
        subscription: subscription.id,
        price: big.id,
      });
      const ends = behaviour === 'end_trial';
      expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
        status: ends ? 'active' : 'trialing',
        trial_end: ends ? NOW : NOW + 7 * DAY,
        items: { data: [{ price: { id: big.id } }] },
      });
    }
  });
});
