/** What cannot be taken back wants a proof of the last ten minutes, besides the session. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { setUpAuthenticator, wrongCode } from '../support/authenticators.js';
import {
  type Tokens,
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  proveFreshly,
} from '../support/readers.js';
import { type Asked, SoftPasskey } from '../support/soft-passkeys.js';

const origin = 'http://localhost:3000';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp({ PUBLIC_URL: origin });
});
afterAll(() => town.close());

const minutes = (count: number) => count * 60;

const leave = ({ accessToken: token, user }: Tokens) =>
  ask(town.url, 'DELETE', '/api/v1/me', { token, body: { confirm: user.email } });

const prove = ({ accessToken: token }: Tokens, body: object) =>
  ask(town.url, 'POST', '/api/v1/me/proof', { token, body });

const mail = ({ accessToken: token }: Tokens) =>
  ask(town.url, 'POST', '/api/v1/me/proof/mail', { token });

const signInAgain = async ({ user: { email } }: Tokens): Promise<Tokens> =>
  (await ask(town.url, 'POST', '/api/v1/auth/login', { body: { email, password: goodPassword } }))
    .body as Tokens;

/** Somebody who signed in ten minutes ago. */
async function readerOfBefore(): Promise<Tokens> {
  const reader = await joinAs(town);
  town.advance(minutes(10));
  return reader;
}

const refusal = { code: 'auth/fresh-proof-required' };

describe('a reader who signed in a while ago', () => {
  it('may do what cannot be taken back for ten minutes, and is told what to do afterwards', async () => {
    const reader = await joinAs(town);
    town.advance(minutes(10) - 1);
    // Nothing is confirmed, so nothing is done; but the door is open.
    const early = await ask(town.url, 'DELETE', '/api/v1/me', {
      token: reader.accessToken,
      body: { confirm: 'somebody.else@readers.test' },
    });
    expect(early.status).toBe(422);
    town.advance(1);
    const late = await leave(reader);
    expect([late.status, late.body]).toMatchObject([403, refusal]);
    expect((late.body as { detail: string }).detail).toContain('/api/v1/me/proof');
  });

  it('shows with her password that it is still her', async () => {
    const reader = await readerOfBefore();
    const wrong = await prove(reader, { password: 'nine loud geese at midnight' });
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'auth/wrong-password' }]);
    expect((await leave(reader)).status).toBe(403);
    const right = await prove(reader, { password: goodPassword });
    expect(right.status).toBe(200);
    const { provenAt, freshUntil } = right.body as { provenAt: string; freshUntil: string };
    expect(Date.parse(freshUntil) - Date.parse(provenAt)).toBe(minutes(10) * 1000);
    expect((await leave(reader)).status).toBe(204);
  });

  it('or with a mailed code, once, and only in the session that asked for it', async () => {
    const reader = await readerOfBefore();
    const elsewhere = await signInAgain(reader);
    expect((await mail(reader)).status).toBe(202);
    const code = codeIn(await lastMailTo(town, reader.user.email));
    const stolen = await prove(elsewhere, { code });
    expect([stolen.status, stolen.body]).toMatchObject([422, { code: 'auth/invalid-code' }]);
    const spaced = await prove(reader, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(spaced.status).toBe(200);
    expect((await prove(reader, { code })).status).toBe(422);
    expect((await leave(reader)).status).toBe(204);
  });

  it('whose code is good once also when it comes twenty times at the same moment', async () => {
    const reader = await readerOfBefore();
    await mail(reader);
    const code = codeIn(await lastMailTo(town, reader.user.email));
    const answers = await Promise.all(Array.from({ length: 20 }, () => prove(reader, { code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('proves nothing with a code that was mailed for something else', async () => {
    const reader = await readerOfBefore();
    const { email } = reader.user;
    await ask(town.url, 'POST', '/api/v1/auth/magic-link', { body: { email } });
    const code = codeIn(await lastMailTo(town, email));
    expect((await prove(reader, { code })).status).toBe(422);
    await mail(reader);
    const proof = codeIn(await lastMailTo(town, email));
    const redeemed = await ask(town.url, 'POST', '/api/v1/auth/magic-link/redeem', {
      body: { email, code: proof },
    });
    expect(redeemed.status).toBe(422);
  });

  it('proves it for one session, not for all of them', async () => {
    const reader = await joinAs(town);
    const phone = await signInAgain(reader);
    town.advance(minutes(10));
    await proveFreshly(town, reader.accessToken);
    expect((await leave(phone)).status).toBe(403);
    expect((await leave(reader)).status).toBe(204);
  });

  it('sends one thing or the other, and never both', async () => {
    const reader = await joinAs(town);
    for (const body of [{}, { password: goodPassword, code: '123456' }, { code: '12345' }]) {
      expect((await prove(reader, body)).status).toBe(422);
    }
  });
});

describe('a reader with an authenticator', () => {
  it('shows its code as well, or a recovery code', async () => {
    const reader = await joinAs(town);
    const app = await setUpAuthenticator(town, reader);
    town.advance(minutes(10));
    const password = goodPassword;
    const alone = await prove(reader, { password });
    expect([alone.status, alone.body]).toMatchObject([
      422,
      { errors: [{ field: 'authenticatorCode' }] },
    ]);
    const wrong = await prove(reader, { password, authenticatorCode: wrongCode(app) });
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'auth/invalid-code' }]);
    const halved = { password: 'nine loud geese at midnight', authenticatorCode: app.code() };
    expect((await prove(reader, halved)).status).toBe(422);
    expect((await leave(reader)).status).toBe(403);

    expect((await prove(reader, { password, authenticatorCode: app.code() })).status).toBe(200);
    const [recoveryCode] = app.recoveryCodes;
    expect((await prove(reader, { password, recoveryCode })).status).toBe(200);
    expect((await prove(reader, { password, recoveryCode })).status).toBe(422);
    expect((await leave(reader)).status).toBe(204);
  });
});

describe('a reader with a passkey', () => {
  const post = async (path: string, body: object | undefined, token?: string) =>
    ask(town.url, 'POST', `/api/v1/${path}`, {
      ...(body === undefined ? {} : { body }),
      ...(token === undefined ? {} : { token }),
    });

  /** Her device, which her account knows. */
  async function deviceOf({ accessToken: token }: Tokens): Promise<SoftPasskey> {
    const device = new SoftPasskey();
    const { body } = await post('me/passkeys/options', undefined, token);
    const response = device.create((body as { options: Asked }).options, { origin });
    expect((await post('me/passkeys', { name: 'Phone', response }, token)).status).toBe(201);
    return device;
  }

  async function proveWith(device: SoftPasskey, { accessToken: token }: Tokens) {
    const { body } = await post('auth/passkey/options', undefined);
    const { challenge, options } = body as { challenge: string; options: Asked };
    const response = device.get(options, { origin });
    return post('me/proof/passkey', { challenge, response }, token);
  }

  it('touches it, and has nothing to type', async () => {
    const reader = await joinAs(town);
    const device = await deviceOf(reader);
    town.advance(minutes(10));
    expect((await leave(reader)).status).toBe(403);
    expect((await proveWith(device, reader)).status).toBe(200);
    expect((await leave(reader)).status).toBe(204);
  });

  it('proves nothing about somebody else’s account', async () => {
    const [reader, other] = [await joinAs(town), await joinAs(town)];
    const device = await deviceOf(other);
    town.advance(minutes(10));
    const refused = await proveWith(device, reader);
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'auth/wrong-passkey' }]);
    expect((await leave(reader)).status).toBe(403);
  });
});
