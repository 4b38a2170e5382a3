/** Signing in and security in a browser: every way in, a second factor, passkeys, devices; and back out. */
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.js';
import { sideways } from './layout.js';
import { newReader, type Own, registered, signIn } from './people.js';
import { desktop, mailedCode, openBrowser, phone, type Sitting, sitDown } from './reader.js';
import { enter, register, text } from './steps.js';

const security = '/account/security';
const windows = [
  { name: 'phone', viewport: phone, dark: false },
  { name: 'desktop', viewport: desktop, dark: true },
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Nobody is hindered, nothing is too wide, and there is a picture of it to look at. */
async function lookAt(sitting: Sitting, name: string): Promise<void> {
  await sitting.look(`security-${name}`);
  expect(await axe(sitting), name).toEqual([]);
  expect(await sideways(sitting), name).toEqual([]);
}

const pathOf = ({ page }: Sitting): string => new URL(page.url()).pathname;

async function signOut(sitting: Sitting): Promise<void> {
  await sitting.open('/account');
  await sitting.press('Sign out');
  expect(pathOf(sitting)).toBe('/');
}

async function typePassword(sitting: Sitting, { email, password }: Own): Promise<void> {
  await sitting.open(`/sign-in?returnTo=${security}`);
  await enter(sitting, email, password);
}

/** A device that keeps passkeys and knows its owner. */
async function withDevice({ context, page }: Sitting, isHers = true): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: isHers,
      automaticPresenceSimulation: true,
    },
  });
}

describe.each(windows)('at a $name, without JavaScript', (window) => {
  const sit = () => sitDown(browser, { ...window, javaScript: false });

  it('somebody signs in by mail, changes her password, and comes in with the new one', async () => {
    const sitting = await sit();
    const own = newReader('ada');
    await sitting.open('/register?returnTo=/account');
    await register(sitting, own);
    await signOut(sitting);

    await sitting.open(`/sign-in?returnTo=${security}`);
    await lookAt(sitting, `${window.name}-sign-in`);
    await sitting.fill('E-mail address', own.email);
    await sitting.press('Mail me a code');
    await sitting.fill('Code of six digits', await mailedCode(own.email));
    await sitting.press('Go on');
    expect(pathOf(sitting)).toBe(security);
    await lookAt(sitting, `${window.name}-overview`);

    await sitting.page.getByRole('link', { name: 'Change my password' }).click();
    await sitting.fill('New password', 'too short');
    await sitting.press('Keep this password');
    expect(await text(sitting)).toContain('A password needs 15 characters or more.');
    await lookAt(sitting, `${window.name}-password-refused`);
    const next = { ...own, password: 'four grey gulls on a mast' };
    await sitting.fill('New password', next.password);
    await sitting.press('Keep this password');
    expect(await text(sitting)).toContain('Your password is changed');

    await signOut(sitting);
    await typePassword(sitting, next);
    expect(pathOf(sitting)).toBe(security);
    expect(sitting.complaints).toEqual([]);
  });

  it('somebody sets up an authenticator, signs in with its code, and once with a recovery code', async () => {
    const sitting = await sit();
    const own = await registered(sitting, 'vera');
    await sitting.open(security);
    await sitting.page.getByRole('link', { name: 'Set up an authenticator' }).click();
    await sitting.press('Show me the QR code');
    await lookAt(sitting, `${window.name}-scan`);
    const typed = (await sitting.page.locator('code.secret').textContent()) ?? '';
    const secret = Secret.fromBase32(typed.replaceAll(' ', ''));
    const codeIn = (steps: number) =>
      TOTP.generate({ secret, timestamp: Date.now() + steps * 30_000 });
    await sitting.fill('Six digits that the app shows', codeIn(0));
    await sitting.press('Switch it on');
    await lookAt(sitting, `${window.name}-recovery-codes`);
    const codes = await sitting.page.locator('.recovery-codes code').allTextContents();
    expect(codes).toHaveLength(10);
    await sitting.page.getByRole('link', { name: 'I have put them away' }).click();
    expect(await text(sitting)).toContain('10 recovery codes are left.');

    await signOut(sitting);
    await typePassword(sitting, own);
    // The code that switched it on is used up; the next one is taken, too.
    await sitting.fill('Code of your authenticator', codeIn(1));
    await sitting.press('Sign in');
    expect(pathOf(sitting)).toBe(security);

    await signOut(sitting);
    await typePassword(sitting, own);
    await sitting.fill('Code of your authenticator', codes[0] ?? '');
    await sitting.press('Sign in');
    expect(await text(sitting)).toContain('9 recovery codes are left.');
    expect(sitting.complaints).toEqual([]);
  });

  it('somebody finds her other device in the list, and signs it out there', async () => {
    const [sitting, other] = [await sit(), await sit()];
    const own = await registered(sitting, 'dora');
    await signIn(other, own.email, own.password);
    await sitting.open(security);
    await lookAt(sitting, `${window.name}-two-devices`);
    await sitting.press(/^Sign out (?!everywhere)/);
    expect(await text(sitting)).toContain('That device is signed out.');
    expect(await text(sitting)).toContain('Nowhere else.');
    await other.open(security);
    expect(pathOf(other)).toBe('/sign-in');
    expect([...sitting.complaints, ...other.complaints]).toEqual([]);
  });
});

