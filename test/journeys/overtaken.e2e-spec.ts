/** Who was on the way in, or at work, when the owner took her account back comes too late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { SignIns } from '../../src/users/sign-in/sign-in.facts.js';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { setUpAuthenticator } from '../support/authenticators.js';
import {
  type Tokens,
  goodPassword,
  joinAs,
  lastMailTo,
  someAddress,
  tokenIn,
} from '../support/readers.js';
import { Visitor } from '../support/visitor.js';

let town: TestApp;
/** What happens between the proof of somebody who signs in and her session. */
let meanwhile: (() => Promise<void>) | null = null;

beforeAll(async () => {
  town = await startTestApp();
  town.app.get(SignIns, { strict: false }).hear(async () => {
    const act = meanwhile;
    meanwhile = null;
    await act?.();
  });
});
afterAll(() => town.close());

const hers = 'nine loud geese at midnight';
const thiefs = 'eleven sly foxes at dawn';

const post = (path: string, body: object, token?: string) =>
  ask(town.url, 'POST', `/api/v1/${path}`, { body, ...(token === undefined ? {} : { token }) });

const login = (email: string, password: string) => post('auth/login', { email, password });

async function resetLink(email: string): Promise<string> {
  await post('auth/password/forgot', { email });
  return tokenIn(await lastMailTo(town, email));
}

async function sessionsLeft({ user }: Tokens): Promise<number> {
  const { rowCount } = await town.app
    .get(Database)
    .pool.query('select from sessions where "userId" = $1 and "endedAt" is null', [user.id]);
  return rowCount ?? 0;
}

describe('A thief who knows the password', () => {
  it('and signs in while its owner chooses another one is not let in', async () => {
    const mira = await joinAs(town);
    const token = await resetLink(mira.user.email);
    meanwhile = async () => {
      expect((await post('auth/password/reset', { token, password: hers })).status).toBe(204);
    };
    const late = await login(mira.user.email, goodPassword);
    expect([late.status, late.body]).toMatchObject([401, { code: 'auth/invalid-credentials' }]);
    expect(await sessionsLeft(mira)).toBe(0);
    expect((await login(mira.user.email, hers)).status).toBe(200);
  });

  it('nor on the pages', async () => {
    const mira = await joinAs(town);
    const token = await resetLink(mira.user.email);
    meanwhile = async () => {
      expect((await post('auth/password/reset', { token, password: hers })).status).toBe(204);
    };
    const late = await new Visitor(town.url).signIn(mira.user.email, goodPassword);
    expect([late.status, late.headers.getSetCookie()]).toEqual([422, []]);
    expect(await sessionsLeft(mira)).toBe(0);
  });

  it('and signs in while the account is banned finds nothing when it is not any more', async () => {
    const mira = await joinAs(town);
    const { pool } = town.app.get(Database);
    const ban = (at: string) =>
      pool.query(`update users set "bannedAt" = ${at} where id = $1`, [mira.user.id]);
    await pool.query('update sessions set "endedAt" = now() where "userId" = $1', [mira.user.id]);
    meanwhile = async () => void (await ban('now()'));
    expect((await login(mira.user.email, goodPassword)).status).toBe(401);
    await ban('null');
    expect(await sessionsLeft(mira)).toBe(0);
  });

  it('and chooses one himself at the same moment has not the last word', async () => {
    const mira = await joinAs(town);
    const thief = (await login(mira.user.email, goodPassword)).body as Tokens;
    const { pool } = town.app.get(Database);
    const owner = await pool.connect();
    try {
      // Her new password is written and everybody signed out, and then his is to be written.
      await owner.query('begin');
      await owner.query('update users set "updatedAt" = now() where id = $1', [mira.user.id]);
      await owner.query('update sessions set "endedAt" = now() where "userId" = $1', [
        mira.user.id,
      ]);
      const late = post('me/password', { password: thiefs }, thief.accessToken);
      const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await expect
        .poll(async () => (await pool.query(waiting)).rowCount, { timeout: 5000 })
        .toBe(1);
      await owner.query('commit');
      expect((await late).status).toBe(401);
    } finally {
      owner.release();
    }
    expect((await login(mira.user.email, thiefs)).status).toBe(401);
    expect((await login(mira.user.email, goodPassword)).status).toBe(200);
  });
});

describe('A new address that a thief has named', () => {
  it('is not taken on by the owner either, once she has another password', async () => {
    const mira = await joinAs(town);
    const thief = (await login(mira.user.email, goodPassword)).body as Tokens;
    const address = someAddress('thief');
    expect((await post('me/email', { email: address }, thief.accessToken)).status).toBe(202);
    const lure = tokenIn(await lastMailTo(town, address));
    const change = { currentPassword: goodPassword, password: hers };
    expect((await post('me/password', change, mira.accessToken)).status).toBe(204);
    const pressed = await post('me/email/confirm', { token: lure }, mira.accessToken);
    expect([pressed.status, pressed.body]).toMatchObject([422, { code: 'auth/invalid-code' }]);
  });
});

describe('A session of one factor, once its owner has an authenticator', () => {
  it('changes nothing about her factors, however fresh its sign-in', async () => {
    const mira = await joinAs(town);
    const thief = (await login(mira.user.email, goodPassword)).body as Tokens;
    await setUpAuthenticator(town, mira);
    const { accessToken: token } = thief;
    for (const [method, path] of [
      ['DELETE', 'me/authenticator'],
      ['POST', 'me/recovery-codes'],
      ['POST', 'me/authenticator'],
      ['POST', 'me/passkeys/options'],
    ] as const) {
      const refused = await ask(town.url, method, `/api/v1/${path}`, { token });
      expect([path, refused.status, refused.body]).toMatchObject([
        path,
        403,
        { code: 'auth/fresh-proof-required' },
      ]);
    }
    const again = await post('me/proof', { password: goodPassword }, token);
    expect(again.status).toBe(422);
    expect((await ask(town.url, 'GET', '/api/v1/me', { token })).status).toBe(200);
  });

  it('and her own goes on as fresh as it was', async () => {
    const mira = await joinAs(town);
    await setUpAuthenticator(town, mira);
    const codes = await post('me/recovery-codes', {}, mira.accessToken);
    expect(codes.status).toBe(201);
  });
});

describe('An authenticator that was proposed and left', () => {
  it('is not confirmed by whoever tries code after code in a session that she forgot', async () => {
    const mira = await joinAs(town);
    const { accessToken: token } = mira;
    expect((await post('me/authenticator', {}, token)).status).toBe(201);
    town.advance(601);
    const guess = await post('me/authenticator/confirm', { code: '123456' }, token);
    expect([guess.status, guess.body]).toMatchObject([403, { code: 'auth/fresh-proof-required' }]);
  });
});
