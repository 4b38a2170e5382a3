/** The limits in a real PostgreSQL: against the rules that they are reckoned by, and from two processes at once. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createDatabase } from '../../../test/support/postgres.js';
import { loadConfig } from '../config/load-config.js';
import { Database } from '../database/database.js';
import { bucketOf, filledBy, waitFor } from './limit.rules.js';
import { type KeyedBucket, LimitsRepository } from './limits.repository.js';

const start = new Date('2026-11-22T12:00:00Z');
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

let server: TestDatabase;
let databases: Database[];
let limits: LimitsRepository;
let elsewhere: LimitsRepository;

beforeAll(async () => {
  server = await createDatabase();
  databases = [1, 2].map(
    () =>
      new Database(
        loadConfig({
          NODE_ENV: 'test',
          DATABASE_URL: server.connectionString,
          JWT_SECRET: randomBytes(32).toString('hex'),
          STRIPE_SECRET_KEY: 'sk_test_limits',
          STRIPE_WEBHOOK_SECRETS: 'whsec_limits',
        }),
      ),
  );
  [limits, elsewhere] = databases.map((database) => new LimitsRepository(database)) as [
    LimitsRepository,
    LimitsRepository,
  ];
});

afterAll(async () => {
  for (const database of databases) await database.onApplicationShutdown();
  await server.drop();
});

function someBucket(burst: number, perSeconds: number, key = randomBytes(32)): KeyedBucket {
  return { key, ...bucketOf({ name: 'deeds', burst, perSeconds, by: 'account' }, 1) };
}

const isTaken = (waits: number[]): boolean => waits.every((wait) => wait === 0);

it('lets exactly a burst through, however many come at once, from two processes', async () => {
  for (let round = 0; round < 5; round += 1) {
    const bucket = someBucket(7, 3600);
    const takes = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        (at % 2 === 0 ? limits : elsewhere).take([bucket], start),
      ),
    );
    expect(takes.filter(isTaken)).toHaveLength(7);
    const [emptyAt] = await limits.look([bucket]);
    expect(emptyAt).toEqual(later(7 * bucket.interval));
  }
});

it('takes of all that are asked for, or of none, however they are crossed', async () => {
  const [tight, wide] = [someBucket(4, 3600), someBucket(100, 3600)];
  const takes = await Promise.all(
    Array.from({ length: 30 }, (_, at) => {
      const pair = at % 3 === 0 ? [tight, wide] : [wide, tight];
      return (at % 2 === 0 ? limits : elsewhere).take(pair, start);
    }),
  );
  expect(takes.filter(isTaken)).toHaveLength(4);
  const [, fillOfWide] = await limits.look([tight, wide]);
  expect(fillOfWide).toEqual(later(4 * wide.interval));
});

it('begins anew what was filled before the clock was set back by days', async () => {
  const bucket = someBucket(2, 3600);
  const days = 2 * 24 * 3_600_000;
  for (const time of [days, days, 0, 0]) {
    expect(await limits.take([bucket], later(time))).toEqual([0]);
  }
  expect(await limits.take([bucket], later(0))).toEqual([bucket.interval]);
});

it('names what each of several has to wait for', async () => {
  const [full, roomy] = [someBucket(1, 60), someBucket(5, 60)];
  expect(await limits.take([full, roomy], start)).toEqual([0, 0]);
  expect(await limits.take([roomy, full], later(10_000))).toEqual([0, 50_000]);
  expect(await limits.take([full], later(59_999))).toEqual([1]);
  expect(await limits.take([full], later(60_000))).toEqual([0]);
});

interface Step {
  which: number[];
  pause: number;
  deed: 'take' | 'give back' | 'clear';
}

const someStep: fc.Arbitrary<Step> = fc.record({
  which: fc.subarray([0, 1, 2], { minLength: 1 }),
  pause: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 })),
  deed: fc.constantFrom('take', 'take', 'take', 'take', 'give back', 'clear'),
});

it('reckons as the rules do, over whatever is taken, given back and cleared', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { minLength: 5, maxLength: 30 }), async (steps) => {
      const buckets = [someBucket(1, 30), someBucket(3, 60), someBucket(10, 3)];
      const fills: (Date | null)[] = [null, null, null];
      let now = start;
      for (const { which, pause, deed } of steps) {
        now = new Date(now.getTime() + pause);
        const asked = which.flatMap((at) => buckets[at] ?? []);
        if (deed === 'take') {
          const waits = which.map((at, nth) =>
            waitFor(fills[at] ?? null, asked[nth] ?? someBucket(1, 1), now),
          );
          expect(await limits.take(asked, now)).toEqual(waits);
          if (!isTaken(waits)) continue;
          for (const [nth, at] of which.entries()) {
            fills[at] = filledBy(fills[at] ?? null, asked[nth]?.interval ?? 0, now);
          }
        } else if (deed === 'give back') {
          await limits.giveBack(asked, now);
          for (const [nth, at] of which.entries()) {
            const before = fills[at]?.getTime() ?? now.getTime();
            fills[at] = new Date(before - (asked[nth]?.interval ?? 0));
          }
        } else {
          for (const [nth, at] of which.entries()) {
            const bucket = asked[nth];
            if (bucket !== undefined) await limits.clear(bucket);
            fills[at] = null;
          }
        }
      }
      expect(await limits.look(buckets)).toEqual(fills);
    }),
    { numRuns: 40 },
  );
});

it('counts in a transaction what is committed, and asks for no second connection', async () => {
  const bucket = someBucket(2, 60);
  const [database] = databases;
  if (database === undefined) throw new Error('There is no database.');
  const failing = database.transaction(async () => {
    expect(await limits.take([bucket], start)).toEqual([0]);
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await limits.look([bucket])).toEqual([null]);
  await Promise.all(
    Array.from({ length: 40 }, () =>
      database.transaction(async () => {
        const own = someBucket(1, 60);
        expect(await limits.take([own], start)).toEqual([0]);
        expect(await limits.look([own])).toEqual([later(own.interval)]);
        await limits.giveBack([own], start);
      }),
    ),
  );
});

it('forgets at night what is empty, and keeps what is not', async () => {
  const [old, young] = [someBucket(1, 60), someBucket(1, 3600)];
  await limits.take([old, young], start);
  await limits.forgetEmptySince(later(60_001), new AbortController().signal);
  expect(await limits.look([old, young])).toEqual([null, later(3_600_000)]);
});
