/** Somebody tries passwords and codes from many places: the owner of the account still gets in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { FORGET_LIMITS } from '../../src/platform/limits/forget-limits.job.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import type { KeptMail } from '../../src/platform/mail/mailbox.js';
import { FORGET_PLACES } from '../../src/users/known-places/forget-places.job.js';
import { ask } from '../support/api.js';
import { type TestApp, settled, startTestApp } from '../support/app.js';
import {
  from,
  guess,
  logIn,
  someAccount,
  someAddressOnTheNet,
  tight,
  waitOf,
} from '../support/limited-town.js';
import { codeIn, lastMailTo, someAddress, tokenIn } from '../support/readers.js';

/** Seconds. */
const [hour, day] = [60 * 60, 24 * 60 * 60];

let town: TestApp;

/** A tenth of everything: one wrong password for an account from a place, ten from a place, ten in a row for an account. */
beforeAll(async () => {
  town = await startTestApp(tight(0.1));
});

afterAll(() => town.close());

const rows = async <Row extends object>(query: string, values: unknown[] = []): Promise<Row[]> =>
  (await town.app.get(Database).pool.query<Row & Record<string, unknown>>(query, values)).rows;

async function tonight(job: string): Promise<void> {
  await town.app.get(Jobs).enqueue(job, {});
  await settled(town.app.get(Jobs));
}

/** From ten networks, once each. */
async function attack(email: string): Promise<void> {
  for (let time = 0; time < 10; time += 1) {
    expect((await guess(town, email, someAddressOnTheNet())).status).toBe(401);
  }
}

describe('An account that fails again and again, from everywhere', () => {
  it('takes her password where she has been before, and no guess from anywhere else', async () => {
    const mira = await someAccount(town);
    const home = someAddressOnTheNet();
    expect((await logIn(town, mira, home)).status).toBe(200);
    await attack(mira);
    waitOf(await guess(town, mira, someAddressOnTheNet()));
    waitOf(await logIn(town, mira, someAddressOnTheNet()));
    expect((await guess(town, mira, home)).status).toBe(401);
    waitOf(await guess(town, mira, home));
    town.advance(hour);
    expect((await logIn(town, mira, home)).status).toBe(200);
  });

  it('is open again everywhere once she has signed in', async () => {
    const mira = await someAccount(town);
    const home = someAddressOnTheNet();
    await logIn(town, mira, home);
    await attack(mira);
    waitOf(await logIn(town, mira, someAddressOnTheNet()));
    expect((await logIn(town, mira, home)).status).toBe(200);
    expect((await guess(town, mira, someAddressOnTheNet())).status).toBe(401);
    expect((await logIn(town, mira, someAddressOnTheNet())).status).toBe(200);
  });

  it('lets her in by a mailed code from wherever she is, and knows her there afterwards', async () => {
    const mira = await someAccount(town);
    const away = someAddressOnTheNet();
    await attack(mira);
    waitOf(await logIn(town, mira, away));
    const headers = from(away);
    await ask(town.url, 'POST', '/api/v1/auth/magic-link', { body: { email: mira }, headers });
    const code = codeIn(await lastMailTo(town, mira));
    const redeemed = await ask(town.url, 'POST', '/api/v1/auth/magic-link/redeem', {
      body: { email: mira, code },
      headers,
    });
    expect(redeemed.status).toBe(200);
    await attack(mira);
    waitOf(await logIn(town, mira, someAddressOnTheNet()));
    expect((await logIn(town, mira, away)).status).toBe(200);
  });

  it('answers like a mailbox that nobody has', async () => {
    const mira = await someAccount(town);
    await logIn(town, mira, someAddressOnTheNet());
    const nobody = someAddress('nobody');
    await attack(mira);
    await attack(nobody);
    const [hers, nobodys] = [
      await guess(town, mira, someAddressOnTheNet()),
      await guess(town, nobody, someAddressOnTheNet()),
    ];
    expect(hers.status).toBe(429);
    expect(hers.text).toBe(nobodys.text);
    expect([...hers.headers.keys()]).toEqual([...nobodys.headers.keys()]);
    expect(waitOf(hers)).toBeGreaterThan(29 * day);
    expect(Math.abs(waitOf(hers) - waitOf(nobodys))).toBeLessThanOrEqual(5);
  });
});

