/** Where a second factor is demanded of admins: what is closed to them until they show one, and what is not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import type { Role } from '../../src/users/reader.js';
import { FactorReset } from '../../src/users/second-factor/factor-reset.service.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { UserRepository } from '../../src/users/user.repository.js';
import { challengeFor, setUpAuthenticator } from '../support/authenticators.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { type Answer, type Ask, ask as askAt } from '../support/api.js';
import { type Tokens, goodPassword, joinAs, lastMailTo, someAddress } from '../support/readers.js';
import { type Asked, SoftPasskey } from '../support/soft-passkeys.js';

const here = { origin: 'http://localhost:3000' };

let town: TestApp;
const ask = (method: string, path: string, options: Ask = {}) =>
  askAt(town.url, method, `/api/v1${path}`, options);
const outcomeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
const members = async (token: string) => outcomeOf(await ask('GET', '/admin/members', { token }));

const missing = [403, 'auth/second-factor-missing'];
const letIn = [200, undefined];

beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000', SECOND_FACTOR: 'required' });
});
afterAll(() => town.close());

async function login(email: string): Promise<Tokens> {
  const body = { email, password: goodPassword };
  const signedIn = await ask('POST', '/auth/login', { body });
  if (signedIn.status !== 200) throw new Error(`Nobody was signed in: ${signedIn.text}`);
  return signedIn.body as Tokens;
}

async function someStaff(role: Role): Promise<Tokens> {
  const email = someAddress(role);
  const accounts = town.app.get(AccountAdminService, { strict: false });
  await accounts.createStaff({ email, password: goodPassword, name: role, roles: [role] });
  return login(email);
}

async function addPasskey(token: string, device: SoftPasskey): Promise<Answer> {
  const proposed = await ask('POST', '/me/passkeys/options', { token });
  if (proposed.status !== 200) return proposed;
  const { options } = proposed.body as { options: Asked };
  const response = device.create(options, here);
  return ask('POST', '/me/passkeys', { token, body: { name: 'Key', response } });
}

async function passkeySignIn(device: SoftPasskey): Promise<Tokens> {
  const { challenge, options } = (await ask('POST', '/auth/passkey/options')).body as {
    challenge: string;
    options: Asked;
  };
  const response = device.get(options, here);
  return (await ask('POST', '/auth/passkey', { body: { challenge, response } })).body as Tokens;
}

describe('An admin, where a second factor is demanded', () => {
  it('signs in with her password, and finds staff’s doors closed until she has set one up', async () => {
    const admin = await someStaff('admin');
    const { accessToken: token, user } = admin;
    expect(await members(token)).toEqual(missing);
    expect(outcomeOf(await ask('GET', '/admin/articles', { token }))).toEqual(missing);
    expect((await ask('GET', '/me', { token })).status).toBe(200);
    const state = await ask('GET', '/me/second-factor', { token });
    expect(state.body).toMatchObject({ required: true, shownAt: null });

    const app = await setUpAuthenticator(town, admin);
    expect(await members(token)).toEqual(letIn);
    const challenge = await challengeFor(town, user.email, goodPassword);
    const body = { challenge, code: app.code() };
    const again = (await ask('POST', '/auth/second-factor', { body })).body as Tokens;
    expect(await members(again.accessToken)).toEqual(letIn);
    const refreshed = await ask('POST', '/auth/refresh', {
      body: { refreshToken: again.refreshToken },
    });
    expect(await members((refreshed.body as Tokens).accessToken)).toEqual(letIn);
  });

  it('finds them closed in the sessions that she had opened with one factor', async () => {
    const admin = await someStaff('admin');
    const elsewhere = await login(admin.user.email);
    await setUpAuthenticator(town, admin);
    expect(await members(admin.accessToken)).toEqual(letIn);
    expect(await members(elsewhere.accessToken)).toEqual(missing);
  });

  it('finds them open with a passkey alone', async () => {
    const { accessToken } = await someStaff('admin');
    const device = new SoftPasskey();
    expect((await addPasskey(accessToken, device)).status).toBe(201);
    expect(await members(accessToken)).toEqual(missing);
    expect(await members((await passkeySignIn(device)).accessToken)).toEqual(letIn);
  });

  it('keeps her last factor, and replaces it or takes away the one before the last', async () => {
    const admin = await someStaff('admin');
    const { accessToken: token } = admin;
    await setUpAuthenticator(town, admin);
    const last = [409, 'auth/last-second-factor'];
    expect(outcomeOf(await ask('DELETE', '/me/authenticator', { token }))).toEqual(last);
    expect((await ask('GET', '/me/second-factor', { token })).body).toMatchObject({
      authenticator: true,
      recoveryCodesLeft: 10,
    });
    await setUpAuthenticator(town, admin);
    const device = new SoftPasskey();
    const { id } = (await addPasskey(token, device)).body as { id: string };
    expect((await ask('DELETE', '/me/authenticator', { token })).status).toBe(204);
    expect(outcomeOf(await ask('DELETE', `/me/passkeys/${id}`, { token }))).toEqual(last);
    expect(await members((await passkeySignIn(device)).accessToken)).toEqual(letIn);
  });

  it('is safe from whoever knows her password: he adds no factor of his own beside her passkey', async () => {
    const { accessToken: token, user } = await someStaff('admin');
    await addPasskey(token, new SoftPasskey());
    const { accessToken: thief } = await login(user.email);
    expect(outcomeOf(await ask('POST', '/me/authenticator', { token: thief }))).toEqual(missing);
    expect(outcomeOf(await addPasskey(thief, new SoftPasskey()))).toEqual(missing);
    expect(await members(thief)).toEqual(missing);
  });

  it('who has lost all she had begins anew, once the operator has taken it from her account', async () => {
    const admin = await someStaff('admin');
    const { accessToken: token, user } = admin;
    const device = new SoftPasskey();
    await addPasskey(token, device);
    await setUpAuthenticator(town, await passkeySignIn(device));
    const account = await town.app.get(UserRepository, { strict: false }).findById(user.id);
    if (account === null) throw new Error('She is gone.');
    await town.app.get(FactorReset, { strict: false }).forgetAll(account);
    expect((await lastMailTo(town, user.email)).subject).toContain('second factors are gone');
    expect(await passkeySignIn(device)).toMatchObject({ code: 'auth/invalid-passkey' });
    const again = await login(user.email);
    expect(await members(again.accessToken)).toEqual(missing);
    await setUpAuthenticator(town, again);
    expect(await members(again.accessToken)).toEqual(letIn);
  });

  it('who was a reader yesterday needs one from her next request on', async () => {
    const { accessToken: token, user } = await joinAs(town);
    expect(await members(token)).toEqual([403, 'auth/forbidden']);
    const { pool } = town.app.get(Database);
    await pool.query(`update users set roles = '{admin}' where id = $1`, [user.id]);
    expect(await members(token)).toEqual(missing);
  });
});

describe('Everybody else', () => {
  it('works as ever: an editor at the desk, a reader in her account', async () => {
    const { accessToken: editor } = await someStaff('editor');
    expect((await ask('GET', '/admin/articles', { token: editor })).status).toBe(200);
    expect(await members(editor)).toEqual([403, 'auth/forbidden']);
    const { accessToken: reader } = await joinAs(town);
    const state = await ask('GET', '/me/second-factor', { token: reader });
    expect(state.body).toMatchObject({ required: false });
  });
});
