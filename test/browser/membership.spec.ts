/** A member looks after her membership in a real browser without JavaScript: cost, card, invoices, gifts, leaving. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.js';
import { type EveningPlan, sellEvenings } from './evening-plan.js';
import { sideways } from './layout.js';
import { buy, registered } from './people.js';
import { desktop, openBrowser, phone, type Sitting, sitDown } from './reader.js';
import { lastWordsOfTheStory, story, text } from './steps.js';

let browser: Browser;
let evenings: EveningPlan;

beforeAll(async () => {
  browser = await openBrowser();
  evenings = await sellEvenings('keeping');
});

afterAll(async () => {
  await evenings.archive();
  await browser.close();
});

async function goodPage(sitting: Sitting, name: string): Promise<void> {
  await sitting.look(name);
  expect(await axe(sitting), name).toEqual([]);
  expect(await sideways(sitting), name).toEqual([]);
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('a member at her %s', (window, viewport) => {
  const atHome = async () => {
    const sitting = await sitDown(browser, { viewport, javaScript: false });
    const own = await registered(sitting, 'mona');
    await buy(own, evenings.monthly);
    await sitting.open('/account');
    return { sitting, own };
  };

  it('cancels in two clicks, and keeps her membership in two', async () => {
    const { sitting } = await atHome();
    const { page } = sitting;
    let clicks = 0;
    const click = async (what: Locator) => {
      clicks += 1;
      await what.click();
    };
    expect(await text(sitting)).toContain(`You are a member: ${evenings.name}`);

    await click(page.getByRole('link', { name: 'Cancel the membership' }));
    expect(await text(sitting)).toMatch(/Until \w+ \d+, \d{4} You read everything, as before/);
    await goodPage(sitting, `${window}-membership-cancel`);
    await click(page.getByRole('button', { name: 'Cancel the membership' }));
    expect(await text(sitting)).toContain('You have cancelled. Your membership ends on');
    expect(clicks).toBe(2);
    await goodPage(sitting, `${window}-membership-cancelled`);

    await click(page.getByRole('link', { name: 'Keep the membership' }));
    expect(await text(sitting)).toContain('$29.00 is charged, and again each month');
    await goodPage(sitting, `${window}-membership-keep`);
    await click(page.getByRole('button', { name: 'Keep the membership' }));
    expect(await text(sitting)).toMatch(/Renews on .* for \$29\.00/);
    expect(clicks).toBe(4);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });

  it('sees her card, and what another plan costs before she takes it, and then its invoice', async () => {
    const { sitting } = await atHome();
    const { page } = sitting;
    expect(await text(sitting)).toMatch(/Visa ending in \d{4}, good until \d\d\/\d{4}/);
    await goodPage(sitting, `${window}-membership-account`);

    const yearly = `Change to ${evenings.name}, $300.00 a year`;
    await page.getByRole('link', { name: yearly }).click();
    const told =
      /Your card is charged (\$27[01]\.\d\d)\. What is left of what you have paid, \$2[89]\./;
    const [, cost = ''] = told.exec(await text(sitting)) ?? [];
    expect(cost).not.toBe('');
    await goodPage(sitting, `${window}-membership-change`);
    await page.getByRole('button', { name: `Change now for ${cost}` }).click();
    expect(await text(sitting)).toMatch(/Renews on .* for \$300\.00 for another year/);
    const invoices = page.getByRole('region', { name: 'Invoices' });
    // Reckoned to the second: a cent of it may have passed meanwhile.
    expect(await invoices.innerText()).toMatch(/\$27[01]\.\d\d\s+Paid/);
    expect(await invoices.innerText()).toMatch(/\$29\.00\s+Paid/);
    await goodPage(sitting, `${window}-membership-changed`);

    await page.getByRole('button', { name: 'Change card or billing details' }).click();
    await page.waitForURL(/\/p\/session\//);
    await page.goBack();
    await page
      .getByRole('link', { name: /View invoice/ })
      .first()
      .click();
    expect(await text(sitting)).toContain('$27');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });

  it('gives an article, takes her data with her, and deletes her account', async () => {
    const { sitting, own } = await atHome();
    const { page } = sitting;
    await sitting.open(story);
    await sitting.press('Give this article');
    const link = await page.getByLabel('Copy this and send it to whom you like').inputValue();
    await goodPage(sitting, `${window}-membership-gift`);
    const friend = await sitDown(browser, { viewport, javaScript: false });
    await friend.page.goto(link);
    expect(await text(friend)).toContain(await lastWordsOfTheStory());
    await friend.context.close();

    await sitting.open('/account');
    await page.getByRole('link', { name: 'Download everything we hold of you' }).click();
    await goodPage(sitting, `${window}-membership-export`);
    const arriving = page.waitForEvent('download');
    await sitting.press('Download the file');
    const file = await arriving;
    expect(file.suggestedFilename()).toBe('broadsheet.json');
    expect(await readFile(await file.path(), 'utf8')).toContain(own.email);

    await page.getByRole('link', { name: 'Back to your account' }).click();
    await page.getByRole('link', { name: 'Delete my account' }).click();
    await goodPage(sitting, `${window}-membership-delete`);
    await sitting.fill('Your e-mail address, to show that you mean it', own.email);
    await sitting.press('Delete my account for good');
    expect(await text(sitting)).toContain('Your account is deleted');
    await sitting.open('/account');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});