describe.each(windows)('at a $name, with a device that keeps passkeys', (window) => {
  it('somebody adds a passkey, signs in with it, renames it and takes it away', async () => {
    const sitting = await sitDown(browser, window);
    await withDevice(sitting);
    await registered(sitting, 'pia');
    await sitting.open(security);
    await sitting.page.getByRole('link', { name: 'Add a passkey' }).click();
    await lookAt(sitting, `${window.name}-new-passkey`);
    await sitting.press('Make the passkey');
    await sitting.page.getByText('Your passkey is added.').waitFor();
    await lookAt(sitting, `${window.name}-with-passkey`);

    // The device has one already: no second.
    await sitting.open(`${security}/passkeys/new`);
    await sitting.press('Make the passkey');
    await sitting.page.getByText('has a passkey for your account already').waitFor();

    await signOut(sitting);
    await sitting.open(`/sign-in?returnTo=${security}`);
    await lookAt(sitting, `${window.name}-sign-in-with-passkey`);
    await sitting.press('Sign in with a passkey');
    await sitting.page.waitForURL(`**${security}`);

    await sitting.page.getByText(/^Rename or remove/).click();
    await sitting.fill('What do you call it?', 'My laptop');
    await sitting.press('Rename');
    expect(await text(sitting)).toContain('My laptop');
    await sitting.page.getByText('Rename or remove My laptop').click();
    await sitting.press('Remove');
    expect(await text(sitting)).toContain('The passkey is removed');

    await signOut(sitting);
    await sitting.open('/sign-in');
    await sitting.press('Sign in with a passkey');
    await sitting.page.getByText('This passkey opens nothing here').waitFor();
    expect(sitting.complaints).toEqual([]);
  });
});

describe('somebody whose browser offers passkeys beside the field for her address', () => {
  it('is in once she has turned to the field and chosen hers', async () => {
    const sitting = await sitDown(browser);
    await withDevice(sitting);
    await registered(sitting, 'cora');
    await sitting.open(`${security}/passkeys/new`);
    await sitting.press('Make the passkey');
    await sitting.page.getByText('Your passkey is added.').waitFor();
    await signOut(sitting);
    await sitting.open(`/sign-in?returnTo=${security}`);
    await sitting.page.getByLabel('E-mail address').focus();
    await sitting.page.waitForURL(`**${security}`);
    expect(sitting.complaints).toEqual([]);
  });
});

describe('somebody whose finger her device does not know', () => {
  it('is told that nothing was shown, and takes another way', async () => {
    const sitting = await sitDown(browser, { viewport: phone });
    await withDevice(sitting, false);
    await sitting.open('/sign-in');
    await sitting.press('Sign in with a passkey');
    await sitting.page.getByText('Nothing was shown to us.').waitFor();
    await sitting.look('security-no-passkey');
    expect(sitting.complaints).toEqual([]);
  });
});
