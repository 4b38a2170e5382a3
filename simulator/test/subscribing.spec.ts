/** Subscriptions that begin by the API: who pays the first invoice, and what becomes of those nobody pays. */
import { describe, expect, it } from 'vitest';
import { CARDS, customerWithCard, giveCard, invoicesOf, seatPrice, startTeam } from './members.js';
import { DAY, HOUR, NOW, startTown } from './support.js';

describe('a subscription by API', () => {
  it('charges the usual card and is active at once', async () => {
    const town = await startTown();
    const price = await seatPrice(town);
    const customer = await customerWithCard(town);
    town.mark();

    const { subscription } = await startTeam(town, { customer, metadata: { team: '7' } }, price);

    expect(subscription).toMatchObject({ status: 'active', metadata: { team: '7' } });
    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice_payment.paid',
      'invoice.paid',
      'invoice.payment_succeeded',
    ]);
    expect(await invoicesOf(town, subscription.id)).toMatchObject([
      { amount_paid: 5000, billing_reason: 'subscription_create' },
    ]);
  });

  it('renews and charges month after month like one from Checkout', async () => {
    const town = await startTown();
    const { subscription } = await startTeam(town);

    await town.simulator.advance(62 * DAY);

    const paid = (await invoicesOf(town, subscription.id)).map((invoice) => invoice.amount_paid);
    expect(paid).toEqual([5000, 5000, 5000]);
  });

  it('begins with a trial that is free, and converts', async () => {
    const town = await startTown();
    const { subscription } = await startTeam(town, { trial_period_days: 7 });
    expect(subscription).toMatchObject({ status: 'trialing', trial_end: NOW + 7 * DAY });

    await town.simulator.advance(7 * DAY + HOUR);

    const paid = (await invoicesOf(town, subscription.id)).map((invoice) => invoice.amount_paid);
    expect(paid).toEqual([5000, 0]);
  });

  it('may be made with a price of its own, which is not for sale', async () => {
    const town = await startTown();
    const { product } = await seatPrice(town);
    const subscription = await town.stripe.subscriptions.create({
      customer: await customerWithCard(town),
      items: [
        {
          price_data: {
            currency: 'usd',
            product: product as string,
            recurring: { interval: 'year' },
            unit_amount: 7700,
          },
        },
      ],
    });

    expect(subscription.items.data).toMatchObject([
      { quantity: 1, price: { unit_amount: 7700, active: false } },
    ]);
  });

  it('may have its end set with its beginning', async () => {
    const town = await startTown();
    const { subscription } = await startTeam(town, { cancel_at_period_end: true });
    const [item] = subscription.items.data;
    expect(subscription).toMatchObject({
      cancel_at_period_end: true,
      cancel_at: item?.current_period_end,
    });

    await town.simulator.advance(32 * DAY);

    expect(await invoicesOf(town, subscription.id)).toHaveLength(1);
  });

  it('is sent an invoice where the customer pays by themselves', async () => {
    const town = await startTown();
    const { subscription } = await startTeam(town, {
      collection_method: 'send_invoice',
      days_until_due: 30,
    });

    expect(subscription).toMatchObject({ status: 'active', days_until_due: 30 });
    expect(await invoicesOf(town, subscription.id)).toMatchObject([
      { status: 'open', amount_due: 5000, due_date: NOW + 30 * DAY },
    ]);
    expect(town.happened()).toContain('invoice.sent');
    expect((await town.stripe.charges.list()).data).toEqual([]);
  });

  it('takes up what was waiting to be billed', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town);
    await town.stripe.invoiceItems.create({ customer, amount: 700, currency: 'usd' });

    const { subscription } = await startTeam(town, { customer });

    expect(await invoicesOf(town, subscription.id)).toMatchObject([{ amount_paid: 5700 }]);
  });
});

