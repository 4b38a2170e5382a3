/** Opening a Checkout Session: what may be asked of it, and what is refused. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, NOW, openSession, sellablePrice, startTown, startTrial } from './support.js';

describe('opening a session', () => {
  const refusals: [string, Partial<Stripe.Checkout.SessionCreateParams>, string][] = [
    [
      'an inactive price',
      { line_items: [{ price: 'inactive', quantity: 1 }] },
      'line_items[0][price]',
    ],
    ['an expiry too soon', { expires_at: NOW + 60 }, 'expires_at'],
    [
      'a one-time price in a subscription',
      { line_items: [{ price: 'once', quantity: 1 }] },
      'line_items',
    ],
    [
      'a trial end within two days',
      { subscription_data: { trial_end: NOW + DAY } },
      'subscription_data[trial_end]',
    ],
    ['an unknown customer', { customer: 'cus_nobody' }, 'customer'],
  ];

  it.each(refusals)('refuses %s', async (_what, changes, param) => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const inactive = await sellablePrice(town.stripe, { active: false });
    const once = await sellablePrice(town.stripe, { recurring: undefined });
    const named: Record<string, string> = { inactive: inactive.id, once: once.id };
    const items = changes.line_items?.map((item) => ({ ...item, price: named[item.price ?? ''] }));

    const opening = openSession(town.stripe, price.id, {
      ...changes,
      ...(items ? { line_items: items } : {}),
    });

    await expect(opening).rejects.toMatchObject({ statusCode: 400, param });
  });

  it('refuses a second currency to a customer who pays in another', async () => {
    const town = await startTown();
    const { customer } = await startTrial(town);
    const euros = await sellablePrice(town.stripe, { currency: 'eur' });

    await expect(openSession(town.stripe, euros.id, { customer })).rejects.toThrow(
      /cannot combine currencies/,
    );
  });
});
