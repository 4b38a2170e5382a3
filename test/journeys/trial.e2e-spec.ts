/** The main job: a stranger meets a teaser, registers, takes the trial, reads, and is charged a day after it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinAs } from '../support/readers.js';
import {
  type PlanAnswer,
  type PlanOnSale,
  type TestTown,
  openCheckout,
  pay,
  publish,
  sellPro,
  startTestTown,
} from '../support/town.js';

const day = 24 * 60 * 60;
const story = '/api/v1/articles/members-story';

interface ArticleAnswer {
  bodyHtml: string | null;
  previewHtml: string;
  access: { granted: boolean; via: string | null; denial: string | null; offers: PlanAnswer[] };
}

let town: TestTown;
let plan: PlanOnSale;
let priceId: string;

beforeAll(async () => {
  town = await startTestTown();
  const admin = await town.staff('admin');
  plan = await sellPro(town, admin);
  priceId = plan.yearly;
  await publish(town, admin, { slug: 'members-story', gate: 'members' });
});

afterAll(() => town.close());

const read = async (token?: string): Promise<ArticleAnswer> => {
  const { status, body } = await town.ask('GET', story, token === undefined ? {} : { token });
  expect(status).toBe(200);
  return body as ArticleAnswer;
};

const membership = async (token: string): Promise<Record<string, unknown>> =>
  (await town.ask('GET', '/api/v1/me/membership', { token })).body as Record<string, unknown>;

describe('a reader takes the trial and reads', () => {
  it('from the teaser to the first paid year', async () => {
    const asStranger = await read();
    expect(asStranger.bodyHtml).toBeNull();
    expect(asStranger.previewHtml).toBe('<p>In front.</p>');
    expect(asStranger.access).toMatchObject({ granted: false, denial: 'sign-in-required' });
    expect(asStranger.access.offers.map(({ slug }) => slug)).toEqual(['pro']);

    const { accessToken: token } = await joinAs(town);
    const asReader = await read(token);
    expect(asReader.bodyHtml).toBeNull();
    expect(asReader.access.denial).toBe('membership-required');

    const session = await openCheckout(town, token, priceId);
    expect((await pay(town, session)).status).toBe(200);
    const back = await town.ask('GET', `/api/v1/billing/checkout-sessions/${session}`, { token });
    expect(back.body).toMatchObject({
      state: 'trialing',
      access: true,
      plan: { slug: 'pro' },
      price: { amount: 30_000, currency: 'usd', interval: 'year' },
    });
    const asMember = await read(token);
    expect(asMember.access).toMatchObject({ granted: true, via: 'membership', denial: null });
    expect(asMember.bodyHtml).toContain('Hidden behind the wall.');
    expect(asMember.bodyHtml).not.toContain('paywall');

    await town.pass(8 * day);
    expect(await membership(token)).toMatchObject({ state: 'active', access: true });
    const invoices = (await town.ask('GET', '/api/v1/me/invoices', { token })).body as {
      items: { status: string; amountPaid: { amount: number; currency: string } }[];
    };
    const paid = invoices.items.filter(({ amountPaid }) => amountPaid.amount > 0);
    expect(paid).toMatchObject([
      { status: 'paid', amountPaid: { amount: 30_000, currency: 'usd' } },
    ]);
    expect((await read(token)).access.granted).toBe(true);
  });

  it('is told why her card was refused, and nothing has changed', async () => {
    const { accessToken: token } = await joinAs(town);
    const session = await openCheckout(town, token, priceId);
    const refused = await pay(town, session, '4000000000000002');
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({ error: { code: 'card_declined' } });
    expect(await membership(token)).toMatchObject({ state: 'none', access: false });

    expect(await openCheckout(town, token, priceId)).toBe(session);
    expect((await pay(town, session)).status).toBe(200);
  });
});

describe('a checkout', () => {
  it('is one page, however often and at once it is asked for', async () => {
    const { accessToken: token } = await joinAs(town);
    const pages = await Promise.all(
      Array.from({ length: 10 }, () => openCheckout(town, token, priceId)),
    );
    expect(new Set(pages).size).toBe(1);
  });

  it.each([
    ['unknown', '0193b5b4-0000-7000-8000-000000000000', 404],
    ['not even an id', 'price_123', 422],
  ])('of a price that is %s is refused', async (_, unknown, status) => {
    const { accessToken: token } = await joinAs(town);
    const answer = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
      token,
      body: { priceId: unknown },
    });
    expect(answer.status).toBe(status);
  });
});
