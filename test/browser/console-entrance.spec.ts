/** Who comes into the console, how, and who is told why not. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, standsWell } from './at-the-console.js';
import { axe } from './axe.js';
import { signIn } from './people.js';
import { type Sitting, desktop, openBrowser, phone, sitDown } from './reader.js';
import { newStaff, withAuthenticator } from './staff.js';
import { enter, text } from './steps.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const placeOf = ({ page }: Sitting): string => new URL(page.url()).pathname;

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an admin at her %s', (window, viewport) => {
  it('signs in with password and authenticator, comes where she wanted to, and leaves', async () => {
    const admin = await newStaff('admin');
    const { nextCode } = await withAuthenticator(admin);
    const sitting = await sitDown(browser, { viewport });
    const { page } = sitting;
    await sitting.open('/admin/audit');
    await page.waitForURL(/\/sign-in\?returnTo=/);
    await enter(sitting, admin.email, admin.password);
    await sitting.fill('Code of your authenticator', nextCode());
    await sitting.press('Sign in');
    await page.getByRole('heading', { name: 'Audit', level: 1 }).waitFor();
    expect(placeOf(sitting)).toBe('/admin/audit');
    await page.getByText('member.roles-changed').first().waitFor();
    await standsWell(sitting);
    await sitting.look(`console-audit-${window}`);

    await page.getByRole('button', { name: /Profile|Ada Field/ }).click();
    await page.getByRole('menuitem', { name: 'Logout' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await sitting.open('/admin');
    await page.waitForURL(/\/sign-in/);
    await leave(sitting);
  });
});

describe('whoever does not work here', () => {
  it('is told so, and shown back to the paper', async () => {
    const reader = await newStaff();
    const sitting = await sitDown(browser, { viewport: phone });
    await signIn(sitting, reader.email, reader.password);
    await sitting.open('/admin/members');
    await sitting.page.getByRole('heading', { name: 'This desk is for staff' }).waitFor();
    expect(await text(sitting)).toContain(reader.email);
    expect(await axe(sitting)).toEqual([]);
    await sitting.look('console-for-staff');
    await sitting.page.getByRole('link', { name: /^Read / }).click();
    expect(placeOf(sitting)).toBe('/');
    await leave(sitting);
  });
});

describe('an admin whose session ends while she works', () => {
  it('is sent to sign in, and comes back to where she was', async () => {
    const admin = await newStaff('admin');
    const sitting = await sitDown(browser);
    const { page, context } = sitting;
    await signIn(sitting, admin.email, admin.password);
    await sitting.open('/admin/audit');
    await page.getByText('member.roles-changed').first().waitFor();
    const elsewhere = await context.newPage();
    await elsewhere.request.post(new URL('/sign-out', page.url()).href, {
      headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html' },
      form: {},
    });
    await page.getByRole('menuitem', { name: 'Reconciliation' }).click();
    await page.waitForURL(/\/sign-in\?returnTo=%2Fadmin%2Freconcile/);
    await enter(sitting, admin.email, admin.password);
    await page.getByRole('heading', { name: 'Reconciliation', level: 1 }).waitFor();
    expect(placeOf(sitting)).toBe('/admin/reconcile');
    await leave(sitting);
  });
});

describe('in the dark', () => {
  it('the console can be read as well', async () => {
    const admin = await newStaff('admin');
    const sitting = await sitDown(browser, { dark: true });
    await signIn(sitting, admin.email, admin.password);
    await sitting.open('/admin');
    await sitting.page.getByRole('heading', { name: 'Members by state' }).waitFor();
    await sitting.page.locator('svg[aria-labelledby], .MuiChartsSurface-root').first().waitFor();
    expect(await axe(sitting)).toEqual([]);
    await sitting.look('console-overview-dark');
    await leave(sitting);
  });
});
