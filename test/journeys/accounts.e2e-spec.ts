import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  type Tokens,
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  someAddress,
  tokenIn,
} from '../support/readers.js';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const post = (path: string, body: unknown, more: Ask = {}) =>
  ask(town.url, 'POST', `/api/v1/auth/${path}`, { body, ...more });
const register = (email: string, password = goodPassword) =>
  post('register', { email, password, name: 'Mira' });
const login = (email: string, password = goodPassword) => post('login', { email, password });
const mailsTo = async (address: string) =>
  (await town.mailbox()).filter(({ to }) => to === address);
const statusesOf = (answers: { status: number }[]) =>
  answers.map(({ status }) => status).sort((a, b) => a - b);
const other = 'another-perfectly-good-one';

describe('a reader joins', () => {
  it('with the code from her mail, and is signed in', async () => {
    const email = someAddress('mira');
    const asked = await register(`  ${email.toUpperCase()} `);
    expect(asked.status).toBe(202);
    expect((await login(email)).status).toBe(401);
    const mail = await lastMailTo(town, email);
    const { request } = asked.body as { request: string };
    const proven = await post('verify-email', { email, code: codeIn(mail), request });
    expect(proven.status).toBe(200);
    expect(proven.headers.get('cache-control')).toBe('no-store');
    expect(proven.body).toEqual({
      accessToken: expect.any(String) as string,
      refreshToken: expect.any(String) as string,
      expiresIn: 900,
      user: { id: expect.any(String) as string, email, name: 'Mira', roles: [] },
    });
    expect((await login(email)).status).toBe(200);
  });

  it('with the link from her mail, once', async () => {
    const email = someAddress();
    await register(email);
    const token = tokenIn(await lastMailTo(town, email));
    expect((await post('verify-email', { token })).status).toBe(200);
    const again = await post('verify-email', { token });
    expect([again.status, again.body]).toMatchObject([422, { code: 'auth/invalid-code' }]);
  });

  it('within ten minutes', async () => {
    const email = someAddress();
    await register(email);
    const mail = await lastMailTo(town, email);
    town.advance(601);
    expect((await post('verify-email', { token: tokenIn(mail) })).status).toBe(422);
    expect((await post('verify-email', { email, code: codeIn(mail) })).status).toBe(422);
  });

  it('once, when her link is opened many times at the same moment', async () => {
    const email = someAddress();
    await register(email);
    const mail = await lastMailTo(town, email);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        post('verify-email', at % 2 ? { token: tokenIn(mail) } : { email, code: codeIn(mail) }),
      ),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array(9).fill(422)]);
  });

  it('and guessing her code ends after five tries, while her link stays good', async () => {
    const email = someAddress();
    await register(email);
    const mail = await lastMailTo(town, email);
    const wrong = codeIn(mail) === '000000' ? '111111' : '000000';
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => post('verify-email', { email, code: wrong })),
    );
    expect(tries.every(({ status }) => status === 422)).toBe(true);
    expect((await post('verify-email', { email, code: codeIn(mail) })).status).toBe(422);
    expect((await post('verify-email', { token: tokenIn(mail) })).status).toBe(200);
  });

  it('and has one account, however often she registered', async () => {
    const email = someAddress();
    const { request } = (await register(email)).body as { request: string };
    const hers = tokenIn(await lastMailTo(town, email));
    await Promise.all([register(email), register(email)]);
    const tokens = (await mailsTo(email)).map(tokenIn).filter((token) => token !== hers);
    expect(tokens).toHaveLength(2);
    const first = await post('verify-email', { token: hers, request });
    expect(first.status).toBe(200);
    const ids = await Promise.all(
      tokens.map(async (token) => {
        const { status, body } = await post('verify-email', { token });
        expect(status).toBe(200);
        return (body as Tokens).user.id;
      }),
    );
    expect(new Set([(first.body as Tokens).user.id, ...ids]).size).toBe(1);
    expect((await login(email)).status).toBe(200);
  });

  it('and nobody else’s password opens her account, whoever registered first', async () => {
    const email = someAddress();
    await register(email, other);
    const planted = await lastMailTo(town, email);
    await register(email);
    expect((await post('verify-email', { token: tokenIn(planted) })).status).toBe(200);
    expect((await login(email, other)).status).toBe(401);
    expect((await login(email)).status).toBe(401);
  });

  it('and nobody can plant a password by filling her mailbox before she registers', async () => {
    const email = someAddress();
    for (let mail = 0; mail < 5; mail += 1) await register(email, other);
    await register(email);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(5);
    const token = tokenIn(await lastMailTo(town, email));
    expect((await post('verify-email', { token })).status).toBe(200);
    expect((await login(email, other)).status).toBe(401);
  });

  it('is told what is wrong with her password, whether or not her address is known', async () => {
    const { user } = await joinAs(town);
    for (const email of [user.email, someAddress()]) {
      const { status, body } = await post('register', { email, password: 'too short' });
      expect(status).toBe(422);
      expect(body).toMatchObject({ errors: [{ field: 'password' }] });
    }
  });
});

