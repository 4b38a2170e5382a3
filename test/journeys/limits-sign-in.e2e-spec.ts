/** Whoever guesses passwords has to wait, and whoever knows hers gets in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  from,
  guess,
  guesses,
  logIn,
  someAccount,
  someAddressOnTheNet,
  tight,
  waitOf,
} from '../support/limited-town.js';
import { QueryLog } from '../support/query-log.js';
import { codeIn, goodPassword, lastMailTo, someAddress } from '../support/readers.js';
import { stopClock } from '../support/stopped-clock.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let town: TestApp;

beforeAll(async () => {
  town = await startTestApp(tight());
});

afterAll(() => town.close());

const tenTimes = (status: number): number[] => Array.from({ length: 10 }, () => status);

describe('Ten wrong passwords for an account from one place', () => {
  it('close it there for a while, and nowhere else', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    expect(await guesses(town, 11, mira, there)).toEqual([...tenTimes(401), 429]);
    waitOf(await logIn(town, mira, there));
    expect((await logIn(town, mira, someAddressOnTheNet())).status).toBe(200);
    expect((await logIn(town, await someAccount(town), there)).status).toBe(200);
  });

  it('let exactly ten through, however many are sent at once', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess(town, mira, there)));
    const counts = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
    expect([counts(401), counts(429)]).toEqual([10, 40]);
  });

  it('say exactly how long to wait: a second less is too early', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    const clock = stopClock(town);
    try {
      expect(await guesses(town, 10, mira, there)).toEqual(tenTimes(401));
      expect(waitOf(await logIn(town, mira, there))).toBe(360);
      clock.pass(0.001);
      expect(waitOf(await logIn(town, mira, there))).toBe(360);
      clock.pass(358.999);
      expect(waitOf(await logIn(town, mira, there))).toBe(1);
      clock.pass(0.999);
      expect(waitOf(await logIn(town, mira, there))).toBe(1);
      clock.pass(0.001);
      expect((await logIn(town, mira, there)).status).toBe(200);
      expect((await guess(town, mira, there)).status).toBe(401);
      expect(waitOf(await guess(town, mira, there))).toBe(360);
    } finally {
      clock.release();
    }
  });

  it('are the same for a mailbox that nobody has', async () => {
    const known = await someAccount(town);
    const clock = stopClock(town);
    try {
      const heardAs = async (email: string) => {
        const there = someAddressOnTheNet();
        const heard = [];
        for (let time = 0; time < 12; time += 1) {
          const { status, headers, text } = await guess(town, email, there);
          heard.push({ status, text, headers: [...headers].filter(([name]) => name !== 'date') });
        }
        return heard;
      };
      const hers = await heardAs(known);
      expect(hers).toEqual(await heardAs(someAddress('nobody')));
      expect(hers.map(({ status }) => status)).toEqual([...tenTimes(401), 429, 429]);
    } finally {
      clock.release();
    }
  });

  it('count for a signed-in reader who is asked for hers, too', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    const { accessToken: token } = (await logIn(town, mira, there)).body as { accessToken: string };
    const prove = (password: string) =>
      ask(town.url, 'POST', '/api/v1/me/proof', {
        body: { password },
        token,
        headers: from(there),
      });
    for (let time = 0; time < 10; time += 1) {
      expect((await prove('not her password at all')).status).toBe(422);
    }
    waitOf(await prove(goodPassword));
    waitOf(await logIn(town, mira, there));
  });
});

describe('A reader who has forgotten which of her passwords it was', () => {
  it('is nobody who tries many accounts, however long it takes her', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    for (let time = 0; time < 25; time += 1) {
      expect((await guess(town, mira, there)).status).toBe(401);
      town.advance(6 * 60);
    }
    const { rows } = await town.app
      .get(Database)
      .pool.query(`select from audit_entries where action = 'security.spraying'`);
    expect(rows).toEqual([]);
  });
});

describe('A right password', () => {
  it('counts for nothing, however often it is used', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    for (let time = 0; time < 12; time += 1) {
      expect((await logIn(town, mira, there)).status).toBe(200);
    }
    expect(await guesses(town, 11, mira, there)).toEqual([...tenTimes(401), 429]);
  });

  it('is taken from many devices at once', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    const answers = await Promise.all(Array.from({ length: 40 }, () => logIn(town, mira, there)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('costs a look, a take that is given back, and what is remembered of the place', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    await logIn(town, mira, there);
    const asked = await new QueryLog(town).during(() => logIn(town, mira, there));
    const limits = asked.filter((query) => /\blimits|known_places/.test(query));
    expect(limits).toHaveLength(5);
  });
});

describe('Where somebody comes from', () => {
  it('is her /64: whoever hops within it gains nothing', async () => {
    const mira = await someAccount(town);
    for (let hop = 1; hop <= 10; hop += 1) {
      expect((await guess(town, mira, `2001:db8:1:2::${hop.toString(16)}`)).status).toBe(401);
    }
    waitOf(await guess(town, mira, '2001:db8:1:2:ffff:ffff:ffff:ffff'));
    expect((await guess(town, mira, '2001:db8:1:3::1')).status).toBe(401);
  });

  it('is her IPv4 address, in whatever clothes it comes', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    await guesses(town, 5, mira, there);
    await guesses(town, 5, mira, `::ffff:${there}`);
    expect((await guess(town, mira, there)).status).toBe(429);
    expect((await guess(town, mira, `${there}:51234`)).status).toBe(429);
  });

  it('is what a trusted proxy says, not what she wrote before it', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    for (let time = 0; time < 10; time += 1) {
      await guess(town, mira, `${someAddressOnTheNet()}, ${there}`);
    }
    expect((await guess(town, mira, there)).status).toBe(429);
  });

  it('is where the connection comes from, where no proxy is trusted', async () => {
    const bare = await startTestApp({ LIMITS_FACTOR: '1' });
    try {
      const mira = await someAccount(bare);
      for (let time = 0; time < 10; time += 1) {
        expect((await guess(bare, mira, someAddressOnTheNet())).status).toBe(401);
      }
      waitOf(await guess(bare, mira, someAddressOnTheNet()));
    } finally {
      await bare.close();
    }
  });
});

describe('On the pages', () => {
  it('the same is counted, and said kindly', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    await guesses(town, 9, mira, there);
    const browser = new Visitor(town.url);
    const tries = () =>
      browser.fillIn('/sign-in', { email: mira, password: 'not hers at all' }, from(there));
    expect((await tries()).status).toBe(422);
    const { status, headers, html } = await tries();
    expect(status).toBe(429);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('retry-after')).toMatch(/^3[56]\d$/);
    expect(wordsOf(html)).toContain('A little slower, please');
    expect(wordsOf(html)).toContain('6 minutes');
    waitOf(await logIn(town, mira, there));
  });

  it('a mailed code still lets her in from there', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    await guesses(town, 11, mira, there);
    await ask(town.url, 'POST', '/api/v1/auth/magic-link', {
      body: { email: mira },
      headers: from(there),
    });
    const code = codeIn(await lastMailTo(town, mira));
    const redeemed = await ask(town.url, 'POST', '/api/v1/auth/magic-link/redeem', {
      body: { email: mira, code },
      headers: from(there),
    });
    expect(redeemed.status).toBe(200);
  });
});
