/** JWT_SECRET is changed while people read: nobody notices, and what was made with the old one ends when that is let go. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import { LockedSecretRepository } from '../../src/users/second-factor/locked-secret.repository.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Answer, ask } from '../support/api.js';
import {
  type AuthenticatorApp,
  challengeFor,
  setUpAuthenticator,
} from '../support/authenticators.js';
import { type GiftTown, giftPath, give, openGiftTown } from '../support/gifts.js';
import {
  type Tokens,
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  someAddress,
} from '../support/readers.js';

const someSecret = (): string => randomBytes(32).toString('hex');
const [old, fresh] = [someSecret(), someSecret()] as const;

/** What somebody holds that the old secret has made. */
interface Held {
  email: string;
  tokens: Tokens;
  /** Of her sister, who has no second factor. */
  sister: Tokens;
  cookie: string;
  visitor: string;
  gift: string;
  authenticator: AuthenticatorApp;
  code: { email: string; code: string; request: string };
}

let paper: GiftTown;
let town: TestApp | undefined;
let mira: Held;
/** What a process with the new secret has given out. */
let later: Tokens[];

/** Passport knows one strategy in a process: the one before ends first. */
async function restartWith(secrets: Record<string, string>): Promise<TestApp> {
  await town?.close();
  const { databaseUrl, stripeApiBase = '', dataDir } = paper.town.app.get(Config);
  town = await startTestApp({
    DATABASE_URL: databaseUrl,
    STRIPE_API_BASE: stripeApiBase,
    DATA_DIR: dataDir,
    METER_ANONYMOUS: '3',
    ...secrets,
  });
  return town;
}

beforeAll(async () => {
  paper = await openGiftTown({ JWT_SECRET: old, METER_ANONYMOUS: '3' });
  mira = await somebody();
});

afterAll(async () => {
  await town?.close();
  await paper.town.close();
});

async function somebody(): Promise<Held> {
  const { town: first, giver } = paper;
  const email = someAddress();
  const sister = await joinAs(first);
  const tokens = await joinAs(first, email);
  const authenticator = await setUpAuthenticator(first, tokens);
  const stranger = await ask(first.url, 'GET', '/api/v1/articles/metered');
  const asked = await ask(first.url, 'POST', '/api/v1/auth/magic-link', {
    body: { email: sister.user.email },
  });
  const { request } = asked.body as { request: string };
  const code = codeIn(await lastMailTo(first, sister.user.email));
  return {
    email,
    tokens,
    sister,
    cookie: await signInOnThePages(first),
    visitor: cookieIn(stranger, 'broadsheet-visitor'),
    gift: giftPath(await give(first, giver.token, 'one')),
    authenticator,
    code: { email: sister.user.email, code, request },
  };
}

/** The cookie of somebody else's session, who has no second factor. */
async function signInOnThePages(town: TestApp): Promise<string> {
  const email = someAddress();
  await joinAs(town, email);
  const form = new URLSearchParams({ email, password: goodPassword });
  const answer = await fetch(`${town.url}/sign-in`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: town.app.get(Config).publicUrl },
  });
  const cookie = /broadsheet=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  if (cookie === undefined) throw new Error(`Nobody was signed in: ${answer.status}`);
  return cookie;
}

const cookieIn = ({ headers }: Answer, name: string): string =>
  new RegExp(`${name}=[^;]+`).exec(headers.get('set-cookie') ?? '')?.[0] ?? '';
const read = (at: TestApp, cookie: string): Promise<Answer> =>
  ask(at.url, 'GET', '/api/v1/articles/metered', { headers: { cookie } });
const me = async (at: TestApp, token: string): Promise<number> =>
  (await ask(at.url, 'GET', '/api/v1/me', { token })).status;
const refresh = (at: TestApp, { refreshToken }: Tokens): Promise<Answer> =>
  ask(at.url, 'POST', '/api/v1/auth/refresh', { body: { refreshToken } });
const accountPage = async (at: TestApp, cookie: string): Promise<number> =>
  (await fetch(`${at.url}/account`, { headers: { cookie }, redirect: 'manual' })).status;
const isOpened = async (at: TestApp, path: string): Promise<boolean> =>
  ((await ask(at.url, 'GET', path)).body as { access: { granted: boolean } }).access.granted;
const redeem = async (at: TestApp, body: object): Promise<number> =>
  (await ask(at.url, 'POST', '/api/v1/auth/magic-link/redeem', { body })).status;

