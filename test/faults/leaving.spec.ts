/** The process is told to end while everybody asks: it says so, answers what it has taken, and loses nothing. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodPassword, someAddress } from '../support/readers.js';
import { EdgeTown, hidden } from './edge-town.js';
import { spread, tell } from './fault-figures.js';
import { offer } from './offered-load.js';

/** Seconds. */
const drain = 2;

let town: EdgeTown;
beforeAll(async () => {
  town = await EdgeTown.start({ DRAIN_SECONDS: String(drain) });
});
afterAll(() => town.close());

async function teasersCounted(): Promise<number> {
  const { rows } = await town.books.query<{ sum: number | null }>(
    'select sum(teasers)::int as sum from article_days',
  );
  return rows[0]?.sum ?? 0;
}

it('a process that is told to end drops no request, counts every read, and leaves no job behind', async () => {
  const path = '/api/v1/articles/members-story';
  const counted = await teasersCounted();
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
  const load = { url: town.url, path, perSecond: 150, seconds: 2.5, connections: 30 };
  const reading = offer({ ...load, headers, forbidden: hidden });
  const members = offer({
    ...load,
    headers: { ...headers, authorization: `Bearer ${town.member.token}` },
    perSecond: 100,
  });
  await pause(1_000);
  const signingIn = Array.from({ length: 10 }, () =>
    town.ask('POST', '/api/v1/auth/login', {
      body: { email: town.member.email, password: goodPassword },
    }),
  );
  const joining = Array.from({ length: 6 }, () =>
    town.ask('POST', '/api/v1/auth/register', {
      body: { email: someAddress('late'), password: goodPassword, name: 'Nell' },
    }),
  );
  await pause(50);
  const began = performance.now();
  const ended = town.terminate().then((code) => ({ code, took: performance.now() - began }));
  await pause(200);
  const ready = await town.ask('GET', '/health/ready');
  const live = await town.ask('GET', path, { headers });
  const [strangers, readers, signedIn, joined] = await Promise.all([
    reading,
    members,
    Promise.all(signingIn),
    Promise.all(joining),
  ]);
  const { code, took } = await ended;
  const after = await teasersCounted();
  await town.run();
  await town.jobsDone(30_000);
  await tell('SIGTERM under load', {
    drain,
    endedAfter: Math.round(took),
    answered: (strangers.statuses['200'] ?? 0) + (readers.statuses['200'] ?? 0),
    dropped: strangers.cut + readers.cut,
    reading: spread(readers.took['200'] ?? []),
  });
  expect([ready.status, ready.headers.has('retry-after')]).toEqual([503, true]);
  expect([live.status, live.headers.get('connection')]).toEqual([200, 'close']);
  expect([strangers.cut, readers.cut, strangers.leaks]).toEqual([0, 0, 0]);
  expect(Object.keys({ ...strangers.statuses, ...readers.statuses })).toEqual(['200']);
  expect(signedIn.map(({ status }) => status)).toEqual(signingIn.map(() => 200));
  expect(joined.map(({ status }) => status)).toEqual(joining.map(() => 202));
  expect(code).toBe(0);
  expect(took).toBeGreaterThan(drain * 1000);
  expect(took).toBeLessThan(drain * 1000 + 8_000);
  expect(after - counted).toBe((strangers.statuses['200'] ?? 0) + 1);
});
