/** How staff come to the console by the reader's pages, where a second factor is demanded of admins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config } from '../../src/platform/config/config.js';
import type { Role } from '../../src/users/reader.js';
import { AccountAdminService } from '../../src/users/staff/account-admin.service.js';
import { ask } from '../support/api.js';
import { appWith } from '../support/authenticators.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { goodPassword, someAddress } from '../support/readers.js';
import { type Asked, SoftPasskey } from '../support/soft-passkeys.js';
import { Visitor, wordsOf } from '../support/visitor.js';

const console = '/admin/articles';
const security = `/account/security?returnTo=${encodeURIComponent(console)}`;

let town: TestApp;
beforeAll(async () => {
  town = await startTestApp({ LIMITS_FACTOR: '1000', SECOND_FACTOR: 'required' });
});
afterAll(() => town.close());

async function staff(role: Role): Promise<string> {
  const email = someAddress(role);
  const accounts = town.app.get(AccountAdminService, { strict: false });
  await accounts.createStaff({ email, password: goodPassword, name: role, roles: [role] });
  return email;
}

const signIn = (visitor: Visitor, email: string, returnTo: string) =>
  visitor.fillIn('/sign-in', { email, password: goodPassword, returnTo });

describe('An admin', () => {
  it('without a second factor is led to where she sets one up, told why, and then to the console', async () => {
    const email = await staff('admin');
    const visitor = new Visitor(town.url);
    expect((await signIn(visitor, email, console)).location).toBe(security);
    // Also where she is signed in already, and comes from the console again.
    const again = await visitor.open(`/sign-in?returnTo=${encodeURIComponent(console)}`);
    expect(again.location).toBe(security);
    const page = await visitor.open(security);
    expect(wordsOf(page.html)).toContain('Your work here takes a second factor');
    expect(page.html).not.toContain(`href="${console}"`);

    const way = '/account/security/authenticator';
    const scan = await visitor.fillIn(way, { returnTo: console });
    const uri = /href="(otpauth:[^"]+)"/.exec(scan.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const app = appWith(town, new URL(uri).searchParams.get('secret') ?? '');
    const shown = await visitor.fillIn(`${way}/confirm`, { code: app.code(), returnTo: console });
    expect(shown.html).toContain(`href="${console}"`);
    expect((await visitor.open(security)).html).toContain(`href="${console}"`);
    const ready = await visitor.open(`/sign-in?returnTo=${encodeURIComponent(console)}`);
    expect(ready.location).toBe(console);
    const last = await visitor.fillIn(`${way}/remove`, {});
    expect([last.status, wordsOf(last.html)]).toEqual([
      409,
      expect.stringContaining('this is your last'),
    ]);

    town.advance(30);
    const later = new Visitor(town.url);
    const asked = await signIn(later, email, console);
    const challenge = /name="challenge" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const form = { challenge, code: app.code(), returnTo: console };
    expect((await later.fillIn('/sign-in/second-step', form)).location).toBe(console);
  });

  it('who goes elsewhere is let go, and reads', async () => {
    const visitor = new Visitor(town.url);
    expect((await signIn(visitor, await staff('admin'), '/account/gifts')).location).toBe(
      '/account/gifts',
    );
  });
});

describe('An editor', () => {
  it('goes straight to the console', async () => {
    const visitor = new Visitor(town.url);
    expect((await signIn(visitor, await staff('editor'), console)).location).toBe(console);
    expect((await visitor.open('/account/security')).html).not.toContain('second factor:');
  });
});

describe('Whoever knows nothing but an admin’s password', () => {
  const way = '/account/security/authenticator';

  it('is not shown the secret of the authenticator that she is just setting up', async () => {
    const email = await staff('admin');
    const here = { origin: new URL(town.app.get(Config).publicUrl).origin };
    const device = new SoftPasskey();
    const admin = new Visitor(town.url);
    await signIn(admin, email, console);
    const passkeys = '/account/security/passkeys';
    const asked = await admin.fillIn(`${passkeys}/options`, {});
    const { options } = JSON.parse(asked.html) as { options: Asked };
    const credential = JSON.stringify(device.create(options, here));
    expect((await admin.fillIn(passkeys, { name: 'Key', credential })).status).toBe(303);
    const get = await ask(town.url, 'POST', '/api/v1/auth/passkey/options');
    const { challenge, options: wanted } = get.body as { challenge: string; options: Asked };
    const signed = JSON.stringify(device.get(wanted, here));
    await admin.fillIn('/sign-in/passkey', { challenge, credential: signed });
    const scan = await admin.fillIn(way, {});
    const [, secret = ''] = /secret=([A-Z2-7]+)/.exec(scan.html) ?? [];
    expect(secret).not.toBe('');

    const thief = new Visitor(town.url);
    expect((await signIn(thief, email, console)).status).toBe(303);
    for (const code of ['', 'nonsense', '000000']) {
      const refused = await thief.fillIn(`${way}/confirm`, { code });
      expect(refused.html).toContain('</form>');
      expect(refused.html).not.toContain(secret);
    }
  });
});
