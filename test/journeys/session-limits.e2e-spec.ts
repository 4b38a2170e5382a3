/** How long a session lasts, to the second, and what ends it at the very next request: by token and by cookie alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Tokens, goodPassword, joinAs } from '../support/readers.js';
import { type StoppedClock, stopClock } from '../support/stopped-clock.js';
import { Visitor } from '../support/visitor.js';

let town: TestApp;
let clock: StoppedClock;

beforeAll(async () => {
  town = await startTestApp();
  clock = stopClock(town);
});
afterAll(() => town.close());

const day = 24 * 60 * 60;

const post = (path: string, body: object, token?: string) =>
  ask(town.url, 'POST', `/api/v1/${path}`, { body, ...(token === undefined ? {} : { token }) });

const refresh = async (refreshToken: string) => {
  const { status, body } = await post('auth/refresh', { refreshToken });
  return { status, body, tokens: body as Tokens };
};

const me = (token: string) => ask(town.url, 'GET', '/api/v1/me', { token });

const endAll = (token: string, query = '') =>
  ask(town.url, 'DELETE', `/api/v1/me/sessions${query}`, { token });

/** One reader with two devices and a browser. */
async function devices() {
  const phone = await joinAs(town);
  const { email } = phone.user;
  const laptop = (await post('auth/login', { email, password: goodPassword })).body as Tokens;
  const browser = new Visitor(town.url);
  await browser.signIn(email);
  return { phone, laptop, browser };
}

async function isIn({ accessToken, refreshToken }: Tokens): Promise<boolean> {
  const access = (await me(accessToken)).status === 200;
  const renewed = (await refresh(refreshToken)).status === 200;
  expect(renewed).toBe(access);
  return access;
}

const isInBrowser = async (browser: Visitor) => (await browser.open('/account')).status === 200;

describe('A refresh token', () => {
  it('has one successor, however many tabs ask for it at the same moment', async () => {
    const { refreshToken } = await joinAs(town);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const successors = new Set(answers.map(({ tokens }) => tokens.refreshToken));
    expect(successors.size).toBe(1);
    expect((await refresh([...successors][0] ?? '')).status).toBe(200);
  });

  it('gets the same successor once more for ten seconds', async () => {
    const first = await joinAs(town);
    const second = await refresh(first.refreshToken);
    for (const seconds of [9.9, 0.1]) {
      clock.pass(seconds);
      const again = await refresh(first.refreshToken);
      expect([again.status, again.tokens.refreshToken]).toEqual([200, second.tokens.refreshToken]);
    }
    expect(await isIn(second.tokens)).toBe(true);
  });

  it('ends all that came of it when it is used after them', async () => {
    const first = await joinAs(town);
    const second = (await refresh(first.refreshToken)).tokens;
    clock.pass(10.1);
    const stolen = await refresh(first.refreshToken);
    expect([stolen.status, stolen.body]).toMatchObject([
      401,
      { code: 'auth/refresh-token-reused' },
    ]);
    expect(await isIn(second)).toBe(false);
  });

  it('ends them at once when its successor was used as well', async () => {
    const first = await joinAs(town);
    const second = (await refresh(first.refreshToken)).tokens;
    const third = (await refresh(second.refreshToken)).tokens;
    expect((await refresh(first.refreshToken)).status).toBe(401);
    expect(await isIn(third)).toBe(false);
  });
});

describe('A session that is not used', () => {
  it('is over after thirty days, to the second', async () => {
    const [early, late] = [await joinAs(town), await joinAs(town)];
    clock.pass(30 * day - 1);
    expect((await refresh(early.refreshToken)).status).toBe(200);
    clock.pass(1);
    expect((await refresh(late.refreshToken)).status).toBe(401);
  });

  it('is over after thirty days in a browser, to the second', async () => {
    const [early, late] = [(await devices()).browser, (await devices()).browser];
    clock.pass(30 * day - 1);
    expect(await isInBrowser(early)).toBe(true);
    clock.pass(1);
    expect(await isInBrowser(late)).toBe(false);
  });
});

