/** Members change to another price or plan: at once, at the end of what they paid, or not at all. */
import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import type { Answer } from '../support/api.js';
import { cards } from '../support/cards.js';
import { newCard, usePortal } from '../support/person.js';
import { stripeAt } from '../support/place.js';
import { goodPassword, joinAs } from '../support/readers.js';
import { type TestTown, openCheckout, pay, startTestTown } from '../support/town.js';

const hour = 60 * 60;
const day = 24 * hour;

let town: TestTown;
let admin: string;
let stripe: Stripe;

const prices: Record<
  'monthly' | 'yearly' | 'gold' | 'twin' | 'triedMonthly' | 'triedYearly' | 'euro' | 'team',
  string
> = {
  monthly: '',
  yearly: '',
  gold: '',
  twin: '',
  triedMonthly: '',
  triedYearly: '',
  euro: '',
  team: '',
};

const month = { amount: 2_900, currency: 'usd', interval: 'month' };
const year = { amount: 30_000, currency: 'usd', interval: 'year' };

interface MadePlan {
  id: string;
  prices: Record<string, string>;
}

/** @returns its prices by interval */
async function sell(slug: string, terms: object[], more: object = {}): Promise<MadePlan> {
  const { status, body, text } = await town.ask('POST', '/api/v1/admin/plans', {
    token: admin,
    body: { slug, name: slug.toUpperCase(), prices: terms, ...more },
  });
  if (status !== 201) throw new Error(`The plan was not made: ${text}`);
  const plan = body as { id: string; prices: { id: string; interval: string }[] };
  return {
    id: plan.id,
    prices: Object.fromEntries(plan.prices.map(({ id, interval }) => [interval, id])),
  };
}

interface Told {
  state: string;
  plan: { slug: string } | null;
  price: { id: string; amount: number } | null;
  trialEndsAt: string | null;
  currentPeriodEnd: string;
  cancelsAt: string | null;
  change: { plan: { slug: string }; price: { amount: number }; at: string } | null;
}

interface Bill {
  amountPaid: { amount: number };
  status: string;
}

class Member {
  constructor(
    private token: string,
    readonly userId: string,
    private readonly email: string,
  ) {}

  static async of(priceId: string, card: string = cards.good): Promise<Member> {
    const { accessToken, user } = await joinAs(town);
    const session = await openCheckout(town, accessToken, priceId);
    await pay(town, session, card);
    await town.ask('GET', `/api/v1/billing/checkout-sessions/${session}`, { token: accessToken });
    return new Member(accessToken, user.id, user.email);
  }

  /** Signs in again where her session has ended by now. */
  async ask(method: string, path: string, body?: object): Promise<Answer> {
    const ask = () =>
      town.ask(method, `/api/v1/${path}`, {
        token: this.token,
        ...(body === undefined ? {} : { body }),
      });
    const answer = await ask();
    if (answer.status !== 401) return answer;
    const login = { email: this.email, password: goodPassword };
    const { body: tokens } = await town.ask('POST', '/api/v1/auth/login', { body: login });
    this.token = (tokens as { accessToken: string }).accessToken;
    return ask();
  }

  change(priceId: string): Promise<Answer> {
    return this.ask('POST', 'me/membership/change', { priceId });
  }

  preview(priceId: string): Promise<Answer> {
    return this.ask('POST', 'me/membership/change/preview', { priceId });
  }

  async membership(): Promise<Told> {
    return (await this.ask('GET', 'me/membership')).body as Told;
  }

  /** The newest first. */
  async bills(): Promise<Bill[]> {
    return ((await this.ask('GET', 'me/invoices')).body as { items: Bill[] }).items;
  }

  /** What was charged, the least first. */
  async paid(): Promise<number[]> {
    const amounts = (await this.bills()).map(({ amountPaid }) => amountPaid.amount);
    return amounts.filter((amount) => amount > 0).toSorted((a, b) => a - b);
  }

  /** What Stripe holds of her. */
  async atStripe(): Promise<Stripe.Subscription> {
    const customer = town.simulator.state.customers
      .all()
      .find((each) => 'metadata' in each && each.metadata['broadsheet_user'] === this.userId);
    const { data } = await stripe.subscriptions.list({ customer: customer?.id ?? '' });
    const [subscription] = data;
    if (subscription === undefined) throw new Error('She has no subscription.');
    return subscription;
  }

