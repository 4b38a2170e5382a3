/** Signing in with an authenticator: in two steps, whichever way in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { SignIns } from '../../src/users/sign-in/sign-in.facts.js';
import {
  type AuthenticatorApp,
  challengeFor,
  setUpAuthenticator,
  wrongCode,
} from '../support/authenticators.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Ask, ask as askAt } from '../support/api.js';
import {
  type Tokens,
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  tokenIn,
} from '../support/readers.js';

let town: TestApp;
const ask = (method: string, path: string, options: Ask = {}) =>
  askAt(town.url, method, `/api/v1${path}`, options);
const login = (email: string) =>
  ask('POST', '/auth/login', { body: { email, password: goodPassword } });
const answer = (body: object) => ask('POST', '/auth/second-factor', { body });
const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code;
const stateOf = async (token: string) =>
  (await ask('GET', '/me/second-factor', { token })).body as Record<string, unknown>;

async function sessionsOf(email: string): Promise<number> {
  const { rows } = await town.app
    .get(Database)
    .pool.query<{ count: number }>(
      `select count(*)::int from sessions s join users u on u.id = s."userId" where u.email = $1`,
      [email],
    );
  return rows[0]?.count ?? 0;
}

/** Somebody with an authenticator whose next code is good. */
async function somebodyWithApp(): Promise<{
  reader: Tokens;
  email: string;
  app: AuthenticatorApp;
}> {
  const reader = await joinAs(town);
  return { reader, email: reader.user.email, app: await setUpAuthenticator(town, reader) };
}

beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000' });
});
afterAll(() => town.close());

