/** Mira sets up an authenticator, loses it, and leaves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import {
  type AuthenticatorApp,
  appWith,
  challengeFor,
  setUpAuthenticator,
  wrongCode,
} from '../support/authenticators.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Ask, ask as askAt } from '../support/api.js';
import { type Tokens, goodPassword, joinAs, lastMailTo } from '../support/readers.js';

let town: TestApp;
const ask = (method: string, path: string, options: Ask = {}) =>
  askAt(town.url, method, `/api/v1${path}`, options);
const login = (email: string) =>
  ask('POST', '/auth/login', { body: { email, password: goodPassword } });
const answer = (body: object) => ask('POST', '/auth/second-factor', { body });
const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code;
const stateOf = async (token: string) =>
  (await ask('GET', '/me/second-factor', { token })).body as Record<string, unknown>;

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

describe('Mira sets up an authenticator', () => {
  it('which guards nothing before its first code, and gives her ten recovery codes with it', async () => {
    const mira = await joinAs(town);
    const { accessToken: token } = mira;
    const none = { authenticator: false, recoveryCodesLeft: 0, passkeys: 0, required: false };
    expect(await stateOf(token)).toEqual({ ...none, shownAt: null });
    const proposed = await ask('POST', '/me/authenticator', { token });
    const { secret, uri } = proposed.body as { secret: string; uri: string };
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain(`secret=${secret}`);
    expect(await stateOf(token)).toMatchObject(none);
    expect((await login(mira.user.email)).status).toBe(200);
    const early = await ask('POST', '/me/recovery-codes', { token });
    expect([early.status, codeOf(early)]).toEqual([409, 'auth/no-authenticator']);

    const app = await setUpAuthenticator(town, mira);
    expect(new Set(app.recoveryCodes).size).toBe(10);
    for (const code of app.recoveryCodes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await stateOf(token)).toMatchObject({ authenticator: true, recoveryCodesLeft: 10 });
    expect((await stateOf(token))['shownAt']).not.toBeNull();
    expect((await lastMailTo(town, mira.user.email)).subject).toContain('has an authenticator');
  });

  it('and the database holds neither the secret nor a code that anybody could read', async () => {
    const { reader, app } = await somebodyWithApp();
    const { rows } = await town.app.get(Database).pool.query<{ held: string }>(
      `select encode(a.secret, 'escape') || coalesce(string_agg(c."codeHash", ' '), '') as held
       from authenticators a left join recovery_codes c on c."userId" = a."userId"
       where a."userId" = $1 group by a.secret`,
      [reader.user.id],
    );
    for (const code of app.recoveryCodes) expect(rows[0]?.held).not.toContain(code);
    expect(rows[0]?.held.length).toBeGreaterThan(400);
  });

  it('with a code that is not the app’s: nothing is confirmed', async () => {
    const { accessToken: token } = await joinAs(town);
    const nothing = await ask('POST', '/me/authenticator/confirm', {
      token,
      body: { code: '123456' },
    });
    expect([nothing.status, codeOf(nothing)]).toEqual([409, 'auth/no-authenticator']);
    const { secret } = (await ask('POST', '/me/authenticator', { token })).body as {
      secret: string;
    };
    const code = wrongCode(appWith(town, secret));
    const wrong = await ask('POST', '/me/authenticator/confirm', { token, body: { code } });
    expect([wrong.status, codeOf(wrong)]).toEqual([422, 'auth/invalid-code']);
    expect((await stateOf(token))['authenticator']).toBe(false);
  });

  it('only with a fresh proof, and takes it away only with one', async () => {
    const { reader, app } = await somebodyWithApp();
    const { accessToken: token } = reader;
    town.advance(601);
    for (const [method, path] of [
      ['POST', '/me/authenticator'],
      ['DELETE', '/me/authenticator'],
      ['POST', '/me/recovery-codes'],
    ] as const) {
      const refused = await ask(method, path, { token });
      expect([path, refused.status, codeOf(refused)]).toEqual([
        path,
        403,
        'auth/fresh-proof-required',
      ]);
    }
    expect(await stateOf(token)).toMatchObject({ authenticator: true, recoveryCodesLeft: 10 });
    expect(app.recoveryCodes).toHaveLength(10);
  });

  it('and replaces it with the one of her new phone, which ends the old one', async () => {
    const { reader, email, app: old } = await somebodyWithApp();
    const next = await setUpAuthenticator(town, reader);
    const challenge = await challengeFor(town, email, goodPassword);
    expect((await answer({ challenge, code: old.code() })).status).toBe(422);
    expect((await answer({ challenge, recoveryCode: old.recoveryCodes[0] })).status).toBe(422);
    expect((await answer({ challenge, code: next.code() })).status).toBe(200);
  });

  it('and takes it away: then her password is enough again, and nothing else is left of it', async () => {
    const { reader, email } = await somebodyWithApp();
    const { accessToken: token } = reader;
    expect((await ask('DELETE', '/me/authenticator', { token })).status).toBe(204);
    expect((await lastMailTo(town, email)).subject).toContain('no authenticator any more');
    expect(await stateOf(token)).toMatchObject({ authenticator: false, recoveryCodesLeft: 0 });
    expect((await login(email)).status).toBe(200);
    const again = await ask('DELETE', '/me/authenticator', { token });
    expect([again.status, codeOf(again)]).toEqual([409, 'auth/no-authenticator']);
  });
});

describe('A recovery code', () => {
  it('opens the second step once, however it is typed, and its owner is told', async () => {
    const { email, app } = await somebodyWithApp();
    const [used = '', other = ''] = app.recoveryCodes;
    const challenge = await challengeFor(town, email, goodPassword);
    const typed = used.toLowerCase().replaceAll('-', ' ');
    const opened = await answer({ challenge, recoveryCode: typed });
    expect(opened.status).toBe(200);
    const mail = await lastMailTo(town, email);
    expect(mail.subject).toContain('recovery code of yours was used');
    expect(mail.text).toContain('9 are left');
    expect(mail.text).not.toContain(other);
    const { accessToken } = opened.body as Tokens;
    expect(await stateOf(accessToken)).toMatchObject({ recoveryCodesLeft: 9 });
    const next = await challengeFor(town, email, goodPassword);
    expect((await answer({ challenge: next, recoveryCode: used })).status).toBe(422);
    expect((await answer({ challenge: next, recoveryCode: other })).status).toBe(200);
  });

  it('is dead once there are new ones, and opens nobody else’s account', async () => {
    const { reader, email, app } = await somebodyWithApp();
    const somebodyElse = await somebodyWithApp();
    const renewed = await ask('POST', '/me/recovery-codes', { token: reader.accessToken });
    expect(renewed.status).toBe(201);
    const { recoveryCodes } = renewed.body as { recoveryCodes: string[] };
    expect(recoveryCodes).toHaveLength(10);
    const challenge = await challengeFor(town, email, goodPassword);
    for (const recoveryCode of [app.recoveryCodes[0], somebodyElse.app.recoveryCodes[0]]) {
      expect((await answer({ challenge, recoveryCode })).status).toBe(422);
    }
    expect((await answer({ challenge, recoveryCode: recoveryCodes[9] })).status).toBe(200);
  });
});

describe('Somebody who deletes her account', () => {
  it('leaves nothing of her factors behind', async () => {
    const { reader, email } = await somebodyWithApp();
    await challengeFor(town, email, goodPassword);
    const { pool } = town.app.get(Database);
    await pool.query(
      `insert into passkeys (id, "userId", "credentialId", "publicKey", counter, name, "backedUp", "createdAt")
       values (gen_random_uuid(), $1, 'key', '', 0, 'Key', false, now())`,
      [reader.user.id],
    );
    const tables = ['authenticators', 'recovery_codes', 'passkeys', 'challenges'];
    const left = async () => {
      const counts = tables.map((table) => `(select count(*) from ${table} where "userId" = $1)`);
      const { rows } = await pool.query<{ left: number }>(
        `select (${counts.join(' + ')})::int as left`,
        [reader.user.id],
      );
      return rows[0]?.left;
    };
    expect(await left()).toBe(13);
    const { accessToken: token } = reader;
    const gone = await ask('DELETE', '/me', { token, body: { confirm: email } });
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect(await left()).toBe(0);
  });
});