  async payWith(card: string): Promise<void> {
    const { body } = await this.ask('POST', 'billing/portal-sessions');
    const next = await usePortal((body as { url: string }).url, newCard(card));
    // Her bank wants to know whether it is her.
    if (next.includes('/3ds/')) {
      await usePortal(new URL(next, town.simulator.url).href, { answer: 'complete' });
    }
  }
}

/** The product's time, in milliseconds. */
const now = (): number => town.app.get(Clock).now().getTime();

const failing = (...api: object[]): Promise<Answer> =>
  town.askSimulator('PUT', '/_sim/faults', { events: [], api });

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  stripe = stripeAt(town.simulator.url);
  const pro = await sell('pro', [month, year]);
  prices.monthly = pro.prices['month'] ?? '';
  prices.yearly = pro.prices['year'] ?? '';
  const gold = await sell('gold', [{ ...year, amount: 50_000 }]);
  prices.gold = gold.prices['year'] ?? '';
  prices.twin = (await sell('twin', [year])).prices['year'] ?? '';
  const tried = await sell('tried', [month, year], { trialDays: 7 });
  prices.triedMonthly = tried.prices['month'] ?? '';
  prices.triedYearly = tried.prices['year'] ?? '';
  prices.euro = (await sell('euro', [{ ...year, currency: 'eur' }])).prices['year'] ?? '';
  prices.team = (await sell('team', [year], { audience: 'team' })).prices['year'] ?? '';
});

afterEach(() => failing());
afterAll(() => town.close());

describe('a member who asks for more', () => {
  it('has it at once, and pays what it is more than what she paid already', async () => {
    const mira = await Member.of(prices.yearly);
    const { currentPeriodEnd } = await mira.membership();
    const seen = await mira.preview(prices.gold);
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ kind: 'now', dueNow: { amount: 20_000, currency: 'usd' } });

    const changed = await mira.change(prices.gold);
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      state: 'active',
      plan: { slug: 'gold' },
      price: { amount: 50_000 },
      change: null,
      currentPeriodEnd,
    });
    expect(await mira.paid()).toEqual([20_000, 30_000]);
  });

  it('takes the year in place of her month: it begins now, and her month is taken off', async () => {
    const mira = await Member.of(prices.monthly);
    const { body } = await mira.change(prices.yearly);
    expect(body).toMatchObject({ price: { amount: 30_000 } });
    const days = (Date.parse((body as Told).currentPeriodEnd) - now()) / (day * 1000);
    expect(days).toBeGreaterThan(364);
    expect(await mira.paid()).toEqual([2_900, 30_000 - 2_900]);
  });

  it('in her trial is charged nothing, and the trial keeps its end', async () => {
    const tess = await Member.of(prices.triedMonthly);
    const { trialEndsAt } = await tess.membership();
    expect((await tess.preview(prices.triedYearly)).body).toMatchObject({
      kind: 'now',
      dueNow: { amount: 0 },
    });
    const { body } = await tess.change(prices.triedYearly);
    expect(body).toMatchObject({ state: 'trialing', price: { amount: 30_000 }, trialEndsAt });
    expect(await tess.paid()).toEqual([]);
  });

  it('changes to another plan for the same money without any', async () => {
    const mira = await Member.of(prices.yearly);
    expect((await mira.change(prices.twin)).body).toMatchObject({ plan: { slug: 'twin' } });
    expect(await mira.paid()).toEqual([30_000]);
  });

  it('pressing five times changes once and is charged once', async () => {
    const mira = await Member.of(prices.monthly);
    const answers = await Promise.all(Array.from({ length: 5 }, () => mira.change(prices.yearly)));
    expect(answers.map(({ status }) => status)).toContain(200);
    for (const { status, text } of answers) expect([200, 409], text).toContain(status);
    expect((await mira.membership()).price?.amount).toBe(30_000);
    expect(await mira.paid()).toEqual([2_900, 30_000 - 2_900]);
  });

  it('whose answer was lost asks again, and is charged once', async () => {
    const mira = await Member.of(prices.yearly);
    await failing({ method: 'POST', path: '/v1/subscriptions/*', action: 'reset-after-commit' });
    expect((await mira.change(prices.gold)).status).toBe(503);
    await failing();
    expect([200, 409]).toContain((await mira.change(prices.gold)).status);
    expect(await mira.membership()).toMatchObject({ plan: { slug: 'gold' } });
    expect(await mira.paid()).toEqual([20_000, 30_000]);
  });

  it('and changes her mind twice in a trial ends up with what she asked for last', async () => {
    const tess = await Member.of(prices.triedMonthly, '4111111111111111');
    for (const price of [prices.triedYearly, prices.triedMonthly, prices.triedYearly]) {
      expect((await tess.change(price)).body).toMatchObject({ price: { id: price } });
    }
  });
});

