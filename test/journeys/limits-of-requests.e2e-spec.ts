/** What may be asked for only so often: mails, codes, checkouts, gifts, new tokens. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Ask, ask } from '../support/api.js';
import { challengeFor, setUpAuthenticator, wrongCode } from '../support/authenticators.js';
import {
  type GiftTown,
  compedMember,
  give,
  giftPath,
  openGiftTown,
  someReader,
} from '../support/gifts.js';
import {
  from,
  logIn,
  someAccount,
  someAddressOnTheNet,
  tight,
  waitOf,
} from '../support/limited-town.js';
import { codeIn, goodPassword, joinAs, lastMailTo, someAddress } from '../support/readers.js';
import { type TestTown, aYear, sell } from '../support/town.js';
import { Visitor, wordsOf } from '../support/visitor.js';

let paper: GiftTown;
let town: TestTown;
let priceId: string;

/** A tenth of everything. */
beforeAll(async () => {
  paper = await openGiftTown(tight(0.1));
  ({ town } = paper);
  priceId = (await sell(town, paper.admin, 'paid', [aYear])).yearly;
});

afterAll(() => town.close());

const askFrom = (address: string, method: string, path: string, more: Ask = {}): Promise<Answer> =>
  ask(town.url, method, path, { ...more, headers: from(address) });

async function statusesOf(
  times: number,
  work: () => Promise<{ status: number }>,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await work()).status);
  return statuses;
}

const signedIn = async (email: string): Promise<string> =>
  ((await logIn(town, email, someAddressOnTheNet())).body as { accessToken: string }).accessToken;

const again = (times: number, status: number): number[] =>
  Array.from({ length: times }, () => status);

describe('Mails', () => {
  const askForMail = (address: string, email = someAddress()) =>
    askFrom(address, 'POST', '/api/v1/auth/magic-link', { body: { email } });

  it('of every kind are counted together, whoever they go to, over the API and the pages', async () => {
    const there = someAddressOnTheNet();
    expect(await statusesOf(28, () => askForMail(there))).toEqual(again(28, 202));
    const forgotten = await askFrom(there, 'POST', '/api/v1/auth/password/forgot', {
      body: { email: someAddress() },
    });
    expect(forgotten.status).toBe(202);
    const browser = new Visitor(town.url);
    const sent = await browser.fillIn('/sign-in/link', { email: someAddress() }, from(there));
    expect(sent.status).toBe(200);
    const heard = [
      await askForMail(there),
      await askForMail(there, await someAccount(town)),
      await askFrom(there, 'POST', '/api/v1/auth/register', {
        body: { email: someAddress(), password: 'seven quiet herons at noon' },
      }),
    ];
    for (const wait of heard.map(waitOf)) expect(wait).toBeLessThanOrEqual(120);
    expect(new Set(heard.map(({ text }) => text)).size).toBe(1);
    for (const [path, fields] of [
      ['/sign-in/link', { email: someAddress() }],
      ['/register', { email: someAddress(), password: 'seven quiet herons at noon' }],
      ['/reset-password/link', { email: someAddress() }],
    ] as const) {
      const page = await browser.fillIn(path, fields, from(there));
      expect(page.status, path).toBe(429);
      expect(Number(page.headers.get('retry-after')), path).toBeGreaterThan(0);
      expect(wordsOf(page.html), path).toMatch(/It works again in (2 minutes|a minute)\./);
    }
    expect((await askForMail(someAddressOnTheNet())).status).toBe(202);
  });

  it('are counted in a network, too, and so are requests that ask for none', async () => {
    const askWrongly = (line: number) =>
      askFrom(`2001:db8:abcd:${line}::1`, 'POST', '/api/v1/auth/password/forgot', { body: {} });
    for (let line = 1; line <= 4; line += 1) {
      expect(await statusesOf(25, () => askWrongly(line))).toEqual(again(25, 422));
    }
    waitOf(await askWrongly(99));
  });
});

