/** Whose password it was nobody can tell: the account opens for the mailbox alone, and its owner is told why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import {
  codeIn,
  goodPassword,
  joinAs,
  lastMailTo,
  someAddress,
  tokenIn,
} from '../support/readers.js';
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

describe('an account that somebody else asked for', () => {
  it('has no password and no name once its owner opens the mail that she did not ask for', async () => {
    const email = someAddress();
    await post('register', { email, password: planted, name: 'Not Mira' });
    const token = tokenIn(await lastMailTo(town, email));
    const opened = await new Visitor(town.url).fillIn('/register/verify', { token });
    expect(opened.location).toBe('/reset-password/missing');
    expect((await lastMailTo(town, email)).subject).toBe(subject);
    expect((await post('login', { email, password: planted })).status).toBe(401);
  });

  it('nor where she comes with what she asked for herself', async () => {
    const [email, hers] = [someAddress(), someAddress()];
    const { request } = (await post('register', { email: hers, password: goodPassword })).body as {
      request: string;
    };
    await post('register', { email, password: planted });
    const mail = await lastMailTo(town, email);
    const foreign = { email, code: codeIn(mail), request };
    expect((await post('verify-email', foreign)).status).toBe(422);
    const linked = { token: tokenIn(mail), request };
    expect((await post('verify-email', linked)).status).toBe(200);
    expect((await post('login', { email, password: planted })).status).toBe(401);
  });

  it('which on the pages is one whose link is opened in another browser', async () => {
    const [hers, anothers] = [new Visitor(town.url), new Visitor(town.url)];
    const form = (email: string) => ({ email, password: goodPassword, name: 'Mira' });
    const [email, foreign] = [someAddress(), someAddress()];
    await hers.fillIn('/register', form(email));
    const token = tokenIn(await lastMailTo(town, email));
    expect((await hers.fillIn('/register/verify', { token })).location).toBe('/');
    expect((await new Visitor(town.url).signIn(email)).status).toBe(303);

    await anothers.fillIn('/register', form(foreign));
    const link = tokenIn(await lastMailTo(town, foreign));
    const entered = await hers.fillIn('/register/verify', { token: link });
    expect(entered.location).toBe('/reset-password/missing');
    expect((await anothers.signIn(foreign)).status).toBe(422);
  });
});
