/** The pages as a person without JavaScript meets them: read, filled in, refused, and left behind. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { alertIn, CARD, textOf, visit } from './browsing.js';
import {
  DAY,
  HOUR,
  NOW,
  openSession,
  sellablePrice,
  startTown,
  startTrial,
  TRIAL,
  type Town,
} from './support.js';

async function open(town: Town, changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const price = await sellablePrice(town.stripe);
  const session = await openSession(town.stripe, price.id, { ...TRIAL, ...changes });
  return { session, url: session.url ?? '' };
}

describe('the Checkout page', () => {
  it('says what is bought, what it costs and when, and needs no script', async () => {
    const town = await startTown();
    const { url } = await open(town);

    const page = await visit(url);

    expect(page.status).toBe(200);
    for (const text of [
      '7 days free, then $300.00 per year',
      'Total due today $0.00',
      'mira@town.test',
      '<label for="cardNumber">Card number</label>',
      'Start trial',
      'href="https://town.test/plans"',
    ]) {
      expect(`${page.html} ${textOf(page)}`).toContain(text);
    }
    expect(page.html).not.toMatch(/<script|style=|promotionCode|id="terms"/);
    expect(page.policy).toContain("form-action 'self' https://town.test");
    expect((await visit(new URL('/assets/simulator.css', url).href)).html).toContain(
      'prefers-color-scheme',
    );
  });

  it('brings the member back with the id of the session, after the server has heard of it', async () => {
    const town = await startTown();
    const { session, url } = await open(town);

    const answer = await visit(url, CARD);

    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`https://town.test/welcome?session_id=${session.id}`);
    expect(town.receiver.types()).toContain('checkout.session.completed');
    const again = await visit(url);
    expect(again.html).toContain('You are all done here');
    expect((await visit(url, CARD)).location).toBe(answer.location);
    expect((await town.stripe.subscriptions.list()).data).toHaveLength(1);
  });

  it('says why a card was refused, keeps the rest and forgets the number', async () => {
    const town = await startTown();
    const { url } = await open(town);

    const refused = await visit(url, { ...CARD, cardNumber: '4000000000000002' });

    expect(refused.status).toBe(402);
    expect(alertIn(refused)).toBe('Your card was declined.');
    expect(refused.html).toContain('value="Mira Holm"');
    expect(refused.html).toContain('value="12 / 34"');
    expect(refused.html).not.toContain('4000000000000002');
    expect((await visit(url, CARD)).status).toBe(303);
  });

  it.each([
    ['a mistyped number', { cardNumber: '4242 4242 4242 4241' }, 'Your card number is incorrect.'],
    ['a date in the past', { cardExpiry: '01/20' }, "Your card's expiration year is in the past."],
    ['no security code', { cardCvc: '' }, "Your card's security code is incomplete or invalid."],
  ])('catches %s before the bank is asked', async (_what, changes, message) => {
    const town = await startTown();
    const { url } = await open(town);
    town.mark();

    const answer = await visit(url, { ...CARD, ...changes });

    expect(answer.status).toBe(400);
    expect(alertIn(answer)).toBe(message);
    expect(town.happened()).toEqual([]);
  });

  it('asks for the terms and offers a code only where it was told to', async () => {
    const town = await startTown();
    const { url } = await open(town, {
      allow_promotion_codes: true,
      consent_collection: { terms_of_service: 'required' },
    });

    expect(alertIn(await visit(url, CARD))).toBe('Please accept the terms of service to continue.');
    const tried = await visit(url, {
      ...CARD,
      action: 'apply',
      promotionCode: 'FREE',
      terms: 'yes',
    });
    expect(alertIn(tried)).toBe('This code is invalid.');
    expect(tried.html).toContain('checked');
    expect((await visit(url, { ...CARD, terms: 'yes' })).status).toBe(303);
  });

  it('lets the member choose a quantity within its bounds', async () => {
    const town = await startTown();
    const price = await sellablePrice(town.stripe);
    const { url } = await open(town, {
      line_items: [
        { price: price.id, quantity: 5, adjustable_quantity: { enabled: true, maximum: 10 } },
      ],
    });
    const name = /name="(quantity\[li_[^"]+\])"/.exec((await visit(url)).html)?.[1] ?? '';

    const updated = await visit(url, { [name]: '8', action: 'update' });
    expect(updated.html).toContain('$2,400.00 per year');
    await visit(url, { ...CARD, [name]: '99' });

    const [subscription] = (await town.stripe.subscriptions.list()).data;
    expect(subscription?.items.data[0]?.quantity).toBe(10);
  });

  it('goes through the bank page of 3-D Secure, and comes back when that fails', async () => {
    const town = await startTown();
    const { session, url } = await open(town);
    const toBank = await visit(url, { ...CARD, cardNumber: '4000002500003155' });
    const bank = new URL(toBank.location ?? '', url).href;
    expect((await visit(bank)).html).toMatch(/value="complete">Complete[^]*value="fail">Fail/);

    const back = await visit(bank, { answer: 'fail' });
    expect(back.location).toContain(`/c/pay/${session.id}`);
    expect(alertIn(await visit(new URL(back.location ?? '', url).href))).toMatch(
      /unable to authenticate/,
    );

    const secondTry = await visit(url, { ...CARD, cardNumber: '4000002500003155' });
    const passed = await visit(new URL(secondTry.location ?? '', url).href, { answer: 'complete' });
    expect(passed.location).toBe(`https://town.test/welcome?session_id=${session.id}`);
  });

  it('is gone when its time is over, and was never there for an unknown id', async () => {
    const town = await startTown();
    const { url } = await open(town, { expires_at: NOW + HOUR });
    await town.simulator.advance(HOUR);

    expect((await visit(url)).html).toContain('This page has expired');
    expect((await visit(url, CARD)).html).toContain('This page has expired');
    expect((await visit(`${town.simulator.url}/c/pay/cs_test_unknown`)).status).toBe(404);
  });

  it('never lets what it is told become markup', async () => {
    const town = await startTown();
    const product = await town.stripe.products.create({ name: '<b>"Pro" & more</b>' });
    const price = await sellablePrice(town.stripe, { product: product.id });
    const { url } = await open(town, { line_items: [{ price: price.id, quantity: 1 }] });

    const page = await visit(url, {
      ...CARD,
      cardCvc: '',
      billingName: '"><script>alert(1)</script>',
    });

    expect(page.html).toContain('&lt;b&gt;&quot;Pro&quot; &amp; more&lt;/b&gt;');
    expect(page.html).not.toMatch(/<script|<b>/);
  });
});

describe('the page of an invoice', () => {
  it('pays an open invoice with another card', async () => {
    const town = await startTown();
    const { subscription } = await startTrial(town, '4000000000000341');
    await town.simulator.advance(7 * DAY + HOUR);
    const [invoice] = (await town.stripe.invoices.list({ status: 'open' })).data;
    const url = invoice?.hosted_invoice_url ?? '';

    const refused = await visit(url, {
      ...CARD,
      cardNumber: '4000000000009995',
      action: 'pay-with-card',
    });
    expect(alertIn(refused)).toBe('Your card has insufficient funds.');
    const paid = await visit(url, { ...CARD, action: 'pay-with-card' });

    expect(paid.status).toBe(303);
    expect((await visit(url)).html).toContain('paid on November 29, 2026');
    expect(await town.stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
    });
  });
});
