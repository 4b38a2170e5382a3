/** A membership counts for the article at whose wall its purchase began: once, and once it has begun. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { cards, freshCard } from '../support/cards.js';
import { type FigureOfArticle, overviewOf } from '../support/figures.js';
import { customerOf } from '../support/member.js';
import { goodPassword, joinAs } from '../support/readers.js';
import {
  type PlanOnSale,
  type TestTown,
  aYear,
  pay,
  publish,
  sell,
  sellPro,
  sessionIn,
  startTestTown,
} from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
let admin: string;
let paper: PlanOnSale;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  paper = await sell(town, admin, 'paper', [aYear]);
});

afterAll(() => town.close());

interface Buyer {
  accessToken: string;
  user: { id: string; email: string };
}

/** @returns Stripe's id of the page that she is sent to */
async function opens(buyer: Buyer, body: object): Promise<string> {
  const answer = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
    token: buyer.accessToken,
    body: { priceId: paper.yearly, ...body },
  });
  expect(answer.status, answer.text).toBe(201);
  return sessionIn((answer.body as { url: string }).url);
}

async function figuresOf(slug: string): Promise<FigureOfArticle | undefined> {
  await town.mailbox();
  return (await overviewOf(town, admin)).mostConverting.find((each) => each.slug === slug);
}

const joinsOf = async (slug: string): Promise<number> => (await figuresOf(slug))?.joins ?? 0;

const wall = (slug: string): Promise<void> => publish(town, admin, { slug, gate: 'members' });

