import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { CookieSessionService } from '../../src/users/sessions/cookie-session.service.js';
import { ReaderDirectory } from '../../src/users/reader-directory.service.js';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Tokens, goodPassword, joinAs } from '../support/readers.js';
import { signedInReader } from '../support/visitor.js';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const post = (path: string, body?: unknown, token?: string) =>
  ask(town.url, 'POST', `/api/v1/auth/${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(token === undefined ? {} : { token }),
  });
const refresh = async (refreshToken: string) => {
  const answer = await post('refresh', { refreshToken });
  return { ...answer, tokens: answer.body as Tokens };
};
const sessionsOf = (token?: string, query = '') =>
  ask(town.url, 'GET', `/api/v1/me/sessions${query}`, token === undefined ? {} : { token });
const itemsOf = async (token: string) =>
  ((await sessionsOf(token)).body as { items: { id: string; current: boolean }[] }).items;
const loginAgain = async ({ user }: Tokens) =>
  (await post('login', { email: user.email, password: goodPassword })).body as Tokens;

describe('a device stays signed in', () => {
  it('by exchanging its refresh token for the next pair', async () => {
    const first = await joinAs(town);
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(second.tokens.user).toEqual(first.user);
    expect((await sessionsOf(second.tokens.accessToken)).status).toBe(200);
    expect((await refresh(second.tokens.refreshToken)).status).toBe(200);
  });

  it('also when two of its tabs refresh at the same moment: both get the same successor', async () => {
    const { refreshToken } = await joinAs(town);
    const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(new Set(answers.map(({ tokens }) => tokens.refreshToken)).size).toBe(1);
  });

  it('until somebody uses a copy of an old token: then the whole session ends', async () => {
    const first = await joinAs(town);
    const second = (await refresh(first.refreshToken)).tokens;
    town.advance(11);
    const stolen = await refresh(first.refreshToken);
    expect([stolen.status, stolen.body]).toMatchObject([
      401,
      { code: 'auth/refresh-token-reused' },
    ]);
    expect((await refresh(second.refreshToken)).status).toBe(401);
    expect((await sessionsOf(second.accessToken)).status).toBe(401);
  });

  it('for thirty days without being used, and not longer', async () => {
    const { refreshToken } = await joinAs(town);
    town.advance(29 * 86_400);
    const next = await refresh(refreshToken);
    expect(next.status).toBe(200);
    town.advance(30 * 86_400 + 1);
    const late = await refresh(next.tokens.refreshToken);
    expect([late.status, late.body]).toMatchObject([401, { code: 'auth/invalid-refresh-token' }]);
  });

  it('only with a token of ours', async () => {
    const { refreshToken } = await joinAs(town);
    const [session, , mac] = refreshToken.split('.');
    for (const forged of [
      'x',
      'a.b.c',
      `${session}.1.${mac}`,
      `${refreshToken}x`,
      `${session}.0.`,
    ]) {
      const { status, body, headers } = await refresh(forged);
      expect([status, body]).toMatchObject([401, { code: 'auth/invalid-refresh-token' }]);
      expect(headers.get('www-authenticate')).toContain('Bearer');
    }
  });
});

describe('a reader signs out', () => {
  it('and her tokens are worth nothing at once', async () => {
    const { accessToken, refreshToken } = await joinAs(town);
    expect((await post('logout', undefined, accessToken)).status).toBe(204);
    expect((await sessionsOf(accessToken)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  it('of another device by its refresh token, too, but never of somebody else’s', async () => {
    const phone = await joinAs(town);
    const laptop = await loginAgain(phone);
    const stranger = await joinAs(town);
    await post('logout', { refreshToken: laptop.refreshToken }, stranger.accessToken);
    expect((await sessionsOf(laptop.accessToken)).status).toBe(200);
    await post('logout', { refreshToken: laptop.refreshToken }, phone.accessToken);
    expect((await sessionsOf(laptop.accessToken)).status).toBe(401);
  });

  it('of one device from another, which she finds in her list', async () => {
    const phone = await joinAs(town);
    const laptop = await loginAgain(phone);
    const items = await itemsOf(phone.accessToken);
    expect(items.map(({ current }) => current)).toEqual([false, true]);
    const other = items.find(({ current }) => !current)?.id ?? '';
    const stranger = await joinAs(town);
    const end = (token: string, id: string) =>
      ask(town.url, 'DELETE', `/api/v1/me/sessions/${id}`, { token });
    expect((await end(stranger.accessToken, other)).status).toBe(404);
    expect((await end(phone.accessToken, other)).status).toBe(204);
    expect((await end(phone.accessToken, other)).status).toBe(404);
    expect((await end(phone.accessToken, 'no-such-thing')).status).toBe(404);
    expect((await sessionsOf(laptop.accessToken)).status).toBe(401);
    expect(await itemsOf(phone.accessToken)).toHaveLength(1);
  });

  it('and reads a long list of devices page by page', async () => {
    const phone = await joinAs(town);
    await loginAgain(phone);
    await loginAgain(phone);
    const ids: string[] = [];
    let query = '?limit=2';
    while (query !== '') {
      const page = (await sessionsOf(phone.accessToken, query)).body as {
        items: { id: string }[];
        nextCursor: string | null;
      };
      ids.push(...page.items.map(({ id }) => id));
      query = page.nextCursor === null ? '' : `?limit=2&cursor=${page.nextCursor}`;
    }
    expect(new Set(ids).size).toBe(3);
    expect((await sessionsOf(phone.accessToken, '?cursor=nonsense')).status).toBe(400);
  });
});

describe('a browser', () => {
  const asking = (cookies: Record<string, string>) =>
    ({ cookies, routeOptions: { config: {} } }) as unknown as FastifyRequest;
  const openBrowser = async () => {
    const { user } = await joinAs(town);
    const account = await town.app.get(ReaderDirectory).byId(user.id);
    if (account === null) throw new Error('She has just joined.');
    const browsers = town.app.get(CookieSessionService);
    return {
      account,
      browsers,
      cookie: await browsers.open(account, { userAgent: 'a browser', cookies: {} }),
    };
  };

  it('stays signed in by a cookie that no script reads and no other site sends', async () => {
    const { account, browsers, cookie } = await openBrowser();
    expect(cookie.options).toEqual({
      httpOnly: true,
      secure: false,
      sameSite: 'lax',
      path: '/',
      maxAge: 2_592_000,
    });
    const reader = await browsers.readerOf(asking({ [cookie.cookieName]: cookie.value }));
    expect(reader).toMatchObject({ id: account.id, email: account.email, roles: [] });
  });

  it('is a stranger without its cookie, or with one that was touched', async () => {
    const { browsers, cookie } = await openBrowser();
    const [session] = cookie.value.split('.');
    for (const value of ['', 'x', session ?? '', `${session}.AAAA`, `${cookie.value}A`]) {
      expect(await browsers.readerOf(asking({ [cookie.cookieName]: value }))).toBeNull();
    }
    expect(await browsers.readerOf(asking({}))).toBeNull();
  });

  it('is signed out by the button, by a ban and by time', async () => {
    const first = await openBrowser();
    const request = asking({ [first.cookie.cookieName]: first.cookie.value });
    expect((await first.browsers.close(request)).options.maxAge).toBe(0);
    expect(await first.browsers.readerOf(request)).toBeNull();

    const second = await openBrowser();
    const again = asking({ [second.cookie.cookieName]: second.cookie.value });
    await town.app.get(AccountAdminService).ban(second.account.id, 'threats');
    expect(await second.browsers.readerOf(again)).toBeNull();

    const third = await openBrowser();
    town.advance(30 * 86_400 + 1);
    const late = asking({ [third.cookie.cookieName]: third.cookie.value });
    expect(await third.browsers.readerOf(late)).toBeNull();
  });

  it('stays signed in as long as its reader comes by within thirty days, for half a year', async () => {
    const reader = await signedInReader(town);
    // Twice on one day writes nothing.
    town.advance(43_200);
    expect((await reader.open('/account')).headers.getSetCookie()).toEqual([]);
    for (const days of [29, 29, 29, 29, 29, 15]) {
      town.advance(days * 86_400);
      const visit = await reader.open('/account');
      expect(visit.status).toBe(200);
      expect(visit.headers.getSetCookie().join()).toContain('HttpOnly; SameSite=Lax');
    }
    // 160 days are over; the 180 of the longest session are not exceeded.
    town.advance(18 * 86_400);
    const last = await reader.open('/account');
    expect([last.status, last.headers.getSetCookie()]).toEqual([200, []]);
    town.advance(2 * 86_400);
    expect((await reader.open('/account')).location).toContain('/sign-in');
  });

  it('opens no door of the API with its cookie', async () => {
    const { cookie } = await openBrowser();
    const headers = { cookie: `${cookie.cookieName}=${cookie.value}` };
    expect((await ask(town.url, 'GET', '/api/v1/me/sessions', { headers })).status).toBe(401);
  });
});

describe('a ban', () => {
  it('acts at the very next request, and until it is lifted', async () => {
    const reader = await joinAs(town);
    const staff = town.app.get(AccountAdminService);
    await staff.ban(reader.user.id, 'threats');
    expect((await sessionsOf(reader.accessToken)).status).toBe(401);
    expect((await refresh(reader.refreshToken)).status).toBe(401);
    const banned = await post('login', { email: reader.user.email, password: goodPassword });
    expect([banned.status, banned.body]).toMatchObject([403, { code: 'auth/banned' }]);
    const wrong = await post('login', { email: reader.user.email, password: 'a wrong password' });
    expect(wrong.status).toBe(401);
    await staff.unban(reader.user.id);
    expect((await loginAgain(reader)).accessToken).toBeTypeOf('string');
  });
});

describe('the order of refusals', () => {
  it('is sign-in first, then what is wrong with the request', async () => {
    const { accessToken } = await joinAs(town);
    expect((await sessionsOf(undefined, '?nonsense=1')).status).toBe(401);
    expect((await sessionsOf(accessToken, '?nonsense=1')).status).toBe(400);
  });
});

describe('staff', () => {
  it('get their roles without a mailed proof, and again the same account with a new password', async () => {
    const staff = town.app.get(AccountAdminService);
    const account = { email: 'ada@town.test', password: goodPassword, name: 'Ada', roles: [] };
    const made = await staff.createStaff({ ...account, roles: ['admin'] });
    const again = await staff.createStaff({
      ...account,
      password: `${goodPassword}!`,
      roles: ['editor'],
    });
    expect([again.id, again.roles]).toEqual([made.id, ['editor']]);
    const signedIn = await post('login', { email: 'ada@town.test', password: `${goodPassword}!` });
    expect(signedIn.body).toMatchObject({ user: { name: 'Ada', roles: ['editor'] } });
  });
});
