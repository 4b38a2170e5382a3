/** Scripts of our own pages have the browser's cookie traded for a token: of the same session, for as long as that lasts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { goodPassword, joinAs } from '../support/readers.js';
import { Visitor, signedInReader } from '../support/visitor.js';

const friend = 'https://app.paper.test';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp({ CORS_ORIGINS: friend });
});
afterAll(() => town.close());

const address = '/api/v1/auth/session-token';
const trade = (cookie: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(town.url, 'POST', address, {
    headers: { 'sec-fetch-site': 'same-origin', ...(cookie === '' ? {} : { cookie }), ...headers },
  });

async function tokenOf(browser: Visitor): Promise<string> {
  const { status, body, text } = await trade(browser.cookie);
  expect(status, text).toBe(200);
  return (body as { accessToken: string }).accessToken;
}

const me = (token: string, method = 'GET', path = '/api/v1/me', body?: unknown) =>
  ask(town.url, method, path, { token, ...(body === undefined ? {} : { body }) });

interface SessionItem {
  id: string;
  kind: string;
  current: boolean;
}

const sessionsOf = async (token: string): Promise<SessionItem[]> =>
  ((await me(token, 'GET', '/api/v1/me/sessions')).body as { items: SessionItem[] }).items;

describe('a browser in which somebody is signed in', () => {
  it('gets a short token, which is hers and of the very same session', async () => {
    const { user } = await joinAs(town);
    const browser = new Visitor(town.url);
    await browser.signIn(user.email);
    const answer = await trade(browser.cookie);
    expect(answer.body).toEqual({ accessToken: expect.any(String) as string, expiresIn: 900 });
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const token = (answer.body as { accessToken: string }).accessToken;
    expect((await me(token)).body).toMatchObject({ id: user.id });
    const sessions = await sessionsOf(token);
    expect(sessions.find(({ current }) => current)).toMatchObject({ kind: 'cookie' });
    expect(sessions).toHaveLength(2);
  });

  it('shows with it what a session shows: a fresh proof on the page is one in the API', async () => {
    const { user } = await joinAs(town);
    const browser = new Visitor(town.url);
    await browser.signIn(user.email);
    const token = await tokenOf(browser);
    town.advance(11 * 60);
    const disclosure = () => me(token, 'GET', '/api/v1/me/export');
    expect((await disclosure()).body).toMatchObject({ code: 'auth/fresh-proof-required' });
    const proof = await me(token, 'POST', '/api/v1/me/proof', { password: goodPassword });
    expect(proof.status).toBe(200);
    expect((await disclosure()).status).toBe(200);
  });

  it('stays signed in by it as by a visit, until half a year is over', async () => {
    const browser = await signedInReader(town);
    for (let week = 0; week < 6; week += 1) {
      town.advance(7 * 86_400);
      const { status, headers } = await trade(browser.cookie);
      expect(status).toBe(200);
      expect(headers.getSetCookie().join()).toContain('broadsheet=');
    }
    town.advance(31 * 86_400);
    expect((await trade(browser.cookie)).status).toBe(401);
  });

  it('gets no new cookie at every call', async () => {
    const browser = await signedInReader(town);
    expect((await trade(browser.cookie)).headers.getSetCookie()).toEqual([]);
  });
});

describe('the token ends at once', () => {
  it('when she signs out on the pages', async () => {
    const browser = await signedInReader(town);
    const token = await tokenOf(browser);
    const { cookie } = browser;
    await browser.fillIn('/sign-out', {});
    expect((await me(token)).status).toBe(401);
    expect((await trade(cookie)).status).toBe(401);
  });

  it('when she ends that session elsewhere, or signs out by the token itself', async () => {
    const { user, accessToken } = await joinAs(town);
    const browser = new Visitor(town.url);
    await browser.signIn(user.email);
    const token = await tokenOf(browser);
    const current = (await sessionsOf(token)).find((session) => session.current);
    await me(accessToken, 'DELETE', `/api/v1/me/sessions/${current?.id}`);
    expect((await me(token)).status).toBe(401);

    await browser.signIn(user.email);
    const next = await tokenOf(browser);
    expect((await me(next, 'POST', '/api/v1/auth/logout', {})).status).toBe(204);
    expect((await browser.open('/account')).location).toMatch(/^\/sign-in/);
  });

  it('when the session has lasted its time, though the token has not', async () => {
    const browser = await signedInReader(town);
    const token = await tokenOf(browser);
    town.advance(30 * 86_400 + 1);
    expect((await me(token)).body).toMatchObject({ code: 'auth/invalid-token' });
  });
});

describe('nobody else gets a token', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }],
    ['an old browser’s other site', { 'sec-fetch-site': '', origin: 'https://evil.test' }],
    ['a site that may speak to the API', { 'sec-fetch-site': 'cross-site', origin: friend }],
  ])('with her cookie: %s', async (_, { origin, ...fetchSite }: Record<string, string>) => {
    const { cookie } = await signedInReader(town);
    const headers: Record<string, string> = { cookie, ...(origin === undefined ? {} : { origin }) };
    if (fetchSite['sec-fetch-site'] !== '') Object.assign(headers, fetchSite);
    const { status, body } = await ask(town.url, 'POST', address, { headers });
    expect([status, body]).toMatchObject([403, { code: 'auth/cross-site' }]);
  });

  it('without a cookie, with a forged one, or for another token', async () => {
    const { accessToken } = await joinAs(town);
    const { cookie } = await signedInReader(town);
    const refused = [
      await trade(''),
      await trade(`${cookie}x`),
      await trade('broadsheet=01890000-0000-7000-8000-0000000000aa'),
      await trade('', { authorization: `Bearer ${accessToken}` }),
    ];
    expect(refused.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      Array(4).fill([401, 'auth/session-required']),
    );
  });

  it('and the token is no way to refresh, nor does it open the pages', async () => {
    const browser = await signedInReader(town);
    const token = await tokenOf(browser);
    const refreshed = await ask(town.url, 'POST', '/api/v1/auth/refresh', {
      body: { refreshToken: token },
    });
    expect(refreshed.status).toBe(422);
    const page = await new Visitor(town.url).open('/account', { authorization: `Bearer ${token}` });
    expect(page.location).toMatch(/^\/sign-in/);
  });
});
