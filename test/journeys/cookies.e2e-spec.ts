/** What a browser keeps in production, and that no other site can make use of it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { goodPassword } from '../support/readers.js';
import { Visitor } from '../support/visitor.js';

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

async function reader(): Promise<{ email: string; browser: Visitor; cookies: string[] }> {
  const email = `reader.${randomUUID()}@readers.test`;
  const account = { email, password: goodPassword, name: null, roles: [] };
  await product.app.get(AccountAdminService).createStaff(account);
  const browser = new Visitor(product.url);
  const { headers } = await browser.signIn(email);
  return { email, browser, cookies: headers.getSetCookie() };
}

describe('The cookie of a session', () => {
  it('is sent over https only, to this host only, never by another site, and read by no script', async () => {
    const { cookies } = await reader();
    const session = cookies.find((cookie) => cookie.startsWith('__Host-broadsheet='));
    expect(session?.split('; ').slice(1).toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
    expect(cookies.every((cookie) => !/; Domain=/i.test(cookie))).toBe(true);
  });

  it('is so for whatever the pages keep', async () => {
    const { email } = await reader();
    const browser = new Visitor(product.url);
    const form = { email, returnTo: '/join' };
    const kept = (await browser.fillIn('/sign-in/link', form)).headers.getSetCookie();
    expect(kept.length).toBeGreaterThan(1);
    for (const cookie of kept) {
      expect(cookie).toMatch(/^__Host-broadsheet-/);
      expect(cookie.split('; ').slice(1)).toEqual(
        expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']),
      );
    }
  });

  it('is another one after each sign-in, and worth nothing after signing out', async () => {
    const { email, browser } = await reader();
    const first = browser.cookie;
    await browser.signIn(email);
    const second = browser.cookie;
    expect(second).not.toBe(first);
    await browser.fillIn('/sign-out', {});
    for (const cookie of [first, second]) {
      const late = await new Visitor(product.url).open('/account', { cookie });
      expect(late.location).toContain('/sign-in');
    }
  });

  it('is not taken under its name without https', async () => {
    const { browser } = await reader();
    const cookie = browser.cookie.replace('__Host-', '');
    const page = await new Visitor(product.url).open('/account', { cookie });
    expect(page.location).toContain('/sign-in');
  });
});

describe('Another site that has a reader’s browser send something', () => {
  const ours = { 'sec-fetch-site': 'same-origin' };

  it.each<[string, Record<string, string>]>([
    ['a form', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' }],
    ['a form of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['a form in a sandbox', { 'sec-fetch-site': '', origin: 'null' }],
    ['a form that hides where it is from', { 'sec-fetch-site': '' }],
    ['text that is no form', { 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' }],
  ])('signs nobody out by %s', async (_, headers) => {
    const { browser } = await reader();
    const { status } = await browser.fillIn('/sign-out', {}, headers);
    expect(status).toBe(headers['content-type'] === undefined ? 403 : 415);
    expect((await browser.open('/account')).status).toBe(200);
  });

  it('deletes no account by what is no form, not even from here', async () => {
    const { email, browser } = await reader();
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      const sent = { ...ours, 'content-type': type };
      const { status } = await browser.fillIn('/account/delete', { confirm: email }, sent);
      expect([type, [400, 415, 422].includes(status)]).toEqual([type, true]);
    }
    expect((await browser.open('/account')).status).toBe(200);
  });

  it('turns no GET into something else', async () => {
    const { email, browser } = await reader();
    const override = { 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' };
    await browser.open(`/account/delete?_method=POST&confirm=${email}`, override);
    await browser.open('/sign-out?_method=POST', override);
    expect((await browser.open('/account')).status).toBe(200);
  });

  it('reaches nothing of the API with her cookie', async () => {
    const { browser } = await reader();
    const headers = { ...ours, 'content-type': 'text/plain' };
    for (const path of ['/api/v1/me/sessions', '/api/v1/auth/logout', '/api/v1/me/password']) {
      const { status } = await browser.fillIn(path, {}, headers);
      expect([path, [401, 404, 405].includes(status)]).toEqual([path, true]);
    }
  });
});
