/** A publication with terms sells to nobody who has not agreed to them, and keeps what she agreed to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TermsOfSale } from '../../src/billing/checkout/terms-of-sale.service.js';
import { Database } from '../../src/platform/database/database.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, pay, sellPro, sessionIn, startTestTown } from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const terms = { version: '2026-11', url: 'https://town.test/terms' };

let town: TestTown;
let yearly: string;

beforeAll(async () => {
  town = await startTestTown({ TERMS_URL: terms.url, TERMS_VERSION: terms.version });
  yearly = (await sellPro(town, await town.staff('admin'))).yearly;
});

afterAll(() => town.close());

const buy = (token: string, acceptedTerms?: string) =>
  town.ask('POST', '/api/v1/billing/checkout-sessions', {
    token,
    body: { priceId: yearly, ...(acceptedTerms === undefined ? {} : { acceptedTerms }) },
  });

const consentsOf = (userId: string) =>
  town.app
    .get(Database)
    .client.consent.findMany({ where: { userId }, include: { checkout: true } });

describe('by the API', () => {
  it.each([undefined, '2025-01', ''])(
    'with %j as the version, nothing is sold',
    async (version) => {
      const { accessToken, user } = await joinAs(town);
      const refused = await buy(accessToken, version);
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({ errors: [{ field: 'acceptedTerms' }] });
      expect(await consentsOf(user.id)).toEqual([]);
      expect(
        await town.app.get(Database).client.checkout.count({ where: { userId: user.id } }),
      ).toBe(0);
    },
  );

  it('the refusal says which terms there are, so that they can be shown', async () => {
    const { accessToken } = await joinAs(town);
    expect((await buy(accessToken)).body).toMatchObject({ terms });
  });

  it('the consent is kept with the version and the total that were shown', async () => {
    const { accessToken, user } = await joinAs(town);
    const { status, body } = await buy(accessToken, terms.version);
    expect(status).toBe(201);
    const consents = await consentsOf(user.id);
    expect(consents).toMatchObject([
      {
        termsVersion: terms.version,
        termsUrl: terms.url,
        amount: 30_000,
        currency: 'usd',
        interval: 'year',
        trialDays: 7,
        checkout: { stripeSessionId: sessionIn((body as { url: string }).url) },
      },
    ]);
    await buy(accessToken, terms.version);
    expect(await consentsOf(user.id)).toHaveLength(1);
  });

  it('new terms ask for a new consent, and close the page of the old ones', async () => {
    const { accessToken, user } = await joinAs(town);
    const first = await buy(accessToken, terms.version);
    const { current } = town.app.get(TermsOfSale, { strict: false });
    Object.assign(current ?? {}, { version: '2026-12' });
    try {
      expect((await buy(accessToken, terms.version)).status).toBe(422);
      const second = await buy(accessToken, '2026-12');
      expect(second.status).toBe(201);
      expect(second.body).not.toEqual(first.body);
      expect(await pay(town, sessionIn((first.body as { url: string }).url))).toMatchObject({
        status: 400,
      });
      expect(
        (await consentsOf(user.id)).map(({ termsVersion }) => termsVersion).toSorted(),
      ).toEqual(['2026-11', '2026-12']);
    } finally {
      Object.assign(current ?? {}, { version: terms.version });
    }
  });
});

describe('on the page', () => {
  async function atTheOffer(): Promise<{ visitor: Visitor; userId: string }> {
    const { user } = await joinAs(town);
    const visitor = new Visitor(town.url);
    await visitor.signIn(user.email);
    return { visitor, userId: user.id };
  }

  it('the total stands beside a box that is not ticked yet', async () => {
    const { visitor } = await atTheOffer();
    const offer = await visitor.open('/join');
    expect(wordsOf(offer.html)).toContain(
      'I agree to the terms and to pay $300.00 a year after 7 days free, until you cancel.',
    );
    expect(offer.html).toMatch(/<input type="checkbox"[^>]*name="acceptedTerms"[^>]*required/);
    expect(offer.html).not.toMatch(/<input type="checkbox"[^>]*checked/);
  });

  it('without the tick she is told so, and stays', async () => {
    const { visitor, userId } = await atTheOffer();
    const refused = await visitor.fillIn('/join', { priceId: yearly });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain('Please tick the box beside the terms');
    expect(await consentsOf(userId)).toEqual([]);
  });

  it('with it she goes on to Stripe', async () => {
    const { visitor, userId } = await atTheOffer();
    const sent = await visitor.fillIn('/join', { priceId: yearly, acceptedTerms: terms.version });
    expect(sent.status).toBe(303);
    expect(sent.location).toContain('/c/pay/cs_test_');
    expect(await consentsOf(userId)).toHaveLength(1);
  });
});

it('a publication without terms asks for none, and takes none', async () => {
  const plain = await startTestTown();
  try {
    const price = (await sellPro(plain, await plain.staff('admin'))).yearly;
    const { accessToken: token } = await joinAs(plain);
    const path = '/api/v1/billing/checkout-sessions';
    const refused = await plain.ask('POST', path, {
      token,
      body: { priceId: price, acceptedTerms: '2026-11' },
    });
    expect(refused.status).toBe(422);
    expect(await plain.ask('POST', path, { token, body: { priceId: price } })).toMatchObject({
      status: 201,
    });
  } finally {
    await plain.close();
  }
});
