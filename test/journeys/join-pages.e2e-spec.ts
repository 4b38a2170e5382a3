/** The offer on the pages: the wall, the prices to choose from, a code, teams, and the way back from Stripe. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Announcements } from '../../src/platform/database/announcements.js';
import { Database } from '../../src/platform/database/database.js';
import { stripeFails, stripeIsWell } from '../support/faults.js';
import { allNewsIsHeard } from '../support/news.js';
import { stripeOf } from '../support/stripe-account.js';
import {
  type PlanOnSale,
  type TestTown,
  aMonth,
  aYear,
  pay,
  publish,
  sell,
  sessionIn,
  startTestTown,
} from '../support/town.js';
import { Visitor, signedInReader, wordsOf } from '../support/visitor.js';

const story = '/articles/members-story';

let town: TestTown;
let admin: string;
let pro: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  pro = await sell(town, admin, 'pro', [aYear, aMonth], { trialDays: 7 });
  await publish(town, admin, { slug: 'members-story', gate: 'members' });
});

afterEach(() => stripeIsWell(town));
afterAll(() => town.close());

const newsIsHeard = (): Promise<void> =>
  allNewsIsHeard({ announcements: town.app.get(Announcements), database: town.app.get(Database) });

describe('the wall', () => {
  it('says to a stranger what is charged and when, without a day that a cache would outlive', async () => {
    const words = wordsOf((await new Visitor(town.url).open(story)).html);
    expect(words).toContain('$300.00 a year ($25.00 a month, billed annually)');
    expect(words).toContain(
      'Nothing is charged today. $29.00 follows after 7 days, and again each month until you cancel.',
    );
    expect(words).toContain('Cancel any time, in two clicks.');
    expect(words).not.toContain('Does your library');
  });

  it('asks strangers for the address of their institution once one is known by it, all alike', async () => {
    const { status } = await town.ask('POST', '/api/v1/admin/institutions', {
      token: admin,
      body: { name: 'A school', emailDomains: ['school.example'], endsAt: '2099-01-01T00:00:00Z' },
    });
    expect(status).toBe(201);
    await newsIsHeard();
    const one = await new Visitor(town.url).open(story);
    const other = await new Visitor(town.url).open(story);
    expect(wordsOf(one.html)).toContain('Does your library, school or company read us?');
    expect(other.html).toBe(one.html);
    const reader = await signedInReader(town);
    expect((await reader.open(story)).html).not.toContain('Does your library');
  });
});

describe('a stranger on the join page', () => {
  it('chooses a price, and is brought back to it by way of her account', async () => {
    const stranger = new Visitor(town.url);
    const { html } = await stranger.open(`/join?returnTo=${encodeURIComponent(story)}`);
    const back = `/join?price=${pro.monthly}&returnTo=${encodeURIComponent(story)}`;
    expect(html).toContain(`href="/register?returnTo=${encodeURIComponent(back)}"`);
    const chosen = await stranger.open(back);
    expect(chosen.html).toMatch(new RegExp(`id="choice-${pro.monthly}" checked`));
    expect(chosen.html).not.toMatch(new RegExp(`id="choice-${pro.yearly}" checked`));
  });

  it.each(['?price=nonsense', '?price=a&price=b', ''])(
    'who has chosen nothing that is sold (%s) finds the first price chosen',
    async (query) => {
      const { status, html } = await new Visitor(town.url).open(`/join${query}`);
      expect(status).toBe(200);
      expect(html).toMatch(new RegExp(`id="choice-${pro.yearly}" checked`));
    },
  );

  it('is shown what teams pay for a seat, and cannot buy it there', async () => {
    const { body } = await town.ask('POST', '/api/v1/admin/plans', {
      token: admin,
      body: { slug: 'newsroom', name: 'Newsroom', audience: 'team' },
    });
    const { id } = body as { id: string };
    const priced = await town.ask('PUT', `/api/v1/admin/plans/${id}/price`, {
      token: admin,
      body: { ...aYear, amount: 20_000 },
    });
    expect(priced.status).toBeLessThan(300);
    await newsIsHeard();
    const { html } = await new Visitor(town.url).open('/join');
    expect(wordsOf(html)).toMatch(/For teams Newsroom .*\$200\.00 a year for each seat/);
    const reader = await signedInReader(town);
    expect((await reader.open('/join')).html.match(/name="priceId"/g)).toHaveLength(2);
  });
});

describe('a reader with a code', () => {
  it('goes on to Stripe with it, and without one where she typed only blanks', async () => {
    const { id } = await stripeOf(town).coupons.create({ duration: 'once', percent_off: 50 });
    await stripeOf(town).promotionCodes.create({
      code: 'HALFYEAR',
      promotion: { type: 'coupon', coupon: id },
    });
    const reader = await signedInReader(town);
    const discountsOf = (location: string | null) =>
      town.simulator.state.checkoutSessions.get(sessionIn(location ?? ''))?.discounts;
    const typed = { priceId: pro.yearly, promotionCode: ' halfyear ' };
    const opened = await reader.fillIn('/join', typed);
    expect(opened.status).toBe(303);
    expect(discountsOf(opened.location)).toHaveLength(1);
    const plain = await reader.fillIn('/join', { priceId: pro.yearly, promotionCode: '  ' });
    expect(plain.status).toBe(303);
    expect(discountsOf(plain.location) ?? []).toHaveLength(0);
  });

  it('that nobody issued is told so beside it, and keeps what she has chosen', async () => {
    const reader = await signedInReader(town);
    const typed = { priceId: pro.monthly, promotionCode: 'SPRNIG', returnTo: story };
    const refused = await reader.fillIn('/join', typed);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain('There is no such code.');
    expect(refused.html).toContain('value="SPRNIG"');
    expect(refused.html).toMatch(new RegExp(`id="choice-${pro.monthly}" checked`));
    expect(refused.html).toContain(`name="returnTo" value="${story}"`);
  });
});

describe('a reader who goes to Stripe', () => {
  it.each(['rate-limit', 'server-error'] as const)(
    'while it is away (%s), is told so on the offer, with what she has chosen',
    async (action) => {
      const reader = await signedInReader(town);
      await stripeFails(town, { path: '*', action });
      const refused = await reader.fillIn('/join', { priceId: pro.monthly });
      expect(refused.status).toBe(503);
      expect(wordsOf(refused.html)).toContain('We cannot reach the payment service just now.');
      expect(refused.html).toMatch(new RegExp(`id="choice-${pro.monthly}" checked`));
    },
  );
});

describe('a reader who comes back from Stripe', () => {
  const goToStripe = async (reader: Visitor): Promise<string> => {
    const { location } = await reader.fillIn('/join', { priceId: pro.yearly, returnTo: story });
    return sessionIn(location ?? '');
  };

  it('having paid, reads on where she was, also when she looks at the page again', async () => {
    const reader = await signedInReader(town);
    const session = await goToStripe(reader);
    await pay(town, session);
    for (const _ of ['at first', 'and again']) {
      const welcome = await reader.open(`/checkout/success?session_id=${session}`);
      expect(wordsOf(welcome.html)).toContain('Read on: The story of members-story');
      expect(welcome.html).toContain(`class="button" href="${story}"`);
      expect(welcome.headers.get('refresh')).toBeNull();
    }
    const offer = await reader.open(`/join?returnTo=${encodeURIComponent(story)}`);
    expect(wordsOf(offer.html)).toContain('You are a member already');
    expect(offer.html).toContain(`class="button" href="${story}"`);
  });

  it('before Stripe has said anything, is told so; the page looks again, and not for ever', async () => {
    const reader = await signedInReader(town);
    const session = await goToStripe(reader);
    let path = `/checkout/success?session_id=${session}`;
    let looks = 0;
    for (; looks < 20; looks += 1) {
      const { status, html, headers } = await reader.open(path);
      expect(status).toBe(200);
      expect(html).not.toContain('You are a member now');
      const refresh = headers.get('refresh');
      if (refresh === null) {
        expect(wordsOf(html)).toContain('you need not wait here');
        break;
      }
      expect(wordsOf(html)).toContain('this page looks again by itself');
      path = /^\d+;url=(\/checkout\/success\?.*)$/.exec(refresh)?.[1] ?? '';
    }
    expect(looks).toBeGreaterThan(3);
    expect(looks).toBeLessThan(10);
    await pay(town, session);
    expect(wordsOf((await reader.open(path)).html)).toContain('You are a member now');
  });

  it('while Stripe cannot be reached, is told that nothing is known, and nothing lost', async () => {
    const reader = await signedInReader(town);
    const session = await goToStripe(reader);
    await stripeFails(town, { path: '*', action: 'rate-limit' });
    const { status, html, headers } = await reader.open(`/checkout/success?session_id=${session}`);
    expect(status).toBe(200);
    expect(wordsOf(html)).toContain('We cannot reach Stripe just now');
    expect(headers.get('refresh')).not.toBeNull();
  });

  it('without having paid, is led back to the offer and to her article by its name', async () => {
    const reader = await signedInReader(town);
    await goToStripe(reader);
    const { html } = await reader.open('/checkout/cancelled');
    expect(wordsOf(html)).toContain('Nothing was charged');
    expect(wordsOf(html)).toContain('Back to “The story of members-story”');
    expect(html).toContain(`href="/join?returnTo=${encodeURIComponent(story)}"`);
  });
});
