/** What else a Checkout page asks and shows: a code, an address and its tax, the terms, a phone number. */
import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { alertIn, CARD, textOf, visit } from './browsing.js';
import { DAY, NOW, openSession, sellablePrice, startTown, TRIAL, type Town } from './support.js';

type Session = Partial<Stripe.Checkout.SessionCreateParams>;

async function open(town: Town, changes: Session = {}) {
  const price = await sellablePrice(town.stripe);
  const session = await openSession(town.stripe, price.id, changes);
  return { session, url: session.url ?? '' };
}

async function offer(
  town: Town,
  code: string,
  coupon: Stripe.CouponCreateParams,
  more: Partial<Stripe.PromotionCodeCreateParams> = {},
) {
  const { id } = await town.stripe.coupons.create(coupon);
  await town.stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: id },
    code,
    ...more,
  });
}

describe('the box for a code', () => {
  it('takes one, shows what is left to pay, and gives it back', async () => {
    const town = await startTown();
    await offer(town, 'SPRING', { percent_off: 20, duration: 'forever' });
    const { session, url } = await open(town, { allow_promotion_codes: true });

    const reduced = await visit(url, { action: 'apply', promotionCode: 'spring' });

    expect(reduced.status).toBe(200);
    expect(textOf(reduced)).toContain('SPRING: 20% off for good −$60.00');
    expect(textOf(reduced)).toContain('Total due today $240.00');
    expect(await town.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      amount_total: 24_000,
      total_details: { amount_discount: 6_000 },
    });
    expect(textOf(await visit(url, { action: 'remove-code' }))).toContain(
      'Total due today $300.00',
    );
    await visit(url, { action: 'apply', promotionCode: 'SPRING' });
    expect((await visit(url, CARD)).status).toBe(303);
    expect(town.simulator.state.invoices.all()).toMatchObject([{ amount_paid: 24_000 }]);
  });

  it('shows what a trial will cost after it', async () => {
    const town = await startTown();
    await offer(town, 'SPRING', { amount_off: 5_000, currency: 'usd' });
    const { url } = await open(town, { allow_promotion_codes: true, ...TRIAL });

    const text = textOf(await visit(url, { action: 'apply', promotionCode: 'SPRING' }));

    expect(text).toContain('SPRING: $50.00 off, once −$50.00');
    expect(text).toContain('Total after trial, on November 29, 2026 $250.00');
    expect(text).toContain('Total due today $0.00');
  });

  it('says why it refuses one', async () => {
    const town = await startTown();
    const customer = await town.stripe.customers.create({ email: 'mira@town.test' });
    const other = await town.stripe.customers.create({});
    await offer(town, 'LATE', { percent_off: 5, redeem_by: NOW + DAY });
    await offer(town, 'EURO', { amount_off: 5, currency: 'eur' });
    await offer(town, 'HERS', { percent_off: 5 }, { customer: other.id });
    await offer(
      town,
      'BIG',
      { percent_off: 5 },
      {
        restrictions: { minimum_amount: 50_000, minimum_amount_currency: 'usd' },
      },
    );
    await offer(
      town,
      'FIRST',
      { percent_off: 5 },
      {
        restrictions: { first_time_transaction: true },
      },
    );
    const bought = await open(town, { customer: customer.id });
    await visit(bought.url, CARD);
    await town.simulator.advance(2 * DAY);
    const { url } = await open(town, { customer: customer.id, allow_promotion_codes: true });

    const refusal = async (code: string) => {
      const page = await visit(url, { action: 'apply', promotionCode: code });
      expect(page.status).toBe(400);
      return alertIn(page);
    };
    expect(await refusal('WHAT')).toBe('This code is invalid.');
    expect(await refusal('LATE')).toBe('This code has expired.');
    expect(await refusal('EURO')).toBe('This code cannot be used with this currency.');
    expect(await refusal('HERS')).toBe('This code is for another customer.');
    expect(await refusal('BIG')).toBe('This code is for orders of at least $500.00.');
    expect(await refusal('FIRST')).toBe('This code is only for a first purchase.');
  });
});

