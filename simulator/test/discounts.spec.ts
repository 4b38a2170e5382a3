/** Discounts: redeemed in Checkout and by API, taken off invoices for as long as they last, and ended. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { DAY, NOW, openSession, sellablePrice, startTown, TRIAL, type Town } from './support.js';
import { code } from './offers.js';

async function subscriptionOf(town: Town, session: Stripe.Checkout.Session) {
  const [subscription] = (
    await town.stripe.subscriptions.list({
      customer: session.customer as string,
      expand: ['data.discounts', 'data.latest_invoice'],
    })
  ).data;
  if (!subscription) throw new Error('No subscription');
  return subscription;
}

async function redeemed(
  town: Town,
  coupon: Stripe.CouponCreateParams,
  more: Partial<Stripe.Checkout.SessionCreateParams> = {},
  price: Partial<Stripe.PriceCreateParams> = {},
) {
  const { id } = await sellablePrice(town.stripe, price);
  const { id: promotion } = await code(town, coupon);
  const session = await openSession(town.stripe, id, { allow_promotion_codes: true, ...more });
  const answer = await town.pay(session.id, '4242424242424242', { promotionCode: 'spring' });
  expect(answer.status).toBe(200);
  return { session, promotion, subscription: await subscriptionOf(town, session) };
}

/** What each invoice came to, the oldest first. */
async function totals(town: Town): Promise<number[]> {
  const invoices = await town.stripe.invoices.list({ limit: 100 });
  return invoices.data.map(({ total }) => total).reverse();
}

describe('a Checkout with everything off', () => {
  it('asks for a card, charges nothing, and is told as Stripe tells it', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const { id: promotion } = await code(town, {
      id: 'FREE',
      percent_off: 100,
      duration: 'forever',
    });
    const session = await openSession(town.stripe, price.id, { allow_promotion_codes: true });
    town.mark();

    await town.pay(session.id, '4242424242424242', { promotionCode: 'SPRING' });

    expect(town.happened()).toEqual([
      'setup_intent.created',
      'setup_intent.succeeded',
      'payment_method.attached',
      'customer.discount.created',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
      'checkout.session.completed',
    ]);
    expect(await town.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      payment_status: 'no_payment_required',
      amount_subtotal: 30_000,
      amount_total: 0,
      total_details: { amount_discount: 30_000 },
      discounts: [{ coupon: 'FREE', promotion_code: promotion }],
    });
    const subscription = await subscriptionOf(town, session);
    expect(subscription).toMatchObject({
      status: 'active',
      discounts: [
        {
          object: 'discount',
          checkout_session: session.id,
          promotion_code: promotion,
          source: { type: 'coupon', coupon: 'FREE' },
          end: null,
        },
      ],
      latest_invoice: { subtotal: 30_000, total: 0, amount_paid: 0, status: 'paid' },
    });
    expect(await town.stripe.coupons.retrieve('FREE')).toMatchObject({ times_redeemed: 1 });
    expect(await town.stripe.promotionCodes.retrieve(promotion)).toMatchObject({
      times_redeemed: 1,
    });
  });
});

describe('a discount', () => {
  it('for one invoice is not used up by a trial, and is gone after the year it was for', async () => {
    const town = await startTown();
    const { subscription } = await redeemed(town, { percent_off: 20, duration: 'once' }, TRIAL);
    await town.simulator.advance(8 * DAY);
    expect(await totals(town)).toEqual([0, 24_000]);
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).discounts).toHaveLength(1);
    town.mark();

    await town.simulator.advance(367 * DAY);

    expect(await totals(town)).toEqual([0, 24_000, 30_000]);
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([]);
    expect(town.happened()).toContain('customer.discount.deleted');
  });

  it('for some months reduces the invoices of those months', async () => {
    const town = await startTown();
    const { subscription } = await redeemed(
      town,
      { amount_off: 500, currency: 'usd', duration: 'repeating', duration_in_months: 3 },
      {},
      { recurring: { interval: 'month' }, unit_amount: 2_000 },
    );
    expect(subscription.discounts).toMatchObject([{ start: NOW, end: NOW + 92 * DAY }]);

    await town.simulator.advance(130 * DAY);

    expect(await totals(town)).toEqual([1_500, 1_500, 1_500, 2_000, 2_000]);
  });

  it('for good is named on every invoice and its lines', async () => {
    const town = await startTown();
    const { session, subscription } = await redeemed(town, {
      percent_off: 33.33,
      duration: 'forever',
    });
    await town.simulator.advance(367 * DAY);

    expect(await totals(town)).toEqual([20_001, 20_001]);
    const discount = (subscription.discounts[0] as Stripe.Discount).id;
    const invoice = (await town.stripe.invoices.list({ limit: 1 })).data[0];
    expect(invoice).toMatchObject({
      subtotal: 30_000,
      total_excluding_tax: 20_001,
      amount_due: 20_001,
      discounts: [discount],
      total_discount_amounts: [{ amount: 9_999, discount }],
      lines: { data: [{ amount: 30_000, discount_amounts: [{ amount: 9_999, discount }] }] },
    });
    const after = await town.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items'],
    });
    expect(after).toMatchObject({
      amount_total: 20_001,
      line_items: { data: [{ amount_discount: 9_999, amount_total: 20_001 }] },
    });
  });

  it('can be taken off, once, and stays what it was when its coupon is deleted', async () => {
    const town = await startTown();
    const { subscription } = await redeemed(town, {
      id: 'GONE',
      percent_off: 50,
      duration: 'forever',
    });
    await town.stripe.coupons.del('GONE');
    await town.simulator.advance(367 * DAY);
    expect(await totals(town)).toEqual([15_000, 15_000]);
    const expanded = await town.stripe.subscriptions.retrieve(subscription.id, {
      expand: ['discounts.source.coupon'],
    });
    expect(expanded.discounts).toMatchObject([
      { source: { coupon: { id: 'GONE', valid: false } } },
    ]);
    town.mark();

    const deleted = await town.stripe.subscriptions.deleteDiscount(subscription.id);

    expect(deleted).toMatchObject({ object: 'discount', deleted: true });
    expect(town.happened()).toEqual(['customer.subscription.updated', 'customer.discount.deleted']);
    await expect(town.stripe.subscriptions.deleteDiscount(subscription.id)).rejects.toMatchObject({
      statusCode: 404,
    });
    await expect(
      town.stripe.customers.deleteDiscount(subscription.customer as string),
    ).rejects.toMatchObject({ statusCode: 404 });
    expect((await town.stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([]);
  });

  it('takes an amount off several lines to the last cent', async () => {
    const town = await startTown();
    const [one, two] = await Promise.all([
      sellablePrice(town.stripe, { unit_amount: 333 }),
      sellablePrice(town.stripe, { unit_amount: 667 }),
    ]);
    await town.stripe.coupons.create({ id: 'TEN', amount_off: 10, currency: 'usd' });
    const session = await openSession(town.stripe, one.id, {
      line_items: [
        { price: one.id, quantity: 1 },
        { price: two.id, quantity: 1 },
      ],
      discounts: [{ coupon: 'TEN' }],
    });
    await town.pay(session.id);

    const { latest_invoice: invoice } = await subscriptionOf(town, session);
    expect(invoice).toMatchObject({
      total: 990,
      lines: {
        data: [{ discount_amounts: [{ amount: 4 }] }, { discount_amounts: [{ amount: 6 }] }],
      },
    });
  });
});