/** Her code is one that was not taken yet: the clocks of both processes go on. */
async function secondStep(at: TestApp, answer: () => object): Promise<number> {
  for (const one of [paper.town, at]) one.advance(60);
  const challenge = await challengeFor(at, mira.email, goodPassword);
  const body = { challenge, ...answer() };
  return (await ask(at.url, 'POST', '/api/v1/auth/second-factor', { body })).status;
}

const secretsOf = (at: TestApp): LockedSecretRepository =>
  at.app.get(LockedSecretRepository, { strict: false });

describe('JWT_SECRET is rotated', () => {
  it('and a reader stays signed in where the new one is known beside the old', async () => {
    const at = await restartWith({ JWT_SECRET: old, JWT_SECRET_PREVIOUS: fresh });
    expect(await me(at, mira.tokens.accessToken)).toBe(200);
    expect(await accountPage(at, mira.cookie)).toBe(200);
  });

  it('and where the new one signs: her tokens, cookie, mailed code and gift link hold', async () => {
    const at = await restartWith({ JWT_SECRET: fresh, JWT_SECRET_PREVIOUS: old });
    expect(await me(at, mira.tokens.accessToken)).toBe(200);
    expect(await accountPage(at, mira.cookie)).toBe(200);
    expect(await isOpened(at, mira.gift)).toBe(true);
    expect(await redeem(at, { ...mira.code, code: 'none' })).toBe(422);
    expect(await redeem(at, mira.code)).toBe(200);
    const { status, body } = await refresh(at, mira.sister);
    expect(status).toBe(200);
    later = [body as Tokens, await joinAs(at)];
  });

  it('and her browser is known, and once is given a cookie of the new one', async () => {
    const at = town as TestApp;
    const sealedAnew = cookieIn(await read(at, mira.visitor), 'broadsheet-visitor');
    expect(sealedAnew.split('.')[0]).toBe(mira.visitor.split('.')[0]);
    expect(sealedAnew).not.toBe(mira.visitor);
    expect((await read(at, sealedAnew)).headers.get('set-cookie')).toBeNull();
  });

  it('and her authenticator and recovery codes open her second door, and are locked anew', async () => {
    const at = town as TestApp;
    const { authenticator } = mira;
    expect(await secondStep(at, () => ({ code: authenticator.code() }))).toBe(200);
    const [recoveryCode] = authenticator.recoveryCodes;
    expect(await secondStep(at, () => ({ recoveryCode }))).toBe(200);
    expect(await secretsOf(at).renewAll()).toEqual({ looked: 1, renewed: 1, lost: 0 });
    expect(await secretsOf(at).renewAll()).toEqual({ looked: 1, renewed: 0, lost: 0 });
  });

  it('and a token that no known secret has signed is never taken', async () => {
    const [head = '', claims = ''] = mira.tokens.accessToken.split('.');
    for (const mac of ['', 'x', randomBytes(32).toString('base64url')]) {
      expect(await me(town as TestApp, `${head}.${claims}.${mac}`)).toBe(401);
    }
  });

  it('and a process that still signs with the old one knows who came to one with the new', async () => {
    const at = await restartWith({ JWT_SECRET: old, JWT_SECRET_PREVIOUS: fresh });
    for (const { accessToken } of later) expect(await me(at, accessToken)).toBe(200);
  });

  it('and once the old one is let go, what it made is over and all else goes on', async () => {
    const at = await restartWith({ JWT_SECRET: fresh });
    expect(await me(at, mira.tokens.accessToken)).toBe(401);
    expect((await refresh(at, mira.tokens)).status).toBe(401);
    expect(await accountPage(at, mira.cookie)).toBe(303);
    expect(await isOpened(at, mira.gift)).toBe(false);
    for (const tokens of later) {
      expect(await me(at, tokens.accessToken)).toBe(200);
      expect((await refresh(at, tokens)).status).toBe(200);
    }
    const { authenticator } = mira;
    expect(await secondStep(at, () => ({ code: authenticator.code() }))).toBe(200);
    const [, recoveryCode] = authenticator.recoveryCodes;
    expect(await secondStep(at, () => ({ recoveryCode }))).toBe(200);
  });

  it('and whoever has let go of too much is told', async () => {
    const at = await restartWith({ JWT_SECRET: someSecret() });
    expect(await secretsOf(at).renewAll()).toEqual({ looked: 1, renewed: 0, lost: 1 });
    expect(await secondStep(at, () => ({ code: mira.authenticator.code() }))).toBe(422);
  });
});
