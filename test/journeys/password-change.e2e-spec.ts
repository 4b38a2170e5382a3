/** A reader changes her password while she is signed in, with the one she has or with a fresh proof. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  type Tokens,
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  proveFreshly,
  tokenIn,
} from '../support/readers.js';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const next = 'nine loud geese at midnight';
const minutes = (count: number) => count * 60;

const post = (path: string, body: object, token?: string) =>
  ask(town.url, 'POST', `/api/v1/${path}`, { body, ...(token === undefined ? {} : { token }) });

const change = ({ accessToken }: Tokens, body: object) => post('me/password', body, accessToken);

const login = (email: string, password: string) => post('auth/login', { email, password });

const me = ({ accessToken: token }: Tokens) => ask(town.url, 'GET', '/api/v1/me', { token });

describe('A reader who changes her password', () => {
  it('shows the one she has, and is told by mail', async () => {
    const reader = await joinAs(town);
    town.advance(minutes(11));
    const wrong = await change(reader, { currentPassword: next, password: next });
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'auth/wrong-password' }]);
    const right = await change(reader, { currentPassword: goodPassword, password: next });
    expect(right.status).toBe(204);
    expect((await login(reader.user.email, goodPassword)).status).toBe(401);
    expect((await login(reader.user.email, next)).status).toBe(200);
    expect((await lastMailTo(town, reader.user.email)).subject).toBe('Your password was changed');
  });

  it('or has just shown that it is her', async () => {
    const reader = await joinAs(town);
    town.advance(minutes(10));
    const early = await change(reader, { password: next });
    expect([early.status, early.body]).toMatchObject([403, { code: 'auth/fresh-proof-required' }]);
    await proveFreshly(town, reader.accessToken);
    expect((await change(reader, { password: next })).status).toBe(204);
    expect((await login(reader.user.email, next)).status).toBe(200);
  });

  it('gets her first one so, where she signs in by mail', async () => {
    const reader = await joinAs(town);
    const { pool } = town.app.get(Database);
    await pool.query('update users set "passwordHash" = null where id = $1', [reader.user.id]);
    const guessed = await change(reader, { currentPassword: goodPassword, password: next });
    expect(guessed.status).toBe(422);
    expect((await change(reader, { password: next })).status).toBe(204);
    expect((await login(reader.user.email, next)).status).toBe(200);
  });

  it('signs every other device out, and stays', async () => {
    const reader = await joinAs(town);
    const phone = (await login(reader.user.email, goodPassword)).body as Tokens;
    await change(reader, { password: next });
    expect((await me(phone)).status).toBe(401);
    expect((await post('auth/refresh', { refreshToken: phone.refreshToken })).status).toBe(401);
    expect((await me(reader)).status).toBe(200);
  });

  it('makes worthless what was mailed before', async () => {
    const reader = await joinAs(town);
    const { email } = reader.user;
    await post('auth/password/forgot', { email });
    const token = tokenIn(await lastMailTo(town, email));
    await post('auth/magic-link', { email });
    const code = codeIn(await lastMailTo(town, email));
    await change(reader, { password: next });
    expect((await post('auth/password/reset', { token, password: next })).status).toBe(422);
    expect((await post('auth/magic-link/redeem', { email, code })).status).toBe(422);
  });

  it('chooses one that is not tried first, nor her own name', async () => {
    const reader = await joinAs(town);
    for (const password of ['short one', 'passwordpassword', 'MiraMiraMiraMira1']) {
      const { status, body } = await change(reader, { password });
      expect([status, body]).toMatchObject([422, { errors: [{ field: 'password' }] }]);
    }
    expect((await login(reader.user.email, goodPassword)).status).toBe(200);
  });
});
