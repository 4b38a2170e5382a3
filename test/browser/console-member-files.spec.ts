/** An admin at the console brings many members by a file, takes them along as one, and keeps the institutions. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, leave, press, says, standsWell } from './at-the-console.js';
import { axe } from './axe.js';
import { newReader } from './people.js';
import { desktop, openBrowser, phone } from './reader.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const choose = (page: Page, name: string, text: string) =>
  page.getByLabel('File of members', { exact: true }).setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });

/** Two hundred lines, of which three cannot be taken in. */
function fileOf(label: string): string {
  const { email } = newReader(label);
  const addresses = Array.from({ length: 200 }, (_, line) => email.replace('@', `-${line}@`));
  const lines = addresses.map((address, line) => `${address},"Reader, ${line}",${label},,`);
  lines[10] = `no address at all,Nobody,${label},,`;
  lines[20] = `${addresses[20] ?? ''},Past,${label},pro,2020-01-31`;
  lines[30] = `${addresses[30] ?? ''},Unplanned,${label},no-such-plan,2099-01-31`;
  return `email,name,labels,plan,until\n${lines.join('\n')}\n`;
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an admin at her %s', (window, viewport) => {
  it('brings two hundred members, is told which lines are wrong, and takes them along again', async () => {
    const label = `club-${window}-${process.pid}`;
    const file = fileOf(label);
    const sitting = await atTheConsole(browser, '/member-imports', { viewport });
    const { page } = sitting;
    await page.getByText('What the file says').waitFor();
    await standsWell(sitting);
    await choose(page, 'wrong.csv', 'address,name\na@b.test,A\n');
    await press(page, 'Check the file');
    await says(page, 'There is no column "address"');

    await choose(page, 'club.csv', file);
    await press(page, 'Check the file');
    await says(page, '200 of 200 lines');
    await says(page, 'Nothing was changed yet');
    await says(page, '3 lines refused');
    await says(page, 'There is no plan with this slug.');
    await standsWell(sitting);
    await sitting.look(`console-import-checked-${window}`);
    const report = page.waitForEvent('download');
    await press(page, 'Save them as a file');
    expect(await textOf(await report)).toContain('Its date is not to come.');

    await press(page, 'Take in 197 members…');
    await says(page, 'opens 197 new accounts and changes 0 known accounts');
    expect(await axe(sitting)).toEqual([]);
    await press(page, 'Take in 197 members');
    await says(page, 'Bringing the same file again is safe');
    await says(page, '197 accounts');

    await sitting.open('/admin/member-imports');
    await choose(page, 'club.csv', file);
    await press(page, 'Check the file');
    await says(page, 'There is nothing to take in');

    await sitting.open(`/admin/members?filter={"label":"${label}"}`);
    await page.getByRole('link', { name: 'Reader, 199' }).waitFor();
    await press(page, 'Export');
    await says(page, `The file holds everybody whom the list finds by label ${label}.`);
    expect(await axe(sitting)).toEqual([]);
    const taken = page.waitForEvent('download');
    await press(page, 'Export members');
    await says(page, 'The file is in your downloads: 197 members');
    await sitting.look(`console-export-${window}`);
    const lines = (await textOf(await taken)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(198);
    expect(lines[0]).toBe('email,name,state,plan,until,labels,createdAt,id');
    await leave(sitting);
  });

  it('opens the paper to a library, hears what is wrong, and closes it again', async () => {
    const name = `Library ${window} ${process.pid}`;
    const sitting = await atTheConsole(browser, '/institutions/create', { viewport });
    const { page } = sitting;
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'E-mail domains' }).fill('gmail.com');
    await page.getByLabel('Last day').fill('2099-12-31');
    await press(page, 'Open the paper to it');
    await page.locator('p.Mui-error', { hasText: 'gives addresses to anybody' }).waitFor();
    await standsWell(sitting);
    await page.getByRole('textbox', { name: 'E-mail domains' }).fill(`${window}.library.example`);
    await page.getByRole('textbox', { name: 'Networks' }).fill('198.51.100.0/24\n2001:db8:7::/48');
    await press(page, 'Open the paper to it');
    await page.getByRole('link', { name }).click();
    await says(page, 'Nothing was read through it');
    await standsWell(sitting);
    await sitting.look(`console-institution-${window}`);
    await press(page, 'End it now…');
    await says(page, /\(2 networks and 1 domain\) meets the wall from the next request on/);
    await press(page, `Close it to ${name} now`);
    await says(page, `${name} reads no more.`);
    await sitting.open('/admin/institutions');
    await page.getByRole('row', { name }).waitFor();
    expect(await page.getByRole('row', { name }).innerText()).toMatch(/ended on /);
    await standsWell(sitting);
    await leave(sitting);
  });
});

async function textOf(download: { path(): Promise<string> }): Promise<string> {
  return readFile(await download.path(), 'utf8');
}