describe('a card that is declined', () => {
  it('changes nothing, and says why; with another card it goes', async () => {
    const mira = await Member.of(prices.yearly);
    await mira.payWith(cards.refusing);
    const refused = await mira.change(prices.gold);
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({
      code: 'billing/card-declined',
      reason: expect.stringMatching(/declined/) as string,
    });
    expect(await mira.membership()).toMatchObject({
      state: 'active',
      price: { amount: 30_000 },
      change: null,
    });
    expect((await mira.bills()).filter(({ status }) => status === 'open')).toEqual([]);

    await mira.payWith(cards.good);
    expect((await mira.change(prices.gold)).body).toMatchObject({ plan: { slug: 'gold' } });
  });

  it('or wants its owner’s word, changes nothing and says so', async () => {
    const mira = await Member.of(prices.yearly);
    await mira.payWith(cards.alwaysChallenging);
    const refused = await mira.change(prices.gold);
    expect(refused.status).toBe(402);
    expect(refused.body).toMatchObject({ code: 'billing/card-needs-confirmation' });
    expect((await mira.membership()).price?.amount).toBe(30_000);
  });

  it('keeps a change that was to come', async () => {
    const mira = await Member.of(prices.yearly);
    await mira.change(prices.monthly);
    await mira.payWith(cards.refusing);
    expect((await mira.change(prices.gold)).status).toBe(402);
    expect((await mira.membership()).change?.price.amount).toBe(2_900);
  });
});

describe('a member who asks for less', () => {
  it('keeps what she paid for to its end, and pays less from then on', async () => {
    const mira = await Member.of(prices.yearly);
    const { currentPeriodEnd } = await mira.membership();
    expect((await mira.preview(prices.monthly)).body).toEqual({
      kind: 'at-period-end',
      dueNow: { amount: 0, currency: 'usd' },
      takesEffectAt: currentPeriodEnd,
    });
    const { status, body } = await mira.change(prices.monthly);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      price: { amount: 30_000 },
      change: { plan: { slug: 'pro' }, price: { amount: 2_900 }, at: currentPeriodEnd },
    });
    expect(await mira.paid()).toEqual([30_000]);

    await town.pass(Math.ceil((Date.parse(currentPeriodEnd) - now()) / 1000) + 2 * hour);
    expect(await mira.membership()).toMatchObject({
      state: 'active',
      price: { amount: 2_900 },
      change: null,
    });
    expect(await mira.paid()).toEqual([2_900, 30_000]);
  });

  it('may keep what she has, ask again, and ask for something else instead', async () => {
    const mira = await Member.of(prices.gold);
    await mira.change(prices.monthly);
    const kept = await mira.change(prices.gold);
    expect(kept.status).toBe(200);
    expect((kept.body as Told).change).toBeNull();
    expect((await mira.atStripe()).schedule).toBeNull();

    await mira.change(prices.monthly);
    const again = await mira.change(prices.monthly);
    expect([again.status, (again.body as Told).change?.price.amount]).toEqual([200, 2_900]);
    const other = await mira.change(prices.yearly);
    expect((other.body as Told).change).toMatchObject({
      plan: { slug: 'pro' },
      price: { amount: 30_000 },
    });
  });

  it('and then for more has it at once, and the lesser one is forgotten', async () => {
    const mira = await Member.of(prices.yearly);
    await mira.change(prices.monthly);
    const { body } = await mira.change(prices.gold);
    expect(body).toMatchObject({ price: { amount: 50_000 }, change: null });
    expect((await mira.atStripe()).schedule).toBeNull();
  });

  it('and then cancels leaves at the end, and resuming goes on as before', async () => {
    const mira = await Member.of(prices.yearly);
    await mira.change(prices.monthly);
    const cancelled = await mira.ask('POST', 'me/membership/cancel');
    expect(cancelled.status).toBe(200);
    expect(cancelled.body).toMatchObject({ change: null });
    expect((cancelled.body as Told).cancelsAt).not.toBeNull();
    const resumed = await mira.ask('POST', 'me/membership/resume');
    expect(resumed.body).toMatchObject({ state: 'active', cancelsAt: null, change: null });
  });
});