describe('a Checkout Session', () => {
  it('has a discount or a box for a code, and one discount only', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    await town.stripe.coupons.create({ id: 'A', percent_off: 5 });
    await expect(
      openSession(town.stripe, price.id, {
        discounts: [{ coupon: 'A' }],
        allow_promotion_codes: true,
      }),
    ).rejects.toMatchObject({ code: 'parameters_exclusive' });
    await expect(
      openSession(town.stripe, price.id, { discounts: [{ coupon: 'A' }, { coupon: 'A' }] }),
    ).rejects.toMatchObject({ param: 'discounts' });
    await expect(
      openSession(town.stripe, price.id, { discounts: [{ coupon: 'B' }] }),
    ).rejects.toMatchObject({ code: 'resource_missing', param: 'discounts[0][coupon]' });
  });

  it('refuses a code that was used up while its page was open', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    await code(town, { percent_off: 50, max_redemptions: 1 });
    const first = await openSession(town.stripe, price.id, { allow_promotion_codes: true });
    const second = await openSession(town.stripe, price.id, { allow_promotion_codes: true });

    expect((await town.pay(first.id, undefined, { promotionCode: 'SPRING' })).status).toBe(200);
    const refused = await town.pay(second.id, undefined, { promotionCode: 'SPRING' });

    expect(refused.status).toBe(400);
    expect(refused.body['error']?.['message']).toBe('This code has been used up.');
    expect(town.simulator.state.subscriptions.size).toBe(1);
  });

  it('sells a single payment with a discount, too', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe, { recurring: undefined });
    await town.stripe.coupons.create({ id: 'HALF', percent_off: 50 });
    const session = await openSession(town.stripe, price.id, {
      mode: 'payment',
      discounts: [{ coupon: 'HALF' }],
    });
    await town.pay(session.id);

    const after = await town.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(after).toMatchObject({ amount_total: 15_000, payment_intent: { amount: 15_000 } });
    expect(await town.stripe.coupons.retrieve('HALF')).toMatchObject({ times_redeemed: 1 });
  });
});

describe('a subscription made or changed by API', () => {
  it('takes discounts, keeps those it is told to keep, and loses the rest', async () => {
    const town = await startTown();
    const { stripe } = town;
    const { subscription: first } = await redeemed(town, { percent_off: 10, duration: 'forever' });
    for (const id of ['A', 'B']) {
      await stripe.coupons.create({ id, percent_off: 10, duration: 'forever' });
    }
    const made = await stripe.subscriptions.create({
      customer: first.customer as string,
      items: [{ price: first.items.data[0]?.price.id ?? '' }],
      default_payment_method: first.default_payment_method as string,
      discounts: [{ coupon: 'A' }, { coupon: 'B' }],
      expand: ['latest_invoice'],
    });
    expect(made.latest_invoice).toMatchObject({ total: 24_300, amount_paid: 24_300 });
    const [kept, lost] = made.discounts as string[];

    const changed = await stripe.subscriptions
      .update(made.id, {
        discounts: [{ discount: kept ?? '' }, { promotion_code: 'promo_none' }],
      })
      .catch((error: unknown) => error);
    expect(changed).toMatchObject({ code: 'resource_missing' });
    town.mark();
    const after = await stripe.subscriptions.update(made.id, {
      discounts: [{ discount: kept ?? '' }],
    });

    expect(after.discounts).toEqual([kept]);
    expect(town.happened()).toEqual(['customer.discount.deleted', 'customer.subscription.updated']);
    const [told] = (await stripe.events.list({ type: 'customer.discount.deleted' })).data;
    expect(told?.data.object).toMatchObject({ id: lost });
    expect((await stripe.subscriptions.update(made.id, { discounts: '' })).discounts).toEqual([]);
  });
});