describe('automatic tax', () => {
  const TAXED = { automatic_tax: { enabled: true }, customer_update: { address: 'auto' } } as const;
  const inGermany = { settings: { taxBasisPoints: { DE: 1_900 } } };

  it('is added by the country that is typed, now and at every renewal', async () => {
    const town = await startTown(inGermany);
    const { session, url } = await open(town, TAXED);
    expect(alertIn(await visit(url, CARD))).toBe('Please choose your country.');
    const shown = await visit(url, { action: 'update', country: 'DE' });
    expect(textOf(shown)).toContain('Tax $57.00');
    expect(textOf(shown)).toContain('Total due today $357.00');

    await visit(url, { ...CARD, country: 'DE' });
    await town.simulator.advance(366 * DAY);

    expect(await town.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      amount_subtotal: 30_000,
      amount_total: 35_700,
      total_details: { amount_tax: 5_700 },
      automatic_tax: { enabled: true, status: 'complete' },
      customer_details: { address: { country: 'DE' } },
    });
    const invoices = (await town.stripe.invoices.list()).data;
    expect(invoices).toHaveLength(2);
    for (const invoice of invoices) {
      expect(invoice).toMatchObject({
        total: 35_700,
        total_excluding_tax: 30_000,
        amount_paid: 35_700,
        total_taxes: [{ amount: 5_700, tax_behavior: 'exclusive', taxable_amount: 30_000 }],
        lines: { data: [{ taxes: [{ amount: 5_700 }] }] },
      });
    }
    const customer = await town.stripe.customers.retrieve(session.customer as string);
    expect(customer).toMatchObject({ address: { country: 'DE' } });
  });

  it('is reckoned on what a discount leaves, and is nothing where no rate is set', async () => {
    const town = await startTown(inGermany);
    await town.stripe.coupons.create({ id: 'HALF', percent_off: 50, duration: 'forever' });
    const { session } = await open(town, { ...TAXED, discounts: [{ coupon: 'HALF' }] });
    await town.pay(session.id, undefined, { country: 'DE' });
    const abroad = await open(town, TAXED);
    await town.pay(abroad.session.id, undefined, { country: 'FR' });

    expect(town.simulator.state.invoices.all()).toMatchObject([
      { subtotal: 30_000, total: 17_850, total_taxes: [{ amount: 2_850 }] },
      { total: 30_000, total_taxes: [] },
    ]);
    const [invoice] = town.simulator.state.invoices.all();
    expect(textOf(await visit(invoice?.hosted_invoice_url ?? ''))).toContain(
      'Discount -$150.00 Tax $28.50 Amount due $178.50',
    );
  });

  it('needs an address it may reckon by', async () => {
    const town = await startTown(inGermany);
    await expect(open(town, { automatic_tax: { enabled: true } })).rejects.toMatchObject({
      code: 'customer_tax_location_invalid',
    });
  });
});

describe('a credit of the customer', () => {
  it('is used up before the card is charged', async () => {
    const town = await startTown();
    const customer = await town.stripe.customers.create({ email: 'mira@town.test' });
    const { customers } = town.simulator.state;
    const kept = customers.get(customer.id);
    if (!kept || kept.deleted) throw new Error('No customer');
    customers.put({ ...kept, balance: -5_000 });
    const { url } = await open(town, { customer: customer.id });
    const text = textOf(await visit(url));
    expect(text).toContain('Applied balance -$50.00');
    expect(text).toContain('Total due today $250.00');

    await visit(url, CARD);

    expect(town.simulator.state.charges.all()).toMatchObject([{ amount: 25_000 }]);
    expect(town.simulator.state.invoices.all()).toMatchObject([{ amount_paid: 25_000 }]);
    expect(await town.stripe.customers.retrieve(customer.id)).toMatchObject({ balance: 0 });
  });
});

describe('a page that was told to', () => {
  it('has the terms accepted in its own words, and says so on the session', async () => {
    const town = await startTown();
    const { session, url } = await open(town, {
      consent_collection: { terms_of_service: 'required' },
      custom_text: {
        terms_of_service_acceptance: { message: 'I accept the house rules.' },
        submit: { message: 'You can cancel at any time.' },
      },
    });
    const refused = await visit(url, CARD);
    expect(refused.status).toBe(400);
    expect(alertIn(refused)).toBe('Please accept the terms of service to continue.');
    expect(textOf(refused)).toContain('I accept the house rules.');
    expect(textOf(refused)).toContain('You can cancel at any time.');

    await visit(url, { ...CARD, terms: 'yes' });

    expect(await town.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      consent: { terms_of_service: 'accepted' },
    });
  });

  it('asks for a phone number and a whole address, through 3-D Secure as well', async () => {
    const town = await startTown();
    const { session, url } = await open(town, {
      phone_number_collection: { enabled: true },
      billing_address_collection: 'required',
    });
    expect(alertIn(await visit(url, CARD))).toBe('Your phone number is incomplete.');
    const typed = {
      ...CARD,
      cardNumber: '4000002760003184',
      phone: '+49 30 123456',
      country: 'DE',
    };
    expect(alertIn(await visit(url, typed))).toBe('Your billing address is incomplete.');
    const where = { addressLine: 'Ring 1', postalCode: '10115', city: 'Berlin' };
    const bank = await visit(url, { ...typed, ...where });
    await visit(new URL(bank.location ?? '', url).href, { answer: 'complete' });

    expect(await town.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
      status: 'complete',
      customer_details: { phone: '+49 30 123456', address: { city: 'Berlin', country: 'DE' } },
    });
  });

  it.each([
    { tax_id_collection: { enabled: true } },
    { saved_payment_method_options: { payment_method_save: 'enabled' } },
    { consent_collection: { promotions: 'auto' } },
    { customer_update: { shipping: 'auto' } },
  ] satisfies Session[])('refuses what it has no place for: %o', async (asked) => {
    const town = await startTown();
    await expect(open(town, asked)).rejects.toMatchObject({ statusCode: 400 });
  });

  it('keeps what only dresses it', async () => {
    const town = await startTown();
    const { session } = await open(town, {
      adaptive_pricing: { enabled: false },
      billing_address_collection: 'auto',
      locale: 'de',
      saved_payment_method_options: { allow_redisplay_filters: ['always'] },
      tax_id_collection: { enabled: false },
    });
    expect(session).toMatchObject({
      adaptive_pricing: { enabled: false },
      billing_address_collection: 'auto',
      locale: 'de',
      tax_id_collection: { enabled: false },
    });
  });
});