describe('A session that is used all the time', () => {
  it('is over after 180 days, to the second, and no token is good for longer', async () => {
    const { phone, browser } = await devices();
    let tokens: Tokens = phone;
    for (let passed = 0; passed < 175; passed += 25) {
      clock.pass(25 * day);
      tokens = (await refresh(tokens.refreshToken)).tokens;
      expect(await isInBrowser(browser)).toBe(true);
    }
    clock.pass(5 * day - 2);
    const last = await refresh(tokens.refreshToken);
    expect([last.status, last.tokens.expiresIn]).toEqual([200, 2]);
    expect(await isInBrowser(browser)).toBe(true);
    clock.pass(2);
    expect((await refresh(last.tokens.refreshToken)).status).toBe(401);
    expect(await isInBrowser(browser)).toBe(false);
  });
});

describe('A reader who signs out', () => {
  it('everywhere else, stays signed in here', async () => {
    const { phone, laptop, browser } = await devices();
    expect((await endAll(phone.accessToken)).status).toBe(204);
    expect(await isIn(laptop)).toBe(false);
    expect(await isInBrowser(browser)).toBe(false);
    expect(await isIn(phone)).toBe(true);
  });

  it('everywhere, finds nothing that works', async () => {
    const { phone, laptop, browser } = await devices();
    expect((await endAll(phone.accessToken, '?including=current')).status).toBe(204);
    expect(await isIn(phone)).toBe(false);
    expect(await isIn(laptop)).toBe(false);
    expect(await isInBrowser(browser)).toBe(false);
    expect((await endAll(phone.accessToken)).status).toBe(401);
  });

  it('ends nobody else’s sessions, and none by a word that there is not', async () => {
    const [mine, other] = [await devices(), await devices()];
    expect((await endAll(mine.phone.accessToken, '?including=everybody')).status).toBe(400);
    await endAll(mine.phone.accessToken, '?including=current');
    expect(await isIn(other.phone)).toBe(true);
    expect(await isInBrowser(other.browser)).toBe(true);
  });

  it('knows her devices by their names, and when each was used', async () => {
    const { phone, browser } = await devices();
    const headers = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; rv:143.0) Firefox/143.0' };
    const { email } = phone.user;
    const body = { email, password: goodPassword };
    const token = (
      (await ask(town.url, 'POST', '/api/v1/auth/login', { body, headers })).body as Tokens
    ).accessToken;
    const listed = await ask(town.url, 'GET', '/api/v1/me/sessions', { token });
    const { items } = listed.body as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({
      device: 'Firefox on Windows',
      kind: 'token',
      current: true,
      lastUsedAt: clock.now().toISOString(),
    });
    expect(items.map(({ kind }) => kind)).toContain('cookie');
    expect(listed.text).not.toMatch(/127\.0\.0\.1|::1/);
    expect(await isInBrowser(browser)).toBe(true);
  });
});

describe('At the very next request, by token and by cookie', () => {
  type Devices = Awaited<ReturnType<typeof devices>>;

  const deeds: [name: string, deed: (reader: Devices) => Promise<unknown>][] = [
    ['a ban shows', ({ phone }) => town.app.get(AccountAdminService).ban(phone.user.id, 'threats')],
    [
      'a new password shows elsewhere',
      async ({ phone }) => {
        const { email } = phone.user;
        const other = (await post('auth/login', { email, password: goodPassword })).body as Tokens;
        const body = { currentPassword: goodPassword, password: 'nine loud geese at midnight' };
        expect((await post('me/password', body, other.accessToken)).status).toBe(204);
      },
    ],
    [
      'a deleted account shows',
      async ({ phone }) => {
        const body = { confirm: phone.user.email };
        const token = phone.accessToken;
        expect((await ask(town.url, 'DELETE', '/api/v1/me', { token, body })).status).toBe(204);
      },
    ],
  ];

  it.each(deeds)('%s', async (_, deed) => {
    const reader = await devices();
    await deed(reader);
    expect(await isIn(reader.phone)).toBe(false);
    expect(await isIn(reader.laptop)).toBe(false);
    expect(await isInBrowser(reader.browser)).toBe(false);
  });
});
