/** Before the meter is set anew, staff are told what it would have meant for those who read of late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MeteredTown, startMeteredTown } from '../support/metered-town.js';
import { MeteredReader } from '../support/metered-reader.js';
import { joinAs } from '../support/readers.js';

interface Effect {
  limit: { now: number; instead: number };
  readers: number;
  usedUp: { now: number; instead: number };
  sentence: string;
}

let town: MeteredTown;

beforeAll(async () => {
  town = await startMeteredTown(4);
});

afterAll(() => town.close());

async function whatIf(query = ''): Promise<{ registered: Effect; strangers: Effect }> {
  const path = `/api/v1/admin/settings/meter/what-if${query}`;
  const { status, body, text } = await town.ask('GET', path, { token: town.admin });
  expect(status, text).toBe(200);
  return body as { registered: Effect; strangers: Effect };
}

/** Opens so many articles with an account of her own. */
async function registered(count: number): Promise<MeteredReader> {
  const reader = new MeteredReader(town);
  reader.token = (await joinAs(town)).accessToken;
  await reader.readsOf(town.slugs.slice(0, count));
  return reader;
}

/** The same as a stranger whose browser is known. */
async function stranger(count: number): Promise<void> {
  await new MeteredReader(town).readsOf(town.slugs.slice(0, count));
}

describe('Another allowance', () => {
  it('means nothing where nobody has read', async () => {
    const { registered: readers } = await whatIf('?registered=1');
    expect(readers).toMatchObject({ readers: 0, usedUp: { now: 0, instead: 0 } });
  });

  it('is told for registered readers and for strangers, each with the numbers and in words', async () => {
    for (const count of [1, 2, 2, 3, 4]) await registered(count);
    for (const count of [1, 3]) await stranger(count);
    const { registered: readers, strangers } = await whatIf('?registered=2&anonymous=1');
    expect(readers).toEqual({
      limit: { now: 3, instead: 2 },
      readers: 5,
      usedUp: { now: 2, instead: 4 },
      sentence:
        'Of 5 registered readers who opened metered articles, 2 used up the 3 of a window. With 2 it would have been 4.',
    });
    expect(strangers).toMatchObject({
      limit: { now: 3, instead: 1 },
      readers: 2,
      usedUp: { now: 1, instead: 2 },
    });
  });

  it('is told as it is set, where nothing is asked', async () => {
    const { registered: readers } = await whatIf();
    expect(readers).toMatchObject({
      limit: { now: 3, instead: 3 },
      usedUp: { now: 2, instead: 2 },
    });
    const { body } = await town.ask('GET', '/api/v1/admin/settings/meter', { token: town.admin });
    expect(body).toMatchObject({ registeredLimit: 3, window: 'calendar-month' });
  });

  it('is told in another window: what a month adds up, short windows keep apart', async () => {
    const reader = await registered(1);
    town.advance(3 * 24 * 60 * 60);
    await reader.readsOf(town.slugs.slice(1, 2));
    const rolling = (days: number) => `?window=rolling-days&windowDays=${days}&registered=2`;
    const long = await whatIf(rolling(30));
    const short = await whatIf(rolling(2));
    expect(long.registered.readers).toBe(6);
    expect(long.registered.usedUp.instead).toBe(5);
    expect(short.registered.usedUp.instead).toBe(4);
  });

  it('does not take what an account has read in a browser for a stranger’s', async () => {
    const before = (await whatIf()).strangers.readers;
    const reader = new MeteredReader(town);
    await reader.readsOf(town.slugs.slice(0, 1));
    reader.token = (await joinAs(town)).accessToken;
    await reader.readsOf(town.slugs.slice(1, 3));
    expect((await whatIf()).strangers.readers).toBe(before + 1);
  });

  it.each(['?registered=-1', '?anonymous=1001', '?window=week', '?windowDays=0', '?limit=3'])(
    'is not asked for by %s',
    async (query) => {
      const path = `/api/v1/admin/settings/meter/what-if${query}`;
      expect((await town.ask('GET', path, { token: town.admin })).status).toBe(400);
    },
  );
});
