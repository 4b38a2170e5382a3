/** Two asked for one account with two passwords: it opens for the mailbox alone, and its owner is told why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { goodPassword, joinAs, lastMailTo, someAddress, tokenIn } from '../support/readers.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const planted = 'another-perfectly-good-one';
const subject = 'Your account has no password';

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp();
});
afterAll(() => town.close());

const post = (path: string, body: object) =>
  ask(town.url, 'POST', `/api/v1/auth/${path}`, { body });

/** @returns the token that was mailed to whoever reads the mailbox */
async function contested(email: string): Promise<string> {
  await post('register', { email, password: planted });
  await post('register', { email, password: goodPassword });
  return tokenIn(await lastMailTo(town, email));
}

describe('an account that was asked for with two passwords', () => {
  it('tells its owner by mail that it has none, and how to choose one', async () => {
    const email = someAddress();
    const token = await contested(email);
    expect((await post('verify-email', { token })).status).toBe(200);
    const mail = await lastMailTo(town, email);
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain('http://localhost:3000/reset-password\n');

    await post('password/forgot', { email });
    const reset = tokenIn(await lastMailTo(town, email));
    expect((await post('password/reset', { token: reset, password: goodPassword })).status).toBe(
      204,
    );
    expect((await post('login', { email, password: goodPassword })).status).toBe(200);
  });

  it('says so on the pages, mails the link there, and lets her go on to where she was', async () => {
    const email = someAddress();
    const reader = new Visitor(town.url);
    const token = await contested(email);
    const entered = await reader.fillIn('/register/verify', { token, returnTo: '/join' });
    expect([entered.status, entered.location]).toEqual([
      303,
      '/reset-password/missing?returnTo=%2Fjoin',
    ]);
    const told = await reader.open(entered.location ?? '');
    expect(told.status).toBe(200);
    expect(wordsOf(told.html)).toContain('You are in, without a password');
    expect(told.html).toContain(`name="email" value="${email}"`);
    expect(told.html).toContain('href="/join"');

    expect((await reader.fillIn('/reset-password/link', { email })).status).toBe(200);
    const reset = tokenIn(await lastMailTo(town, email));
    const chosen = { token: reset, password: goodPassword };
    expect((await reader.fillIn('/reset-password', chosen)).status).toBe(200);
    expect((await reader.signIn(email)).status).toBe(303);
    const again = await reader.open('/reset-password/missing?returnTo=%2Fjoin');
    expect([again.status, again.location]).toEqual([303, '/join']);
  });

  it('is the only one that hears of it', async () => {
    const { user } = await joinAs(town);
    const subjects = (await town.mailbox())
      .filter(({ to }) => to === user.email)
      .map((mail) => mail.subject);
    expect(subjects).not.toContain(subject);
    const stranger = await new Visitor(town.url).open('/reset-password/missing');
    expect([stranger.status, stranger.location]).toEqual([303, '/reset-password']);
  });
});