describe('A mailbox whose codes are guessed at from everywhere', () => {
  const post = (path: string, body: object, address: string) =>
    ask(town.url, 'POST', `/api/v1/auth/magic-link${path}`, { body, headers: from(address) });

  /** @returns the mail that was sent before the guesses used up what the mailbox has */
  async function guessed(email: string): Promise<KeptMail> {
    await post('', { email }, someAddressOnTheNet());
    const mail = await lastMailTo(town, email);
    const code = /\b111111\b/.test(mail.text) ? '222222' : '111111';
    for (let time = 0; time < 5; time += 1) {
      const wrong = await post('/redeem', { email, code }, someAddressOnTheNet());
      expect(wrong.status).toBe(422);
    }
    return mail;
  }

  it('takes no further one from anywhere, whether it is known here or not, and still the link', async () => {
    const mira = await someAccount(town);
    const nobody = someAddress('nobody');
    const mail = await guessed(mira);
    await guessed(nobody);
    const [hers, nobodys] = [
      await post('/redeem', { email: mira, code: '333333' }, someAddressOnTheNet()),
      await post('/redeem', { email: nobody, code: '333333' }, someAddressOnTheNet()),
    ];
    expect(Math.abs(waitOf(hers) - waitOf(nobodys))).toBeLessThanOrEqual(5);
    expect(hers.text).toBe(nobodys.text);
    const link = await post('/redeem', { token: tokenIn(mail) }, someAddressOnTheNet());
    expect(link.status).toBe(200);
  });

  it('takes the right one where its owner has been before', async () => {
    const mira = await someAccount(town);
    const home = someAddressOnTheNet();
    await logIn(town, mira, home);
    await guessed(mira);
    await post('', { email: mira }, home);
    const code = codeIn(await lastMailTo(town, mira));
    waitOf(await post('/redeem', { email: mira, code }, someAddressOnTheNet()));
    expect((await post('/redeem', { email: mira, code }, home)).status).toBe(200);
  });
});

describe('The places where somebody has signed in', () => {
  const placesOf = (email: string) =>
    rows<{ place: string }>(
      `select place from known_places k join users u on u.id = k."userId" where u.email = $1`,
      [email],
    );

  it('are the latest twenty, and none can be read', async () => {
    const mira = await someAccount(town);
    const first = someAddressOnTheNet();
    await logIn(town, mira, first);
    for (let time = 0; time < 20; time += 1) await logIn(town, mira, someAddressOnTheNet());
    const places = await placesOf(mira);
    expect(places).toHaveLength(20);
    for (const { place } of places) expect(place).toMatch(/^[\w-]{43}$/);
    await attack(mira);
    waitOf(await logIn(town, mira, first));
  });

  it('have another name for each account', async () => {
    const there = someAddressOnTheNet();
    const [mira, tess] = [await someAccount(town), await someAccount(town)];
    await logIn(town, mira, there);
    await logIn(town, tess, there);
    expect((await placesOf(mira))[0]?.place).not.toBe((await placesOf(tess))[0]?.place);
  });

  it('are forgotten when she was not there for ninety days', async () => {
    const mira = await someAccount(town);
    const [summerhouse, home] = [someAddressOnTheNet(), someAddressOnTheNet()];
    await logIn(town, mira, summerhouse);
    town.advance(89 * day);
    await logIn(town, mira, home);
    town.advance(2 * day);
    await attack(mira);
    waitOf(await logIn(town, mira, summerhouse));
    await tonight(FORGET_PLACES);
    expect(await placesOf(mira)).toHaveLength(1);
    expect((await logIn(town, mira, home)).status).toBe(200);
  });
});

describe('At night', () => {
  it('what nobody is near any more is forgotten', async () => {
    await guess(town, await someAccount(town), someAddressOnTheNet());
    town.advance(2 * hour);
    await tonight(FORGET_LIMITS);
    const left = await rows<{ emptyAt: Date }>('select "emptyAt" from limits');
    // Failures in a row are remembered for a month; everything else was of the hour.
    expect(left).not.toEqual([]);
    const now = town.app.get(Clock).now().getTime();
    expect(Math.min(...left.map(({ emptyAt }) => emptyAt.getTime()))).toBeGreaterThan(now);
  });
});