describe('a first payment that fails', () => {
  it('leaves the subscription incomplete until another card pays', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town, CARDS.declinesLater);
    const { subscription } = await startTeam(town, { customer });
    expect(subscription.status).toBe('incomplete');
    expect(await invoicesOf(town, subscription.id)).toMatchObject([
      { status: 'open', attempt_count: 1, next_payment_attempt: null },
    ]);
    await giveCard(town, customer, CARDS.works);

    await town.stripe.invoices.pay(subscription.latest_invoice as string);

    const paid = await town.stripe.subscriptions.retrieve(subscription.id);
    expect(paid.status).toBe('active');
    await town.simulator.advance(2 * DAY);
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  });

  it('expires the subscription after 23 hours, and its invoice is void', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town, CARDS.declinesLater);
    const { subscription } = await startTeam(town, { customer });
    await town.simulator.advance(23 * HOUR - 1);
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).status).toBe('incomplete');
    town.mark();

    await town.simulator.advance(1);

    expect(town.happened()).toEqual(['customer.subscription.updated', 'invoice.voided']);
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).status).toBe(
      'incomplete_expired',
    );
  });

  it('leaves no subscription where the caller wants an error', async () => {
    const town = await startTown();
    const price = await seatPrice(town);
    const customer = await customerWithCard(town, CARDS.declinesLater);
    town.mark();

    await expect(
      startTeam(town, { customer, payment_behavior: 'error_if_incomplete' }, price),
    ).rejects.toMatchObject({ statusCode: 402, code: 'card_declined' });

    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
    expect((await town.stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
    expect((await town.stripe.invoices.list()).data).toEqual([]);
  });

  it('asks for 3-D Secure without counting it as refused', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town, CARDS.wants3DSecure);
    const { subscription } = await startTeam(town, { customer });

    expect(subscription.status).toBe('incomplete');
    expect(town.happened()).toContain('invoice.payment_action_required');
    expect(town.happened()).not.toContain('invoice.payment_failed');
  });

  it('is prepared for a page to confirm, where the caller wants that', async () => {
    const town = await startTown();
    const price = await seatPrice(town);
    const { id: customer } = await town.stripe.customers.create();

    const { subscription } = await startTeam(
      town,
      {
        customer,
        payment_behavior: 'default_incomplete',
        expand: ['latest_invoice.confirmation_secret'],
      },
      price,
    );

    expect(subscription).toMatchObject({
      status: 'incomplete',
      latest_invoice: { status: 'open', confirmation_secret: { type: 'payment_intent' } },
    });
  });

  it('keeps the card that pays in the end, where it is told to', async () => {
    const town = await startTown();
    const customer = await customerWithCard(town, CARDS.declinesLater);
    const { subscription } = await startTeam(town, {
      customer,
      payment_settings: { save_default_payment_method: 'on_subscription' },
    });
    const card = await town.stripe.paymentMethods.attach(CARDS.works, { customer });

    await town.stripe.invoices.pay(subscription.latest_invoice as string, {
      payment_method: card.id,
    });

    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
      default_payment_method: card.id,
    });
  });

  it('is impossible without a card, and says so', async () => {
    const town = await startTown();
    const price = await seatPrice(town);
    const { id: customer } = await town.stripe.customers.create();

    await expect(startTeam(town, { customer }, price)).rejects.toThrow(
      /no attached payment source/,
    );
    expect((await town.stripe.subscriptions.list({ status: 'all' })).data).toEqual([]);
  });
});

describe('what a subscription cannot be made of', () => {
  it.each([
    ['nothing', []],
    ['the same price twice', ['monthly', 'monthly']],
    ['two intervals', ['monthly', 'yearly']],
    ['two currencies', ['monthly', 'euro']],
    ['what is sold once', ['once']],
    ['what is no longer sold', ['archived']],
  ])('%s', async (_what, names) => {
    const town = await startTown();
    const customer = await customerWithCard(town);
    const archived = await seatPrice(town, { active: false });
    const prices: Record<string, string> = {
      monthly: (await seatPrice(town)).id,
      yearly: (await seatPrice(town, { recurring: { interval: 'year' } })).id,
      euro: (await seatPrice(town, { currency: 'eur' })).id,
      once: (await seatPrice(town, { recurring: undefined })).id,
      archived: archived.id,
    };
    const items = names.map((name) => ({ price: prices[name] ?? '' }));

    await expect(town.stripe.subscriptions.create({ customer, items })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