describe('Codes', () => {
  const redeem = (address: string, email: string, code: string) =>
    askFrom(address, 'POST', '/api/v1/auth/magic-link/redeem', { body: { email, code } });

  it('may be wrong only so often for a mailbox from one place, and right elsewhere', async () => {
    const mira = await someAccount(town);
    const there = someAddressOnTheNet();
    await askFrom(there, 'POST', '/api/v1/auth/magic-link', { body: { email: mira } });
    const code = codeIn(await lastMailTo(town, mira));
    const wrong = code === '123456' ? '654321' : '123456';
    expect((await redeem(there, mira, wrong)).status).toBe(422);
    waitOf(await redeem(there, mira, wrong));
    waitOf(await redeem(there, mira, code));
    expect((await redeem(someAddressOnTheNet(), mira, code)).status).toBe(200);
  });

  it('may be wrong only so often from one place, whosever they are', async () => {
    const there = someAddressOnTheNet();
    const guess = () => redeem(there, someAddress(), '123456');
    expect(await statusesOf(11, guess)).toEqual([...again(10, 422), 429]);
    const browser = new Visitor(town.url);
    const email = someAddress();
    await browser.fillIn('/sign-in/link', { email }, from(there));
    const page = await browser.fillIn('/sign-in/code', { email, code: '123456' }, from(there));
    expect(page.status).toBe(429);
  });

  it('that are right count for nothing', async () => {
    const there = someAddressOnTheNet();
    for (let time = 0; time < 12; time += 1) {
      const mira = await someAccount(town);
      await askFrom(there, 'POST', '/api/v1/auth/magic-link', { body: { email: mira } });
      expect((await redeem(there, mira, codeIn(await lastMailTo(town, mira)))).status).toBe(200);
    }
  });
});

