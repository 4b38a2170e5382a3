/** The second step of signing in on the pages, without JavaScript. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuthenticatorApp, setUpAuthenticator, wrongCode } from '../support/authenticators.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { goodPassword, joinAs, lastMailTo, tokenIn } from '../support/readers.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const story = '/account/gifts';
const step = '/sign-in/second-step';

let town: TestApp;
let email: string;
let app: AuthenticatorApp;

beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000' });
  const mira = await joinAs(town);
  email = mira.user.email;
  app = await setUpAuthenticator(town, mira);
});
afterAll(() => town.close());

function challengeOn(html: string): string {
  const challenge = /name="challenge" value="([^"]+)"/.exec(html)?.[1];
  if (challenge === undefined) throw new Error(`No second step was asked for: ${wordsOf(html)}`);
  return challenge;
}

/** A visitor who has typed her password. */
async function halfWay(returnTo = story): Promise<{ visitor: Visitor; challenge: string }> {
  const visitor = new Visitor(town.url);
  const page = await visitor.fillIn('/sign-in', { email, password: goodPassword, returnTo });
  expect(page.status).toBe(200);
  return { visitor, challenge: challengeOn(page.html) };
}

describe('the second step on the pages', () => {
  it('is asked for after the password, and leads to where she came from', async () => {
    const visitor = new Visitor(town.url);
    const form = { email, password: goodPassword, returnTo: story };
    const asked = await visitor.fillIn('/sign-in', form);
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(wordsOf(asked.html)).toContain('The second step');
    expect(asked.html).toContain(`name="returnTo" value="${story}"`);
    expect((await visitor.open(story)).status).toBe(303);

    const challenge = challengeOn(asked.html);
    const code = app.code().replace(/^.../, '$& ');
    const entered = await visitor.fillIn(step, { challenge, code, returnTo: story });
    expect([entered.status, entered.location]).toEqual([303, story]);
    expect((await visitor.open(story)).status).toBe(200);
    town.advance(30);
  });

  it('is asked for after a mailed link, and a recovery code will do', async () => {
    const visitor = new Visitor(town.url);
    await visitor.fillIn('/sign-in/link', { email, returnTo: story });
    const token = tokenIn(await lastMailTo(town, email));
    const asked = await visitor.fillIn('/sign-in/code', { token });
    const [code = ''] = app.recoveryCodes;
    const challenge = challengeOn(asked.html);
    const entered = await visitor.fillIn(step, { challenge, code: code.toLowerCase() });
    expect([entered.status, entered.location]).toEqual([303, story]);
  });

  it('says what is wrong, and lets her try again', async () => {
    const { visitor, challenge } = await halfWay();
    const empty = await visitor.fillIn(step, { challenge, code: '', returnTo: story });
    expect([empty.status, challengeOn(empty.html)]).toEqual([422, challenge]);
    expect(wordsOf(empty.html)).toContain('Please type the six digits');
    const wrong = await visitor.fillIn(step, { challenge, code: wrongCode(app), returnTo: story });
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.html)).toContain('This code is not right');
    const right = await visitor.fillIn(step, { challenge, code: app.code(), returnTo: story });
    expect([right.status, right.location]).toEqual([303, story]);
    town.advance(30);
  });

  it('begins anew once it took too long, and for what is no challenge', async () => {
    const { visitor, challenge } = await halfWay();
    const without = await visitor.fillIn(step, { code: app.code() });
    expect(wordsOf(without.html)).toContain('Please begin anew');
    town.advance(601);
    for (const answered of [challenge, 'nobody’s']) {
      const form = { challenge: answered, code: app.code(), returnTo: story };
      const late = await visitor.fillIn(step, form);
      expect(late.status).toBe(422);
      expect(wordsOf(late.html)).toContain('Please begin anew');
      expect(late.html).toContain('action="/sign-in"');
    }
  });

  it('leads nowhere but to our own pages, and takes no form of another site', async () => {
    const { visitor, challenge } = await halfWay('https://evil.test/');
    const form = { challenge, code: app.code(), returnTo: '//evil.test' };
    const cross = await visitor.fillIn(step, form, { 'sec-fetch-site': 'cross-site' });
    expect(cross.status).toBe(403);
    expect((await visitor.fillIn(step, form)).location).toBe('/');
    town.advance(30);
  });
});
