/** What staff do with the token of their browser's session: as much as with any other, and never as somebody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { goodPassword, joinAs, someAddress } from '../support/readers.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { Visitor } from '../support/visitor.js';

let town: TestTown;
beforeAll(async () => {
  town = await startTestTown();
});
afterAll(() => town.close());

const trade = (cookie: string) =>
  town.ask('POST', '/api/v1/auth/session-token', {
    headers: { 'sec-fetch-site': 'same-origin', cookie },
  });

/** An admin at her browser. */
async function adminAtDesk() {
  const email = someAddress('admin');
  const accounts = town.app.get(AccountAdminService, { strict: false });
  await accounts.createStaff({ email, password: goodPassword, name: 'Ada', roles: ['admin'] });
  const browser = new Visitor(town.url);
  await browser.signIn(email);
  const { body } = await trade(browser.cookie);
  return { browser, token: (body as { accessToken: string }).accessToken };
}

describe('An admin in the console', () => {
  it('does what admins may, until she signs out on the site', async () => {
    const { browser, token } = await adminAtDesk();
    const audit = () => town.ask('GET', '/api/v1/admin/audit', { token });
    expect((await audit()).status).toBe(200);
    await browser.fillIn('/sign-out', {});
    expect((await audit()).status).toBe(401);
  });

  it('reads as a reader with a token of that alone: it is traded for nothing, and ends with her session', async () => {
    const { browser, token } = await adminAtDesk();
    const reader = await joinAs(town);
    const { body } = await town.ask('POST', `/api/v1/admin/members/${reader.user.id}/impersonate`, {
      token,
      body: { reason: 'She cannot open an article.' },
    });
    const asHer = (body as { accessToken: string }).accessToken;
    const see = () => town.ask('GET', '/api/v1/me', { token: asHer });
    expect((await see()).body).toMatchObject({ id: reader.user.id });
    const traded = await town.ask('POST', '/api/v1/auth/session-token', {
      token: asHer,
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(traded.status).toBe(401);
    // What her browser trades is still herself.
    const own = (await trade(browser.cookie)).body as { accessToken: string };
    const me = await town.ask('GET', '/api/v1/me', { token: own.accessToken });
    expect(me.body).toMatchObject({ roles: ['admin'] });
    await browser.fillIn('/sign-out', {});
    expect((await see()).status).toBe(401);
  });
});