describe('A purchase at the wall of an article', () => {
  it('counts for it when the membership begins, beside those who stood there', async () => {
    await wall('convincing');
    const buyer = await joinAs(town);
    for (let time = 0; time < 4; time += 1) {
      await town.ask('GET', '/api/v1/articles/convincing', { token: buyer.accessToken });
    }
    const session = await opens(buyer, { articleSlug: 'convincing' });
    expect(await joinsOf('convincing')).toBe(0);
    await pay(town, session, freshCard());
    expect(await figuresOf('convincing')).toMatchObject({ teasers: 4, joins: 1, conversion: 0.25 });
  });

  it('counts once, however often Stripe is asked afterwards and whatever becomes of it', async () => {
    await wall('once');
    const buyer = await joinAs(town);
    const session = await opens(buyer, { articleSlug: 'once' });
    await pay(town, session, freshCard());
    const path = `/api/v1/billing/checkout-sessions/${session}`;
    for (let time = 0; time < 3; time += 1) {
      await town.ask('GET', path, { token: buyer.accessToken });
    }
    await town.ask('POST', `/api/v1/admin/members/${buyer.user.id}/refund`, {
      token: admin,
      body: {},
    });
    await town.ask('POST', '/api/v1/admin/reconcile', { token: admin });
    expect(await joinsOf('once')).toBe(1);
  });

  it('counts where she comes from the site, by the page that she wanted to read', async () => {
    await wall('on-the-site');
    const { user } = await joinAs(town);
    const browser = new Visitor(town.url);
    await browser.signIn(user.email, goodPassword);
    const { location } = await browser.fillIn('/join', {
      priceId: paper.yearly,
      returnTo: '/articles/on-the-site',
    });
    await pay(town, sessionIn(location ?? ''), freshCard());
    expect(await joinsOf('on-the-site')).toBe(1);
  });

  it('counts for the last wall that she stood at, and under its present name', async () => {
    for (const slug of ['first-wall', 'last-wall']) await wall(slug);
    const found = await town.ask('GET', '/api/v1/admin/articles?q=last-wall', { token: admin });
    const [{ id } = { id: '' }] = (found.body as { items: { id: string }[] }).items;
    const { headers } = await town.ask('GET', `/api/v1/admin/articles/${id}`, { token: admin });
    const moved = await town.ask('PATCH', `/api/v1/admin/articles/${id}`, {
      token: admin,
      body: { slug: 'moved-wall' },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(moved.status, moved.text).toBe(200);
    const buyer = await joinAs(town);
    await opens(buyer, { articleSlug: 'first-wall' });
    const session = await opens(buyer, { articleSlug: 'last-wall' });
    await pay(town, session, freshCard());
    expect(await joinsOf('moved-wall')).toBe(1);
    expect(await joinsOf('first-wall')).toBe(0);
  });

  it('goes on all the same where no such article is published', async () => {
    const { status } = await town.ask('POST', '/api/v1/admin/articles', {
      token: admin,
      body: { slug: 'a-draft', title: 'A draft', standfirst: 'Soon.', bodyHtml: '<p>Soon.</p>' },
    });
    expect(status).toBe(201);
    for (const articleSlug of ['a-draft', 'nowhere']) {
      await pay(town, await opens(await joinAs(town), { articleSlug }), freshCard());
      expect(await joinsOf(articleSlug)).toBe(0);
    }
    const refused = await town.ask('POST', '/api/v1/billing/checkout-sessions', {
      token: (await joinAs(town)).accessToken,
      body: { priceId: paper.yearly, articleSlug: 'x'.repeat(121) },
    });
    expect(refused.status).toBe(422);
  });

  it('tells nobody how an article is called now that has moved and is published no more', async () => {
    await wall('old-news');
    const found = await town.ask('GET', '/api/v1/admin/articles?q=old-news', { token: admin });
    const [{ id } = { id: '' }] = (found.body as { items: { id: string }[] }).items;
    const path = `/api/v1/admin/articles/${id}`;
    const headers = { 'if-match': '*' };
    for (const slug of ['moved-news', 'the-merger-nobody-knows-of']) {
      const moved = await town.ask('PATCH', path, { token: admin, body: { slug }, headers });
      expect(moved.status, moved.text).toBe(200);
      await town.ask('POST', `${path}/unpublish`, { token: admin });
    }
    const buyer = await joinAs(town);
    await opens(buyer, { articleSlug: 'old-news' });
    const file = await town.ask('GET', '/api/v1/me/export', { token: buyer.accessToken });
    expect(file.status, file.text).toBe(200);
    expect(file.text).not.toContain('the-merger-nobody-knows-of');
    expect(file.body).toMatchObject({ billing: { checkouts: [{ articleSlug: null }] } });
  });

  it('counts for nothing where it came to nothing: a card that is declined, a trial that was not her first', async () => {
    const pro = await sellPro(town, admin);
    await wall('fruitless');
    const sold = { articleSlug: 'fruitless', priceId: pro.yearly };
    await pay(town, await opens(await joinAs(town), sold), cards.declined);
    const [card, first] = [freshCard(), await joinAs(town)];
    await pay(town, await opens(first, { priceId: pro.yearly }), card);
    await town.mailbox();
    const again = await joinAs(town);
    await pay(town, await opens(again, sold), card);
    await town.mailbox();
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token: again.accessToken });
    expect(body).toMatchObject({ state: 'ended' });
    expect(await joinsOf('fruitless')).toBe(0);
  });

  it('counts for nothing where somebody else’s purchase is named at Stripe', async () => {
    await wall('borrowed');
    const [owner, thief] = [await joinAs(town), await joinAs(town)];
    await opens(owner, { articleSlug: 'borrowed' });
    await pay(town, await opens(thief, {}), freshCard());
    const { rows } = await town.app
      .get(Database)
      .pool.query<{ id: string }>('select id from checkouts where "userId" = $1', [owner.user.id]);
    const subscription = town.simulator.state.subscriptions
      .all()
      .find(({ customer }) => customer === customerOf(town, thief.user.id));
    expect(subscription?.metadata).toHaveProperty('broadsheet_checkout');
    expect(subscription?.metadata['broadsheet_checkout']).not.toBe(rows[0]?.id);
    expect(await joinsOf('borrowed')).toBe(0);
  });
});