describe('a stranger learns nothing about who has an account', () => {
  it('from registering, asking for a link or for a new password', async () => {
    const { user } = await joinAs(town);
    const unknown = someAddress();
    for (const path of ['register', 'magic-link', 'password/forgot']) {
      const asks = [user.email, unknown].map((email) =>
        post(path, path === 'register' ? { email, password: goodPassword } : { email }),
      );
      const [known, stranger] = await Promise.all(asks);
      expect(known?.status).toBe(202);
      // But for the request, which is random for either.
      const said = (answer: typeof known) =>
        answer?.text.replace(/"request":"[\w-]{43}"/, '"request":"…"');
      expect([known?.status, said(known)]).toEqual([stranger?.status, said(stranger)]);
      const names = (answer: typeof known) => [...(answer?.headers.keys() ?? [])];
      expect(names(known)).toEqual(names(stranger));
    }
    const subjects = (await mailsTo(user.email)).map(({ subject }) => subject);
    expect(subjects).toContain('You already have an account');
  });

  it('from signing in: the same words, about the same time', async () => {
    const { user } = await joinAs(town);
    const timed = async (email: string) => {
      const started = performance.now();
      const answer = await login(email, 'not the right password');
      return { took: performance.now() - started, answer };
    };
    const known = [];
    const unknown = [];
    for (let round = 0; round < 15; round += 1) {
      known.push(await timed(user.email));
      unknown.push(await timed(someAddress()));
    }
    expect(known[0]?.answer.text).toBe(unknown[0]?.answer.text);
    expect(known[0]?.answer.body).toMatchObject({ status: 401, code: 'auth/invalid-credentials' });
    const median = (all: { took: number }[]) =>
      all.map(({ took }) => took).sort((a, b) => a - b)[7] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  it('and cannot flood a mailbox', async () => {
    const { user } = await joinAs(town);
    town.advance(601);
    const before = (await mailsTo(user.email)).length;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        post(at % 2 ? 'magic-link' : 'password/forgot', { email: user.email }),
      ),
    );
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    expect((await mailsTo(user.email)).length - before).toBe(5);
  });
});

describe('a reader signs in by mail', () => {
  it('with the code or the link, each once', async () => {
    const { user } = await joinAs(town);
    await post('magic-link', { email: user.email });
    const mail = await lastMailTo(town, user.email);
    const answers = await Promise.all([
      post('magic-link/redeem', { email: user.email, code: codeIn(mail) }),
      post('magic-link/redeem', { token: tokenIn(mail) }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 422]);
  });

  it('not with a link that was made for something else', async () => {
    const { user } = await joinAs(town);
    await post('password/forgot', { email: user.email });
    const token = tokenIn(await lastMailTo(town, user.email));
    expect((await post('magic-link/redeem', { token })).status).toBe(422);
    expect((await post('verify-email', { token })).status).toBe(422);
  });

  it('and is told in the mail, and only there, when there is no account', async () => {
    const email = someAddress();
    await post('magic-link', { email });
    const mail = await lastMailTo(town, email);
    expect(mail.subject).toBe('There is no account with this address');
    expect(mail.text).not.toMatch(/\d{6}/);
  });
});

describe('a reader forgets her password', () => {
  it('and chooses a new one; every device is signed out', async () => {
    const { user, accessToken, refreshToken } = await joinAs(town);
    await post('password/forgot', { email: user.email });
    const token = tokenIn(await lastMailTo(town, user.email));
    const weak = await post('password/reset', { token, password: 'passwordpassword' });
    expect([weak.status, weak.body]).toMatchObject([422, { errors: [{ field: 'password' }] }]);
    const both = await Promise.all([
      post('password/reset', { token, password: other }),
      post('password/reset', { token, password: other }),
    ]);
    expect(statusesOf(both)).toEqual([204, 422]);
    expect((await login(user.email)).status).toBe(401);
    expect((await login(user.email, other)).status).toBe(200);
    const device = await ask(town.url, 'GET', '/api/v1/me/sessions', { token: accessToken });
    expect(device.status).toBe(401);
    expect((await post('refresh', { refreshToken })).status).toBe(401);
    expect((await lastMailTo(town, user.email)).subject).toBe('Your password was changed');
  });

  it('and only the newest link counts, at the address we are configured with', async () => {
    const { user } = await joinAs(town);
    await post(
      'password/forgot',
      { email: user.email },
      { headers: { 'x-forwarded-host': 'evil.test' } },
    );
    const older = await lastMailTo(town, user.email);
    expect(older.text).toContain('http://localhost:3000/reset-password?token=');
    await post('password/forgot', { email: user.email });
    const reset = (token: string) => post('password/reset', { token, password: other });
    expect((await reset(tokenIn(older))).status).toBe(422);
    expect((await reset(tokenIn(await lastMailTo(town, user.email)))).status).toBe(204);
  });
});

describe('nonsense', () => {
  it.each([
    ['register', { email: 'mira', password: goodPassword }],
    ['register', { email: 'a@b.test\r\nBcc: x@y.test', password: goodPassword }],
    ['register', { email: 'a@b.test', password: goodPassword, roles: ['admin'] }],
    ['register', { email: 'a@b.test', password: goodPassword, name: 'Mira\r\nBcc: x' }],
    ['register', { email: ['a@b.test'], password: goodPassword }],
    ['register', { email: { not: '' }, password: goodPassword }],
    ['verify-email', {}],
    ['verify-email', { token: null }],
    ['verify-email', { email: 'a@b.test' }],
    ['verify-email', { token: 'x', email: 'a@b.test', code: '123456' }],
    ['verify-email', { email: 'a@b.test', code: 123456 }],
    ['login', { email: 'a@b.test', password: 2 ** 53 }],
    ['login', { email: 'a@b.test', password: 'x'.repeat(2000) }],
    ['password/reset', { token: { not: '' }, password: goodPassword }],
    ['password/reset', { token: '', password: goodPassword }],
    ['refresh', { refreshToken: null }],
    ['magic-link', []],
  ])('at %s is refused with 422: %j', async (path, body) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