describe('Checkouts', () => {
  const start = (token: string, address: string, price = priceId) =>
    askFrom(address, 'POST', '/api/v1/billing/checkout-sessions', {
      token,
      body: { priceId: price },
    });

  it('may be asked for only so often by one account, from wherever', async () => {
    const { token } = await someReader(town);
    const asks = () => start(token, someAddressOnTheNet());
    expect(await statusesOf(3, asks)).toEqual([201, 201, 429]);
    expect(waitOf(await asks())).toBeLessThanOrEqual(1800);
  });

  it('may be asked for only so often from one place, on the pages, too', async () => {
    const there = someAddressOnTheNet();
    for (let reader = 0; reader < 5; reader += 1) {
      const token = await signedIn(await someAccount(town));
      const asks = () => start(token, there, '00000000-0000-7000-8000-000000000000');
      expect(await statusesOf(2, asks)).toEqual([404, 404]);
    }
    const email = await someAccount(town);
    waitOf(await start(await signedIn(email), there));
    const browser = new Visitor(town.url);
    await browser.signIn(email);
    const page = await browser.fillIn('/join', { priceId }, from(there));
    expect(page.status).toBe(429);
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('Gifts', () => {
  it('are given only so often, over the API and the pages', async () => {
    const giver = await compedMember(town, paper.admin, paper.pro.id);
    const gives = () => town.ask('POST', '/api/v1/articles/one/gifts', { token: giver.token });
    expect(await statusesOf(3, gives)).toEqual([201, 201, 201]);
    waitOf(await gives());
    const browser = new Visitor(town.url);
    await browser.signIn(giver.email);
    expect((await browser.fillIn('/articles/one/gift', {})).status).toBe(429);
  });

  it('are opened only so often from one place; opening one again is free', async () => {
    const there = someAddressOnTheNet();
    await paper.setGifts({ openings: 100 });
    const gift = await give(
      town,
      (await compedMember(town, paper.admin, paper.pro.id)).token,
      'two',
    );
    const opens = (cookie = '') =>
      ask(town.url, 'GET', giftPath(gift), { headers: { ...from(there), cookie } });
    const first = await opens();
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await statusesOf(29, () => opens())).toEqual(again(29, 200));
    waitOf(await opens());
    expect((await opens(cookie)).text).toContain('behind the wall');
    const elsewhere = await ask(town.url, 'GET', giftPath(gift), {
      headers: from(someAddressOnTheNet()),
    });
    expect(elsewhere.text).toContain('behind the wall');
  });
});

describe('New tokens', () => {
  it('are written only so often in a session, and another session has its own', async () => {
    const mira = await someAccount(town);
    const signIn = async () =>
      (await logIn(town, mira, someAddressOnTheNet())).body as { refreshToken: string };
    let { refreshToken } = await signIn();
    const refresh = async () => {
      const answer = await askFrom(someAddressOnTheNet(), 'POST', '/api/v1/auth/refresh', {
        body: { refreshToken },
      });
      if (answer.status === 200) ({ refreshToken } = answer.body as { refreshToken: string });
      return answer;
    };
    expect(await statusesOf(6, refresh)).toEqual(again(6, 200));
    const wait = waitOf(await refresh());
    expect(wait).toBeLessThanOrEqual(10);
    town.advance(wait);
    expect((await refresh()).status).toBe(200);
    ({ refreshToken } = await signIn());
    expect((await refresh()).status).toBe(200);
  });
});

describe('Second factors', () => {
  it('may be wrong only so often, however many sign-ins she begins', async () => {
    const mira = await joinAs(town);
    const app = await setUpAuthenticator(town, mira);
    const there = someAddressOnTheNet();
    const answer = async (address: string, code: string) => {
      const challenge = await challengeFor(town, mira.user.email, goodPassword);
      const body = { challenge, code };
      return askFrom(address, 'POST', '/api/v1/auth/second-factor', { body });
    };
    expect((await answer(there, wrongCode(app))).status).toBe(422);
    waitOf(await answer(there, wrongCode(app)));
    expect((await answer(someAddressOnTheNet(), app.code())).status).toBe(200);
    for (let time = 0; time < 4; time += 1) {
      expect((await answer(someAddressOnTheNet(), wrongCode(app))).status).toBe(422);
    }
    expect(waitOf(await answer(someAddressOnTheNet(), app.code()))).toBeGreaterThan(60 * 60);
  });
});

describe('Passkeys', () => {
  it('are challenged only so often from one place', async () => {
    const there = someAddressOnTheNet();
    const asks = () => askFrom(there, 'POST', '/api/v1/auth/passkey/options');
    expect(await statusesOf(30, asks)).toEqual(again(30, 200));
    waitOf(await asks());
  });
});

describe('What is held of a reader', () => {
  it('is given to her only so often', async () => {
    const email = await someAccount(town);
    const token = await signedIn(email);
    const takes = () => askFrom(someAddressOnTheNet(), 'GET', '/api/v1/me/export', { token });
    expect((await takes()).status).toBe(200);
    expect(waitOf(await takes())).toBeGreaterThan(23 * 60 * 60);
  });
});

describe('The API’s description', () => {
  it('names the refusal, and when to come again, wherever it can come', async () => {
    const { body } = await town.ask('GET', '/api/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, { responses: object }>> };
    const limited = Object.entries(paths)
      .flatMap(([path, item]) =>
        Object.entries(item).map(([method, { responses }]) => ({ path, method, responses })),
      )
      .filter(({ responses }) => '429' in responses);
    const named = limited.map(({ method, path }) => `${method} ${path}`);
    for (const route of [
      'post /api/v1/auth/register',
      'post /api/v1/auth/verify-email',
      'post /api/v1/auth/login',
      'post /api/v1/auth/magic-link',
      'post /api/v1/auth/magic-link/redeem',
      'post /api/v1/auth/refresh',
      'post /api/v1/auth/second-factor',
      'post /api/v1/auth/passkey/options',
      'get /api/v1/me/export',
      'post /api/v1/auth/password/forgot',
      'post /api/v1/me/proof',
      'post /api/v1/billing/checkout-sessions',
      'post /api/v1/articles/{slug}/gifts',
      'get /api/v1/articles/{slug}',
      'get /api/v1/access/check',
    ]) {
      expect(named).toContain(route);
    }
    for (const { responses } of limited) {
      expect(responses).toMatchObject({
        429: { headers: { 'Retry-After': { schema: { type: 'integer' } } } },
      });
    }
  });
});