describe('Signing in with an authenticator', () => {
  it('takes two steps: the password alone opens no session', async () => {
    const { email, app } = await somebodyWithApp();
    const before = await sessionsOf(email);
    const first = await login(email);
    expect(first.status).toBe(401);
    expect(first.headers.get('www-authenticate')).toContain('Bearer');
    expect(first.body).toMatchObject({
      code: 'auth/second-factor-required',
      challenge: expect.stringMatching(/^[\w-]+\.[\w-]{43}$/),
      expiresAt: expect.stringMatching(/Z$/),
    });
    expect(await sessionsOf(email)).toBe(before);
    const { challenge } = first.body as { challenge: string };
    const second = await answer({ challenge, code: app.code() });
    expect(second.status).toBe(200);
    const { accessToken, user } = second.body as Tokens;
    expect(user.email).toBe(email);
    expect((await stateOf(accessToken))['shownAt']).not.toBeNull();
    const again = await answer({ challenge, code: app.code(1) });
    expect([again.status, codeOf(again)]).toEqual([422, 'auth/challenge-over']);
  });

  it('is told to the rooms above after the second step, and not before', async () => {
    const { email, app } = await somebodyWithApp();
    const heard: string[] = [];
    town.app.get(SignIns, { strict: false }).hear((signIn) => {
      heard.push(signIn.email);
      return Promise.resolve();
    });
    const challenge = await challengeFor(town, email, goodPassword);
    await answer({ challenge, code: wrongCode(app) });
    expect(heard).toEqual([]);
    expect((await answer({ challenge, code: app.code() })).status).toBe(200);
    expect(heard).toEqual([email]);
  });

  it('takes them by mailed link, too', async () => {
    const { email, app } = await somebodyWithApp();
    await ask('POST', '/auth/magic-link', { body: { email } });
    const token = tokenIn(await lastMailTo(town, email));
    const byLink = await ask('POST', '/auth/magic-link/redeem', { body: { token } });
    expect([byLink.status, codeOf(byLink)]).toEqual([401, 'auth/second-factor-required']);
    const { challenge } = byLink.body as { challenge: string };
    expect((await answer({ challenge, code: app.code() })).status).toBe(200);
  });

  it('takes them where a registration is proven after the account was opened', async () => {
    const email = (await joinAs(town)).user.email.replace('@', '.b@');
    await ask('POST', '/auth/register', { body: { email, password: goodPassword } });
    const first = codeIn(await lastMailTo(town, email));
    await ask('POST', '/auth/register', { body: { email, password: goodPassword } });
    const second = codeIn(await lastMailTo(town, email));
    const opened = await ask('POST', '/auth/verify-email', { body: { email, code: second } });
    expect(opened.status).toBe(200);
    await setUpAuthenticator(town, opened.body as Tokens);
    const late = await ask('POST', '/auth/verify-email', { body: { email, code: first } });
    expect([late.status, codeOf(late)]).toEqual([401, 'auth/second-factor-required']);
  });

  it('takes each code once, whoever sends it where', async () => {
    const { email, app } = await somebodyWithApp();
    const code = app.code();
    const one = await challengeFor(town, email, goodPassword);
    const other = await challengeFor(town, email, goodPassword);
    expect((await answer({ challenge: one, code })).status).toBe(200);
    const overheard = await answer({ challenge: other, code });
    expect([overheard.status, codeOf(overheard)]).toEqual([422, 'auth/invalid-code']);
    expect((await answer({ challenge: other, code: app.code(-1) })).status).toBe(422);
    expect((await answer({ challenge: other, code: app.code(1) })).status).toBe(200);
  });

  it('signs in once, of twenty right answers at once', async () => {
    const { email, app } = await somebodyWithApp();
    const challenge = await challengeFor(town, email, goodPassword);
    const before = await sessionsOf(email);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => answer({ challenge, code: app.code() })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(19);
    expect(await sessionsOf(email)).toBe(before + 1);
  });

  it('begins anew after five wrong answers, even at once, and after ten minutes', async () => {
    const { email, app } = await somebodyWithApp();
    const challenge = await challengeFor(town, email, goodPassword);
    const guesses = await Promise.all(
      Array.from({ length: 9 }, () => answer({ challenge, code: wrongCode(app) })),
    );
    const codes = guesses.map(codeOf).sort();
    expect(codes.filter((code) => code === 'auth/invalid-code')).toHaveLength(5);
    expect(codes.filter((code) => code === 'auth/challenge-over')).toHaveLength(4);
    expect(codeOf(await answer({ challenge, code: app.code() }))).toBe('auth/challenge-over');

    const next = await challengeFor(town, email, goodPassword);
    town.advance(601);
    expect(codeOf(await answer({ challenge: next, code: app.code() }))).toBe('auth/challenge-over');
  });

  it('is over when the password changes meanwhile, and closed to whoever was banned', async () => {
    const { email, app, reader } = await somebodyWithApp();
    const challenge = await challengeFor(town, email, goodPassword);
    await ask('POST', '/auth/password/forgot', { body: { email } });
    const token = tokenIn(await lastMailTo(town, email));
    const password = 'eleven other herons at dusk';
    expect((await ask('POST', '/auth/password/reset', { body: { token, password } })).status).toBe(
      204,
    );
    expect(codeOf(await answer({ challenge, code: app.code() }))).toBe('auth/challenge-over');

    const next = await challengeFor(town, email, password);
    await town.app
      .get(Database)
      .pool.query('update users set "bannedAt" = now() where id = $1', [reader.user.id]);
    const refused = await answer({ challenge: next, code: app.code() });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'auth/banned']);
  });

  it('refuses what is no challenge, and an answer that is none or two', async () => {
    const { email, app } = await somebodyWithApp();
    const challenge = await challengeFor(town, email, goodPassword);
    const [id] = challenge.split('.');
    for (const forged of ['x', 'x.y', `${id}.`, `${id}.${'A'.repeat(43)}`, 'a'.repeat(300)]) {
      const refused = await answer({ challenge: forged, code: app.code() });
      expect([forged, codeOf(refused)]).toEqual([forged, 'auth/challenge-over']);
    }
    const [recoveryCode] = app.recoveryCodes;
    expect((await answer({ challenge })).status).toBe(422);
    expect((await answer({ challenge, code: app.code(), recoveryCode })).status).toBe(422);
    expect((await answer({ challenge, code: { not: '' } })).status).toBe(422);
    expect((await answer({ challenge, code: app.code() })).status).toBe(200);
  });
});
