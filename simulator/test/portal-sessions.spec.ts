/** Portal sessions that are made for one purpose, and what a configuration may offer. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { CARD, textOf, visit } from './browsing.js';
import { itemOf, market } from './market.js';
import { startTown } from './support.js';

describe('a portal session for one purpose', () => {
  it('takes a card that wants 3-D Secure, and then leads where it was told to', async () => {
    const { enter } = await market();
    const url = await enter({
      type: 'payment_method_update',
      after_completion: { type: 'redirect', redirect: { return_url: 'https://town.test/done' } },
    });
    const bank = await visit(url, { ...CARD, cardNumber: '4000002500003155', action: 'card' });
    const page = new URL(bank.location ?? '', url).href;
    expect((await visit(page)).policy).toContain('https://town.test');
    const answer = await visit(page, { answer: 'complete' });
    expect(answer.location).toBe('https://town.test/done');
  });

  it('begins with the choice of a plan', async () => {
    const { subscription, enter } = await market();
    const url = await enter({
      type: 'subscription_update',
      subscription_update: { subscription: subscription.id },
    });
    expect((await visit(url)).html).toContain('Update your plan</h1>');
  });

  it('asks only for the confirmation, and leads where it was told to', async () => {
    const { town, big, subscription, enter } = await market();
    const item = subscription.items.data[0]?.id ?? '';
    const url = await enter({
      type: 'subscription_update_confirm',
      subscription_update_confirm: {
        subscription: subscription.id,
        items: [{ id: item, price: big.id, quantity: 2 }],
      },
      after_completion: { type: 'redirect', redirect: { return_url: 'https://town.test/done' } },
    });
    const page = await visit(url);
    expect(textOf(page)).toContain('Paper × 2 $600.00 per year You pay $500.00 today.');
    expect(page.policy).toContain('https://town.test');

    const answer = await visit(url, {
      action: 'update',
      subscription: subscription.id,
      price: big.id,
      quantity: '2',
    });

    expect(answer.location).toBe('https://town.test/done');
    expect(await itemOf(town, subscription.id)).toMatchObject({ quantity: 2 });
  });

  it('ends on a page with the words it was given', async () => {
    const { subscription, enter } = await market();
    const url = await enter({
      type: 'subscription_cancel',
      subscription_cancel: { subscription: subscription.id },
      after_completion: {
        type: 'hosted_confirmation',
        hosted_confirmation: { custom_message: 'We will miss you.' },
      },
    });
    const answer = await visit(url, { action: 'cancel', subscription: subscription.id });
    expect(textOf(await visit(new URL(answer.location ?? '', url).href))).toContain(
      'We will miss you.',
    );
  });

  it('is refused where its feature is off or its subscription is a stranger’s', async () => {
    const { town, configuration, enter } = await market();
    await expect(
      enter({ type: 'subscription_update', subscription_update: { subscription: 'sub_other' } }),
    ).rejects.toMatchObject({ code: 'resource_missing' });
    await town.stripe.billingPortal.configurations.update(configuration.id, {
      features: { payment_method_update: { enabled: false } },
    });
    await expect(enter({ type: 'payment_method_update' })).rejects.toMatchObject({
      param: 'flow_data[type]',
    });
  });
});

describe('a configuration', () => {
  it.each([
    ['pausing', { subscription_pause: { enabled: true } }],
    [
      'promotion codes',
      { subscription_update: { enabled: false, default_allowed_updates: ['promotion_code'] } },
    ],
    ['plans without products', { subscription_update: { enabled: true } }],
    [
      'prices of another product',
      {
        subscription_update: {
          enabled: true,
          default_allowed_updates: ['price'],
          products: [{ product: 'prod_x', prices: ['price_x'] }],
        },
      },
    ],
  ] satisfies [string, Stripe.BillingPortal.ConfigurationCreateParams.Features][])(
    'is refused with %s',
    async (_what, features) => {
      const town = await startTown();
      await expect(
        town.stripe.billingPortal.configurations.create({ features }),
      ).rejects.toMatchObject({ statusCode: 400 });
    },
  );
});
