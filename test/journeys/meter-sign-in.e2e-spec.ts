/** A stranger signs in: what she has read comes along, and neither coming nor going refills anything. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FORGET_READS } from '../../src/paywall/meter/forget-reads.job.js';
import { StrangerNames } from '../../src/paywall/meter/stranger-names.service.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { settled } from '../support/app.js';
import { MeteredReader } from '../support/metered-reader.js';
import { type MeteredTown, startMeteredTown } from '../support/metered-town.js';
import { codeIn, goodPassword, joinAs, lastMailTo, someAddress } from '../support/readers.js';

let town: MeteredTown;
let slugs: string[];

beforeAll(async () => {
  town = await startMeteredTown(12);
  ({ slugs } = town);
});

afterAll(() => town.close());

beforeEach(() => town.setMeter({ anonymousLimit: 3, registeredLimit: 5 }));

const newAccount = async (): Promise<string> => (await joinAs(town)).user.email;

/** Signs her in over the API from her own browser. */
async function signIn(reader: MeteredReader, email: string): Promise<void> {
  const body = { email, password: goodPassword };
  const answer = await reader.ask('POST', '/api/v1/auth/login', { body });
  expect(answer.status).toBe(200);
  reader.token = (answer.body as { accessToken: string }).accessToken;
}

async function signOut(reader: MeteredReader): Promise<void> {
  await reader.ask('POST', '/api/v1/auth/logout', { body: {} });
  reader.token = null;
}

const used = async (reader: MeteredReader): Promise<number> => {
  const { body } = await reader.ask('GET', '/api/v1/me');
  return (body as { meter: { used: number } }).meter.used;
};

