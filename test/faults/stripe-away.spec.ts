/** Stripe is away, has trouble, or hangs: nobody who reads notices, and nothing that was paid is lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { hurryJobs } from '../support/our-books.js';
import type { Person } from '../support/place.js';
import { Crowd } from './crowd.js';
import { EdgeTown } from './edge-town.js';
import { spread, tell } from './fault-figures.js';

/** Milliseconds that nobody waits longer for an answer which needs Stripe: two for a place, eight for Stripe. */
const longest = 12_000;

/** Calls to Stripe that the product has under way at most, and some that Stripe does not know to be given up. */
const bulkhead = 60;

let town: EdgeTown;
let buyers: Person[];
beforeAll(async () => {
  town = await EdgeTown.start();
  buyers = [];
  for (let count = 0; count < 4; count += 1) buyers.push(await town.join());
});
afterAll(() => town.close());

const timed = async (asking: Promise<Answer>): Promise<Answer & { took: number }> => {
  const began = performance.now();
  const answer = await asking;
  return { ...answer, took: performance.now() - began };
};

const openPortal = () =>
  town.ask('POST', '/api/v1/billing/portal-sessions', { token: town.member.token });

/** How often each kind of event lies in the inbox. */
async function inbox(): Promise<number> {
  const { rows } = await town.books.query<{ count: number }>(
    'select count(*)::int as count from webhook_events',
  );
  return rows[0]?.count ?? 0;
}

describe('a Stripe that', () => {
  it.each([
    ['is away', 0, () => town.stripe.goAway(), () => town.stripe.listen()],
    ['answers with faults', 1, () => town.stripe.become('faults'), undefined],
    ['accepts and never answers', 2, () => town.stripe.become('silent'), undefined],
    ['answers a byte now and then', 3, () => town.stripe.become('slow body'), undefined],
  ])('%s costs readers nothing, and buyers a bounded wait', async (what, which, fail, mend) => {
    const buyer = buyers[which];
    if (buyer === undefined) throw new Error('Nobody is there to buy.');
    const opened = await town.checkout(buyer);
    const crowd = new Crowd(town.url);
    crowd.add(...town.readers());
    const socketsBefore = await town.sockets();
    await fail();
    const known = await inbox();
    // She pays while the product cannot ask what she paid: its inbox takes the news all the same.
    await town.pay(opened);
    const waits = await Promise.all(Array.from({ length: 120 }, () => timed(openPortal())));
    const accepted = (await inbox()) - known;
    await crowd.goHome();
    await pause(500);
    const socketsAfter = await town.sockets();
    const { mostOpen } = town.stripe;
    town.stripe.become('through');
    await mend?.();
    const back = performance.now();
    await hurryJobs(town.books);
    await town.jobsDone(20_000);
    const synced = performance.now() - back;
    const again = await openPortal();
    await tell(`Stripe ${what}`, {
      reading: spread(crowd.answers.map(({ took }) => took)),
      needingStripe: spread(waits.map(({ took }) => took)),
      callsAtOnce: mostOpen,
      events: accepted,
      syncedAfter: Math.round(synced),
    });
    expect(crowd.answers.filter(({ isGood, isLeak }) => !isGood || isLeak)).toEqual([]);
    expect(spread(crowd.answers.map(({ took }) => took))['p99']).toBeLessThan(3_000);
    for (const { status, headers, took } of waits) {
      expect([502, 503]).toContain(status);
      expect(headers.has('retry-after')).toBe(true);
      expect(took).toBeLessThan(longest);
    }
    expect(mostOpen).toBeLessThanOrEqual(bulkhead);
    expect(accepted).toBeGreaterThan(0);
    expect(socketsAfter).toBeLessThan(socketsBefore + 150);
    expect(again.status).toBe(201);
    const { body } = await town.ask('GET', '/api/v1/me/membership', { token: buyer.token });
    expect(body).toMatchObject({ access: true });
  });
});
