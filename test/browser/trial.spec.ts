/** The main job in a real browser: a stranger meets the wall, takes the trial, and reads. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshCard } from '../support/cards.js';
import { newReader } from './people.js';
import { desktop, openBrowser, phone, sitDown } from './reader.js';
import { lastWordsOfTheStory, pay, register, story, text } from './steps.js';

let browser: Browser;
let lastWords: string;

beforeAll(async () => {
  browser = await openBrowser();
  lastWords = await lastWordsOfTheStory();
});

afterAll(() => browser.close());

describe.each([
  ['at a desk', { viewport: desktop, javaScript: true }],
  ['on a phone, without JavaScript', { viewport: phone, javaScript: false }],
])('a reader %s', (where, options) => {
  const name = where.startsWith('at') ? 'desk' : 'phone';

  it('meets the wall, registers, takes the trial and reads on', async () => {
    const sitting = await sitDown(browser, options);
    const { page } = sitting;
    await sitting.open('/');
    await sitting.look(`${name}-1-front-page`);

    await sitting.open(story);
    expect(await text(sitting)).toContain('$300.00 a year');
    expect(await page.content()).not.toContain(lastWords);
    await sitting.look(`${name}-2-wall`);

    await page.getByRole('link', { name: 'Start your 7 days free' }).first().click();
    await sitting.look(`${name}-3-join`);
    await page.getByRole('link', { name: 'Make an account' }).first().click();
    await register(sitting, newReader(name));

    expect(await text(sitting)).toContain('The first charge, $300.00');
    await sitting.look(`${name}-4-offer`);
    await sitting.press('Start your 7 days free');
    await page.waitForURL(/\/c\/pay\//);
    expect(await text(sitting)).toMatch(/7 days free, then \$300\.00 per year/);
    await sitting.look(`${name}-5-checkout`);

    await pay(sitting, '4000 0000 0000 0002');
    expect(await page.getByRole('alert').innerText()).toContain('Your card was declined');
    await pay(sitting, freshCard());
    await page.waitForURL(/\/checkout\/success/);
    expect(await text(sitting)).toContain('You are a member now');
    await sitting.look(`${name}-6-welcome`);

    await page.getByRole('link', { name: /^Read on: / }).click();
    expect(new URL(page.url()).pathname).toBe(story);
    expect(await text(sitting)).toContain(lastWords);
    await sitting.look(`${name}-7-article`);

    await sitting.open('/account');
    expect(await text(sitting)).toMatch(/\$300\.00/);
    await sitting.look(`${name}-8-account`);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});

describe('somebody whose bank asks for more', () => {
  it('confirms it and is a member; refuses it and is none', async () => {
    const sitting = await sitDown(browser);
    const { page } = sitting;
    await sitting.open('/register');
    await register(sitting, newReader('careful'));
    await sitting.open('/join');
    await sitting.press('Start your 7 days free');
    await page.waitForURL(/\/c\/pay\//);
    await pay(sitting, '4000 0025 0000 3155');
    await sitting.press('Fail');
    expect(await page.getByRole('alert').innerText()).toMatch(/authenticate/i);
    await pay(sitting, '4000 0025 0000 3155');
    await sitting.press('Complete');
    await page.waitForURL(/\/checkout\/success/);
    expect(await text(sitting)).toContain('You are a member now');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});