describe('what a stranger has read', () => {
  it('counts for her account from the moment she signs in, each article once', async () => {
    const anna = new MeteredReader(town);
    expect(await anna.readsOf(slugs.slice(0, 3))).toBe(3);
    await signIn(anna, await newAccount());
    expect(await used(anna)).toBe(3);
    expect(await anna.reads('metered-1')).toBe(true);
    expect(await anna.readsOf(slugs)).toBe(5);
    expect(await used(anna)).toBe(5);
  });

  it('counts also where the client sends no cookie afterwards', async () => {
    const anna = new MeteredReader(town);
    await anna.readsOf(slugs.slice(0, 3));
    await signIn(anna, await newAccount());
    anna.cookie = null;
    expect(await anna.readsOf(slugs)).toBe(5);
  });

  it('counts for whoever registers in that browser', async () => {
    const anna = new MeteredReader(town);
    await anna.readsOf(slugs.slice(0, 2));
    const email = someAddress();
    const register = { email, password: goodPassword };
    await anna.ask('POST', '/api/v1/auth/register', { body: register });
    const proof = { email, code: codeIn(await lastMailTo(town, email)) };
    const { body } = await anna.ask('POST', '/api/v1/auth/verify-email', { body: proof });
    anna.token = (body as { accessToken: string }).accessToken;
    expect(await used(anna)).toBe(2);
  });

  it('counts for whoever signs in by a mailed code', async () => {
    const anna = new MeteredReader(town);
    await anna.readsOf(slugs.slice(0, 2));
    const email = await newAccount();
    await anna.ask('POST', '/api/v1/auth/magic-link', { body: { email } });
    const proof = { email, code: codeIn(await lastMailTo(town, email)) };
    const { body } = await anna.ask('POST', '/api/v1/auth/magic-link/redeem', { body: proof });
    anna.token = (body as { accessToken: string }).accessToken;
    expect(await used(anna)).toBe(2);
  });

  it('counts for whoever signs in on the pages', async () => {
    const anna = new MeteredReader(town);
    await anna.readsOf(slugs.slice(0, 2));
    const email = await newAccount();
    const answer = await fetch(`${town.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: anna.cookie ?? '', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email, password: goodPassword }),
    });
    expect(answer.status).toBe(303);
    const elsewhere = new MeteredReader(town);
    await signIn(elsewhere, email);
    expect(await used(elsewhere)).toBe(2);
  });

  it('counts from her next article on where her browser shows it later', async () => {
    const anna = new MeteredReader(town);
    await anna.readsOf(slugs.slice(0, 3));
    const late = anna.again(town);
    late.cookie = null;
    await signIn(late, await newAccount());
    expect(await used(late)).toBe(0);
    late.cookie = anna.cookie;
    expect(await late.reads('metered-2')).toBe(true);
    late.cookie = null;
    expect(await used(late)).toBe(3);
  });

  it('lifts nothing: what her account has spent stays spent', async () => {
    const email = await newAccount();
    const phone = new MeteredReader(town);
    await signIn(phone, email);
    expect(await phone.readsOf(slugs.slice(0, 5))).toBe(5);
    const laptop = new MeteredReader(town);
    expect(await laptop.reads('metered-9')).toBe(true);
    await signIn(laptop, email);
    expect(await used(laptop)).toBe(6);
    expect(await laptop.reads('metered-9')).toBe(true);
    expect(await laptop.reads('metered-10')).toBe(false);
  });

  it('is hers after she has signed out, and she has no more than before', async () => {
    const anna = new MeteredReader(town);
    expect(await anna.readsOf(slugs.slice(0, 3))).toBe(3);
    await signIn(anna, await newAccount());
    await signOut(anna);
    expect(await anna.reads('metered-1')).toBe(true);
    expect(await anna.reads('metered-4')).toBe(false);
  });
});

describe('ten times in and out', () => {
  it.each([
    ['as much as she can each time', 12, 12],
    ['one article each time', 1, 1],
    ['first all that her account has', 0, 12],
  ])('reading %s, nobody has more than the larger allowance', async (_, asStranger, signedIn) => {
    const email = await newAccount();
    const anna = new MeteredReader(town);
    const had = new Set<string>();
    const readNew = async (most: number): Promise<void> => {
      let left = most;
      for (const slug of slugs) {
        if (left === 0) return;
        if (had.has(slug)) continue;
        if (!(await anna.reads(slug))) return;
        had.add(slug);
        left -= 1;
      }
    };
    for (let cycle = 0; cycle < 10; cycle += 1) {
      await readNew(asStranger);
      await signIn(anna, email);
      await readNew(signedIn);
      await signOut(anna);
    }
    await readNew(12);
    expect(had.size).toBe(5);
  });
});

describe('two people with one browser', () => {
  it('have an allowance each, and neither has what the other opened', async () => {
    const browser = new MeteredReader(town);
    await signIn(browser, await newAccount());
    expect(await browser.readsOf(slugs.slice(0, 5))).toBe(5);
    await signOut(browser);
    expect(await browser.reads('metered-1')).toBe(false);
    await signIn(browser, await newAccount());
    expect(await used(browser)).toBe(0);
    expect(await browser.readsOf(slugs.slice(5, 11))).toBe(5);
  });
});

describe('whoever deletes her account', () => {
  const leave = (reader: MeteredReader, email: string) =>
    reader.ask('DELETE', '/api/v1/me', { body: { confirm: email } });

  it('and registers with the same address has what she had, however often', async () => {
    const email = await newAccount();
    const had = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const anna = new MeteredReader(town);
      if (time === 0) await signIn(anna, email);
      else anna.token = (await joinAs(town, email)).accessToken;
      expect(await used(anna)).toBe(had.size);
      for (const slug of slugs) {
        if (had.size < (time === 0 ? 3 : 12) && (await anna.reads(slug))) had.add(slug);
      }
      expect((await leave(anna, email)).status).toBe(204);
    }
    expect(had.size).toBe(5);
  });

  it('leaves it to nobody else', async () => {
    const email = await newAccount();
    const anna = new MeteredReader(town);
    await signIn(anna, email);
    await anna.readsOf(slugs.slice(0, 3));
    await leave(anna, email);
    const berta = new MeteredReader(town);
    await signIn(berta, await newAccount());
    expect(await used(berta)).toBe(0);
  });

  it('has all of it again in another window', async () => {
    await town.setMeter({ registeredLimit: 5, window: 'rolling-days', windowDays: 2 });
    const email = await newAccount();
    const anna = new MeteredReader(town);
    await signIn(anna, email);
    await anna.readsOf(slugs.slice(0, 5));
    await leave(anna, email);
    town.advance(2 * 24 * 60 * 60);
    const again = new MeteredReader(town);
    again.token = (await joinAs(town, email)).accessToken;
    expect(await again.readsOf(slugs)).toBe(5);
    town.advance(-2 * 24 * 60 * 60);
  });

  it('leaves nothing at all when the window is over and the night has passed', async () => {
    await town.setMeter({ window: 'rolling-days', windowDays: 2 });
    const email = await newAccount();
    const anna = new MeteredReader(town);
    await signIn(anna, email);
    await anna.readsOf(slugs.slice(0, 2));
    const { pool } = town.app.get(Database);
    const left = async () => {
      const name = town.app.get(StrangerNames, { strict: false }).leaver(email);
      const { rowCount } = await pool.query('select from meter_reads where "subjectId" = $1', [
        name,
      ]);
      return rowCount;
    };
    await leave(anna, email);
    expect(await left()).toBe(2);
    town.advance(4 * 24 * 60 * 60);
    const jobs = town.app.get(Jobs);
    await jobs.enqueue(FORGET_READS, {});
    await settled(jobs);
    expect(await left()).toBe(0);
    town.advance(-4 * 24 * 60 * 60);
  });
});
