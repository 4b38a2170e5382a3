/** Payments, cards and charges made through the API alone, without Checkout. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { sellablePrice, startTown } from './support.js';

const PAYMENT = { amount: 2000, currency: 'usd', payment_method_types: ['card'] };
const PAID: Stripe.PaymentIntentCreateParams = {
  ...PAYMENT,
  confirm: true,
  payment_method: 'pm_card_visa',
};

describe('a payment', () => {
  it('is made at once when it is confirmed with a card', async () => {
    const town = await startTown();
    const intent = await town.stripe.paymentIntents.create(PAID);
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2000 });
    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ]);
    const balance = await town.stripe.balance.retrieve();
    expect(balance.available).toMatchObject([{ amount: 2000, currency: 'usd' }]);
  });

  it('waits for a card, takes one that is declined, and then one that works', async () => {
    const { stripe } = await startTown();
    const { id, status } = await stripe.paymentIntents.create(PAYMENT);
    expect(status).toBe('requires_payment_method');
    await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    const declined = stripe.paymentIntents.confirm(id, {
      payment_method: 'pm_card_chargeDeclined',
    });
    await expect(declined).rejects.toMatchObject({
      type: 'StripeCardError',
      decline_code: 'generic_decline',
      payment_intent: { id, status: 'requires_payment_method' },
    });
    const paid = await stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' });
    expect(paid.status).toBe('succeeded');
  });

  it('that is only held can be taken in part, and no more than that', async () => {
    const town = await startTown();
    const held = await town.stripe.paymentIntents.create({ ...PAID, capture_method: 'manual' });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2000 });
    await expect(
      town.stripe.paymentIntents.capture(held.id, { amount_to_capture: 2001 }),
    ).rejects.toMatchObject({ code: 'amount_too_large' });
    const taken = await town.stripe.paymentIntents.capture(held.id, { amount_to_capture: 1500 });
    expect(taken).toMatchObject({ status: 'succeeded', amount_received: 1500 });
    expect(await town.stripe.charges.retrieve(taken.latest_charge as string)).toMatchObject({
      captured: true,
      amount_captured: 1500,
      amount_refunded: 500,
    });
    expect(town.happened()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.amount_capturable_updated',
      'charge.captured',
      'payment_intent.succeeded',
    ]);
  });

  it('that is only held goes back when it is canceled, and cannot be confirmed again', async () => {
    const { stripe } = await startTown();
    const held = await stripe.paymentIntents.create({ ...PAID, capture_method: 'manual' });
    const canceled = await stripe.paymentIntents.cancel(held.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(canceled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'requested_by_customer',
      amount_capturable: 0,
    });
    const charge = await stripe.charges.retrieve(held.latest_charge as string);
    expect(charge).toMatchObject({ captured: false, refunded: true });
    await expect(stripe.paymentIntents.confirm(held.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
  });

  it('asks for 3-D Secure, and goes through when its page is answered', async () => {
    const { stripe } = await startTown();
    const waiting = await stripe.paymentIntents.create({
      ...PAID,
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'https://town.test/paid',
    });
    expect(waiting.status).toBe('requires_action');
    const page = waiting.next_action?.redirect_to_url?.url ?? '';
    const answer = await fetch(page, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'answer=complete',
    });
    expect(answer.headers.get('location')).toBe(
      `https://town.test/paid?payment_intent=${waiting.id}&redirect_status=succeeded`,
    );
    expect((await stripe.paymentIntents.retrieve(waiting.id)).status).toBe('succeeded');
  });

  it('fails where the bank wants 3-D Secure and nobody is there', async () => {
    const { stripe } = await startTown();
    const alone = stripe.paymentIntents.create({
      ...PAID,
      off_session: true,
      payment_method: 'pm_card_authenticationRequired',
    });
    await expect(alone).rejects.toMatchObject({ code: 'authentication_required' });
  });

  it('that an invoice waits for pays the invoice, and goes only with it', async () => {
    const { stripe } = await startTown();
    const price = await sellablePrice(stripe);
    const subscription = await stripe.subscriptions.create({
      customer: (await stripe.customers.create({})).id,
      items: [{ price: price.id }],
      payment_behavior: 'default_incomplete',
    });
    const invoice = subscription.latest_invoice as string;
    const [link] = (await stripe.invoicePayments.list({ invoice })).data;
    const intent = link?.payment.payment_intent as string;
    await expect(stripe.paymentIntents.cancel(intent)).rejects.toThrow('void the invoice');
    await expect(
      stripe.paymentIntents.confirm(intent, { payment_method: 'pm_card_chargeDeclined' }),
    ).rejects.toMatchObject({ type: 'StripeCardError' });
    const { status } = await stripe.paymentIntents.confirm(intent, {
      payment_method: 'pm_card_visa',
    });
    expect(status).toBe('succeeded');
    expect((await stripe.invoices.retrieve(invoice)).status).toBe('paid');
    expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active');
  });

  it('is refused a card that is somebody else’s, and a parameter nobody knows', async () => {
    const { stripe } = await startTown();
    const mira = await stripe.customers.create({ payment_method: 'pm_card_visa' });
    const [card] = (await stripe.customers.listPaymentMethods(mira.id)).data;
    const stolen = stripe.paymentIntents.create({ ...PAID, payment_method: card?.id });
    await expect(stolen).rejects.toMatchObject({ code: 'resource_missing' });
    const unknown = { ...PAID, wallet: 'blue' };
    await expect(stripe.paymentIntents.create(unknown)).rejects.toMatchObject({
      code: 'parameter_unknown',
    });
  });
});

describe('a card', () => {
  it('is set up for its customer, and charged later without them', async () => {
    const { stripe } = await startTown();
    const customer = (await stripe.customers.create({})).id;
    const setup = await stripe.setupIntents.create({
      customer,
      confirm: true,
      payment_method: 'pm_card_visa',
    });
    expect(setup.status).toBe('succeeded');
    const paid = await stripe.paymentIntents.create({
      ...PAID,
      customer,
      off_session: true,
      payment_method: setup.payment_method as string,
    });
    expect(paid.status).toBe('succeeded');
  });

  it('that is declined is not set up, and a set-up can be given up', async () => {
    const town = await startTown();
    const refused = town.stripe.setupIntents.create({
      confirm: true,
      payment_method: 'pm_card_chargeDeclined',
    });
    await expect(refused).rejects.toMatchObject({ type: 'StripeCardError' });
    const { id } = await town.stripe.setupIntents.create({});
    expect((await town.stripe.setupIntents.cancel(id)).status).toBe('canceled');
    await expect(town.stripe.setupIntents.confirm(id)).rejects.toMatchObject({
      code: 'setup_intent_unexpected_state',
    });
    expect(town.happened()).toEqual([
      'setup_intent.created',
      'setup_intent.setup_failed',
      'setup_intent.created',
      'setup_intent.canceled',
    ]);
  });

  it('comes from a token or a number, and keeps what is changed about it', async () => {
    const { stripe } = await startTown();
    const card = await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_amex' } });
    expect(card.card).toMatchObject({ brand: 'amex', last4: '0005' });
    const typed = await stripe.paymentMethods.create({
      type: 'card',
      card: { number: '4242424242424242', exp_month: 12, exp_year: 2034 },
    });
    await expect(stripe.paymentMethods.update(typed.id, { metadata: { a: 'b' } })).rejects.toThrow(
      'save this PaymentMethod',
    );
    const customer = (await stripe.customers.create({})).id;
    await stripe.paymentMethods.attach(typed.id, { customer });
    const changed = await stripe.paymentMethods.update(typed.id, {
      billing_details: { name: 'Mira' },
      card: { exp_year: 2040 },
    });
    expect(changed).toMatchObject({ billing_details: { name: 'Mira' }, card: { exp_year: 2040 } });
  });

  it('of a name nobody knows does not exist', async () => {
    const { stripe } = await startTown();
    const unknown = stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_moon' });
    await expect(unknown).rejects.toMatchObject({ code: 'resource_missing' });
    await expect(
      stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_moon' } }),
    ).rejects.toMatchObject({ code: 'resource_missing' });
  });
});

describe('a charge without an intent', () => {
  it('takes a token once, and a customer’s source as often as it likes', async () => {
    const { stripe } = await startTown();
    const once = await stripe.charges.create({ amount: 500, currency: 'usd', source: 'tok_visa' });
    expect(once).toMatchObject({ paid: true, captured: true, payment_intent: null });
    const { id: customer, default_source: source } = await stripe.customers.create({
      source: 'tok_visa',
    });
    const again = await stripe.charges.create({ amount: 700, currency: 'usd', customer });
    expect(again.payment_method).toBe(source);
    await stripe.customers.deleteSource(customer, source as string);
    await expect(
      stripe.charges.create({ amount: 700, currency: 'usd', customer }),
    ).rejects.toMatchObject({ code: 'missing' });
  });

  it('is held, taken later and refunded, but not before it is taken', async () => {
    const { stripe } = await startTown();
    const { id } = await stripe.charges.create({
      amount: 500,
      capture: false,
      currency: 'usd',
      source: 'tok_visa',
    });
    await expect(stripe.refunds.create({ charge: id })).rejects.toThrow('not been captured');
    expect((await stripe.charges.capture(id)).captured).toBe(true);
    await expect(stripe.charges.capture(id)).rejects.toMatchObject({
      code: 'charge_already_captured',
    });
    expect((await stripe.refunds.create({ charge: id })).amount).toBe(500);
  });

  it('that is declined leaves the charge that failed', async () => {
    const { stripe } = await startTown();
    const declined = stripe.charges.create({
      amount: 500,
      currency: 'usd',
      source: 'tok_chargeDeclinedInsufficientFunds',
    });
    await expect(declined).rejects.toMatchObject({ decline_code: 'insufficient_funds' });
    expect((await stripe.charges.list()).data).toMatchObject([{ status: 'failed', paid: false }]);
  });
});

describe('a dispute', () => {
  it('that only asks takes no money, and is answered with evidence', async () => {
    const town = await startTown();
    await town.stripe.paymentIntents.create({
      ...PAID,
      payment_method: 'pm_card_createDisputeInquiry',
    });
    const [inquiry] = (await town.stripe.disputes.list()).data;
    expect(inquiry?.status).toBe('warning_needs_response');
    expect(town.happened()).not.toContain('charge.dispute.funds_withdrawn');
    const answered = await town.stripe.disputes.update(inquiry?.id ?? '', {
      evidence: { customer_name: 'Mira' },
    });
    expect(answered).toMatchObject({
      status: 'warning_under_review',
      evidence: { customer_name: 'Mira' },
    });
    const closed = await town.stripe.disputes.close(answered.id);
    expect(closed.status).toBe('warning_closed');
  });
});
