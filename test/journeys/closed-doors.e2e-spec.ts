/** What a stranger with bad intentions tries at the doors: old sessions, development's helpers, others' sites. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../support/api.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { goodPassword, joinAs, someAddress } from '../support/readers.js';
import { Visitor } from '../support/visitor.js';

describe('A browser that is signed in already', () => {
  let town: TestApp;
  const email = someAddress();

  beforeAll(async () => {
    town = await startTestApp();
    await joinAs(town, email);
  });

  afterAll(() => town.close());

  const cookieOf = (headers: Headers): string =>
    headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .find((cookie) => /^broadsheet=./.test(cookie)) ?? '';

  it('gets a new session when it signs in again, and the one before ends', async () => {
    const visitor = new Visitor(town.url);
    const signIn = async () => cookieOf((await visitor.signIn(email)).headers);
    const first = await signIn();
    const second = await signIn();
    expect(second).not.toBe(first);
    const look = (cookie: string) => new Visitor(town.url).open('/account', { cookie });
    expect((await look(first)).status).toBe(303);
    expect((await look(second)).status).toBe(200);
  });

  it('keeps its session when somebody fails to sign in with it', async () => {
    const visitor = new Visitor(town.url);
    await visitor.signIn(email);
    await visitor.signIn(email, 'not the password at all');
    expect((await visitor.open('/account')).status).toBe(200);
  });
});

describe('In production', () => {
  let product: TestApp;

  beforeAll(async () => {
    product = await startTestApp({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://paper.test',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'paper@paper.test',
    });
  });

  afterAll(() => product.close());

  const look = (method: string, path: string): Promise<Answer> =>
    ask(product.url, method, path, { headers: { accept: 'application/json' } });

  it.each([
    ['GET', '/dev/mailbox'],
    ['POST', '/dev/clock/advance'],
    ['GET', '/api/docs'],
    ['GET', '/api/docs/swagger-ui-init.js'],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/openapi.yaml'],
    ['GET', '/metrics'],
    ['GET', '/.env'],
    ['GET', '/assets/site.css.map'],
  ])('%s %s leads nowhere', async (method, path) => {
    const { status, headers, body } = await look(method, path);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ code: 'request/not-found' });
  });

  it('browsers are told to come by https only, and a form of another site is refused', async () => {
    const { headers } = await look('GET', '/api/v1/plans');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    const visitor = new Visitor(product.url);
    const form = { email: 'a@b.test', password: goodPassword };
    const senders: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': '', origin: 'https://evil.test' },
      { 'sec-fetch-site': '', origin: 'null' },
      { 'sec-fetch-site': '', origin: product.url },
      { 'sec-fetch-site': '' },
    ];
    for (const sender of senders) {
      expect([sender, (await visitor.fillIn('/sign-in', form, sender)).status]).toEqual([
        sender,
        403,
      ]);
    }
  });
});