describe('a change is refused', () => {
  it('without a membership, to the same, to what is not there, not hers or off sale', async () => {
    const mira = await Member.of(prices.yearly);
    const { accessToken, user } = await joinAs(town);
    const fritz = new Member(accessToken, user.id, user.email);
    const off = await sell('off', [year]);
    await town.ask('POST', `/api/v1/admin/plans/${off.id}/archive`, { token: admin });
    const cases: [Member, string | undefined, number, string][] = [
      [fritz, prices.yearly, 409, 'billing/nothing-to-change'],
      [mira, prices.yearly, 409, 'billing/same-price'],
      [mira, prices.euro, 409, 'billing/currency-bound'],
      [mira, prices.team, 422, 'request/invalid-body'],
      [mira, off.prices['year'], 422, 'request/invalid-body'],
      [mira, '0199f0a0-0000-7000-8000-000000000000', 404, 'billing/price-not-found'],
      [mira, 'nonsense', 422, 'request/invalid-body'],
    ];
    for (const [who, price, status, code] of cases) {
      for (const answer of [await who.change(price ?? ''), await who.preview(price ?? '')]) {
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
      }
    }
    expect(await mira.membership()).toMatchObject({ price: { amount: 30_000 }, change: null });
  });

  it('after a cancellation, until that is taken back', async () => {
    const mira = await Member.of(prices.yearly);
    await mira.ask('POST', 'me/membership/cancel');
    const refused = await mira.change(prices.gold);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'billing/cancellation-scheduled' });
    await mira.ask('POST', 'me/membership/resume');
    expect((await mira.change(prices.gold)).status).toBe(200);
  });

  it('while a payment is overdue, with the address where it is made', async () => {
    const mira = await Member.of(prices.monthly);
    await mira.payWith(cards.refusing);
    await town.pass(32 * day);
    const refused = await mira.change(prices.yearly);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'billing/payment-overdue',
      payUrl: expect.stringContaining('/i/') as string,
    });
  });
});

describe('a price that is followed by another', () => {
  it('stays with its members, who renew at it and may take the cheaper successor', async () => {
    const plan = await sell('aging', [{ ...month, amount: 1_000 }]);
    const old = await Member.of(plan.prices['month'] ?? '');
    const { body } = await town.ask('PUT', `/api/v1/admin/plans/${plan.id}/price`, {
      token: admin,
      body: { ...month, amount: 1_500 },
    });
    expect(body).toMatchObject({ prices: [{ amount: 1_500 }] });
    await town.pass(32 * day);
    expect(await old.membership()).toMatchObject({ state: 'active', price: { amount: 1_000 } });
    expect(await old.paid()).toEqual([1_000, 1_000]);
  });

  it('and a plan that is archived, too: its members keep it and renew', async () => {
    const plan = await sell('closing', [{ ...month, amount: 1_200 }]);
    const mira = await Member.of(plan.prices['month'] ?? '');
    await town.ask('POST', `/api/v1/admin/plans/${plan.id}/archive`, { token: admin });
    await town.pass(32 * day);
    expect(await mira.membership()).toMatchObject({
      state: 'active',
      plan: { slug: 'closing' },
      price: { amount: 1_200 },
    });
    expect(await mira.paid()).toEqual([1_200, 1_200]);
    // She may leave it, and not come back.
    expect((await mira.change(prices.yearly)).status).toBe(200);
    expect((await mira.change(plan.prices['month'] ?? '')).status).toBe(422);
  });
});
