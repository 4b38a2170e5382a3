/** Metered articles: three distinct ones a calendar month for a registered reader, never a fourth. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compedMember, cookieOf, give, giftPath } from '../support/gifts.js';
import { joinAs } from '../support/readers.js';
import {
  type TestTown,
  openCheckout,
  pay,
  publish,
  sell,
  sellPro,
  startTestTown,
} from '../support/town.js';

interface MeteredAnswer {
  bodyHtml: string | null;
  access: {
    granted: boolean;
    via: string | null;
    denial: string | null;
    meter: { limit: number; used: number; remaining: number; resetsAt: string } | null;
  };
}

const slugs = Array.from({ length: 30 }, (_, index) => `metered-story-${index + 1}`);

let town: TestTown;
let admin: string;

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  for (const slug of slugs) await publish(town, admin, { slug, gate: 'metered' });
});

afterAll(() => town.close());

const open = async (
  slug: string,
  token: string,
  method = 'GET',
  headers: Record<string, string> = {},
): Promise<MeteredAnswer> => {
  const answer = await town.ask(method, `/api/v1/articles/${slug}`, { token, headers });
  expect(answer.status).toBe(200);
  return answer.body as MeteredAnswer;
};

const left = async (token: string): Promise<number> => {
  const { body } = await town.ask('GET', '/api/v1/me', { token });
  return (body as { meter: { remaining: number } }).meter.remaining;
};

describe('the meter of a registered reader', () => {
  it('opens three articles, the same ones again for free, and no fourth', async () => {
    const { accessToken: token } = await joinAs(town);
    for (const [index, slug] of [
      'metered-story-1',
      'metered-story-2',
      'metered-story-3',
    ].entries()) {
      const { access, bodyHtml } = await open(slug, token);
      expect(access).toMatchObject({ granted: true, via: 'meter' });
      expect(access.meter).toMatchObject({ limit: 3, used: index + 1, remaining: 2 - index });
      expect(bodyHtml).toContain('behind the wall');
    }
    const fourth = await open('metered-story-4', token);
    expect(fourth.access).toMatchObject({ granted: false, denial: 'meter-exhausted' });
    expect(fourth.bodyHtml).toBeNull();
    const again = await open('metered-story-2', token);
    expect(again.access).toMatchObject({ granted: true, via: 'meter' });
    expect(again.access.meter).toMatchObject({ used: 3, remaining: 0 });
  });

  it('grants exactly three of thirty parallel requests', async () => {
    const { accessToken: token } = await joinAs(town);
    const answers = await Promise.all(slugs.map((slug) => open(slug, token)));
    expect(answers.filter(({ access }) => access.granted)).toHaveLength(3);
    expect(answers.filter(({ bodyHtml }) => bodyHtml !== null)).toHaveLength(3);
    expect(await left(token)).toBe(0);
  });

  it('spends one unit on one article that is opened thirty times at once', async () => {
    const { accessToken: token } = await joinAs(town);
    const answers = await Promise.all(slugs.map(() => open('metered-story-1', token)));
    expect(answers.every(({ access }) => access.granted)).toBe(true);
    expect(await left(token)).toBe(2);
  });

  it.each([
    ['HEAD', {}],
    ['GET', { 'sec-purpose': 'prefetch;prerender' }],
    ['GET', { purpose: 'prefetch' }],
  ])('is not spent by a %s with %o, which opens nothing', async (method, headers) => {
    const { accessToken: token } = await joinAs(town);
    const answer = await open('metered-story-1', token, method, headers);
    if (method === 'GET') expect(answer.bodyHtml).toBeNull();
    expect(await left(token)).toBe(3);
  });

  it('begins anew with the month', async () => {
    const { accessToken: token } = await joinAs(town);
    const { access } = await open('metered-story-1', token);
    const resetsAt = new Date(access.meter?.resetsAt ?? '');
    expect(resetsAt.getUTCDate()).toBe(1);
    for (const slug of ['metered-story-2', 'metered-story-3']) await open(slug, token);
    expect((await open('metered-story-4', token)).access.granted).toBe(false);

    const { now } = (await town.ask('POST', '/dev/clock/advance', { body: { seconds: 1 } }))
      .body as {
      now: string;
    };
    const untilReset = Math.ceil((resetsAt.getTime() - new Date(now).getTime()) / 1000);
    // Somebody who stays signed in for a month must sign in again; within the refresh time she need not.
    await town.pass(untilReset);
    expect((await open('metered-story-4', token)).access.granted).toBe(true);
  });

  it('is what the admin sets from the next request on', async () => {
    const { accessToken: token } = await joinAs(town);
    const settings = { anonymousLimit: 0, registeredLimit: 1, window: 'calendar-month' };
    const change = await town.ask('PUT', '/api/v1/admin/settings/meter', {
      token: admin,
      body: settings,
    });
    expect(change.status).toBe(200);
    expect((await open('metered-story-1', token)).access.granted).toBe(true);
    expect((await open('metered-story-2', token)).access.denial).toBe('meter-exhausted');
    await town.ask('PUT', '/api/v1/admin/settings/meter', {
      token: admin,
      body: { ...settings, registeredLimit: 3 },
    });
    expect((await open('metered-story-2', token)).access.granted).toBe(true);
  });
});

describe('who needs no meter', () => {
  it('a stranger signs in first', async () => {
    const { body } = await town.ask('GET', '/api/v1/articles/metered-story-1');
    expect(body).toMatchObject({
      bodyHtml: null,
      access: { denial: 'sign-in-required', meter: null },
    });
  });

  it('a member reads by her membership and spends nothing', async () => {
    const { accessToken: token } = await joinAs(town);
    const plan = await sellPro(town, admin);
    await pay(town, await openCheckout(town, token, plan.yearly));
    await town.mailbox();
    for (const slug of slugs.slice(0, 5)) {
      expect((await open(slug, token)).access).toMatchObject({ via: 'membership', meter: null });
    }
    const { body } = await town.ask('GET', '/api/v1/me', { token });
    expect(body).toMatchObject({ meter: null, membership: { state: 'trialing' } });
  });
});

describe('a gift in the hand of whoever has read the article by the meter', () => {
  it('is left to others, by a registered reader and by a stranger', async () => {
    const { id: planId } = await sell(town, admin, 'giver', []);
    const giver = await compedMember(town, admin, planId);
    const gift = await give(town, giver.token, 'metered-story-1');
    const { status } = await town.ask('PUT', '/api/v1/admin/settings/meter', {
      token: admin,
      body: { anonymousLimit: 3, registeredLimit: 3, window: 'calendar-month' },
    });
    expect(status).toBe(200);
    const { accessToken: token } = await joinAs(town);
    const first = await town.ask('GET', `/api/v1/articles/${gift.slug}`);
    await open(gift.slug, token);
    for (const somebody of [{ token }, { headers: { cookie: cookieOf(first.headers) } }]) {
      const { body } = await town.ask('GET', giftPath(gift), somebody);
      expect(body).toMatchObject({ access: { granted: true, via: 'meter', meter: { used: 1 } } });
    }
    const { body } = await town.ask('GET', '/api/v1/me/gifts', { token: giver.token });
    expect(body).toMatchObject({ items: [{ id: gift.id, opened: 0 }] });
  });
});
