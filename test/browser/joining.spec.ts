/** From the wall to a membership, in a real browser without JavaScript: a price is chosen, Stripe left and entered again. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCard } from '../support/cards.js';
import { axe } from './axe.js';
import { type EveningPlan, sellEvenings } from './evening-plan.js';
import { sideways } from './layout.js';
import { newReader } from './people.js';
import { desktop, openBrowser, phone, type Sitting, sitDown } from './reader.js';
import { lastWordsOfTheStory, pay, register, story, text } from './steps.js';

let browser: Browser;
let evenings: EveningPlan;
let lastWords: string;

beforeAll(async () => {
  browser = await openBrowser();
  lastWords = await lastWordsOfTheStory();
  evenings = await sellEvenings('joining');
});

afterAll(async () => {
  await evenings.archive();
  await browser.close();
});

/** The page can be used by everybody, and is looked at by us. */
async function goodPage(sitting: Sitting, name: string): Promise<void> {
  await sitting.look(name);
  expect(await axe(sitting), name).toEqual([]);
  expect(await sideways(sitting), name).toEqual([]);
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('a stranger at her %s', (window, viewport) => {
  it('chooses how she pays under the wall, comes back from Stripe twice, and reads on', async () => {
    const sitting = await sitDown(browser, { viewport, javaScript: false });
    const { page } = sitting;
    const plan = page.getByRole('region', { name: evenings.name });
    const monthly = plan.getByRole('radio', { name: 'Monthly $29.00 a month' });

    await sitting.open(story);
    const wall = page.locator('.wall');
    expect(await wall.innerText()).toContain('Cancel any time, in two clicks.');
    expect(await wall.innerText()).toContain('Nothing is charged today. $300.00 follows');
    await wall.getByRole('link', { name: 'Become a member' }).click();

    expect(await plan.innerText()).toContain('$300.00 today, then $300.00 each year');
    expect(await plan.innerText()).not.toContain('$29.00 today');
    await monthly.check();
    expect(await plan.innerText()).toContain(
      '$29.00 today, then $29.00 each month until you cancel',
    );
    expect(await plan.innerText()).not.toContain('$300.00 today');
    await goodPage(sitting, `${window}-joining-1-choice`);
    await plan.getByRole('link', { name: 'Make an account' }).filter({ visible: true }).click();

    const steps = page.getByRole('list', { name: 'Three steps to your membership' });
    expect(await steps.getByText('Your account').getAttribute('aria-current')).toBe('step');
    const nora = newReader('nora');
    await register(sitting, nora);
    expect(await monthly.isChecked()).toBe(true);
    await plan.getByText('I have a code').filter({ visible: true }).click();
    await plan.getByLabel('Your code').filter({ visible: true }).fill('SPRNIG');
    await plan.getByRole('button', { name: 'Become a member' }).filter({ visible: true }).click();
    expect(await plan.innerText()).toContain('There is no such code.');
    expect(await monthly.isChecked()).toBe(true);
    await goodPage(sitting, `${window}-joining-2-no-such-code`);
    await plan.getByLabel('Your code').filter({ visible: true }).fill('');
    await plan.getByRole('button', { name: 'Become a member' }).filter({ visible: true }).click();

    await page.waitForURL(/\/c\/pay\//);
    await page.getByRole('link', { name: 'Back' }).first().click();
    expect(await text(sitting)).toContain('Nothing was charged');
    await goodPage(sitting, `${window}-joining-3-cancelled`);
    await page.getByRole('link', { name: 'Back to the offer' }).click();
    await monthly.check();
    await plan.getByRole('button', { name: 'Become a member' }).filter({ visible: true }).click();
    await page.waitForURL(/\/c\/pay\//);
    expect(await text(sitting)).toContain('$29.00');
    await pay(sitting, freshCard());
    await page.waitForURL(/\/checkout\/success/);
    expect(await text(sitting)).toContain('You are a member now');
    await goodPage(sitting, `${window}-joining-4-welcome`);

    await page.getByRole('link', { name: /^Read on: / }).click();
    expect(new URL(page.url()).pathname).toBe(story);
    expect(await text(sitting)).toContain(lastWords);
    await sitting.open('/join');
    expect(await text(sitting)).toContain('You are a member already');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });

  it('with an account sees her free articles counted down to the last', async () => {
    const sitting = await sitDown(browser, { viewport, javaScript: false });
    await sitting.open('/register');
    await register(sitting, newReader('fred'));
    for (const [number, said] of [
      [1, '2 of 3 free articles left this month.'],
      [2, '1 of 3 free articles left this month.'],
      [3, 'This was the last of your 3 free articles this month.'],
    ] as const) {
      await sitting.open(`/articles/metered-story-${number}`);
      expect(await text(sitting)).toContain(said);
    }
    await goodPage(sitting, `${window}-meter-last`);
    await sitting.open('/articles/metered-story-4');
    expect(await text(sitting)).toMatch(/You have read your 3 free articles this month/);
    await goodPage(sitting, `${window}-meter-over`);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});
