/** Readers who have been here before, in a real browser: members sign in, registered readers use up their meter. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newReader } from './people.js';
import { openBrowser, phone, sitDown } from './reader.js';
import { enter, lastWordsOfTheStory, register, story, text } from './steps.js';

let browser: Browser;
let lastWords: string;

beforeAll(async () => {
  browser = await openBrowser();
  lastWords = await lastWordsOfTheStory();
});

afterAll(() => browser.close());

describe('a member', () => {
  it('signs in under the wall and reads at once', async () => {
    const sitting = await sitDown(browser, { dark: true });
    const { page } = sitting;
    await sitting.open(story);
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
    await sitting.look('dark-sign-in');
    await enter(sitting, 'mira@town.test');
    expect(new URL(page.url()).pathname).toBe(story);
    expect(await text(sitting)).toContain(lastWords);
    await sitting.look('dark-article');

    await sitting.open('/account');
    await sitting.press('Sign out');
    await sitting.open(story);
    expect(await page.content()).not.toContain(lastWords);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });

  it('is told kindly when the password is wrong', async () => {
    const sitting = await sitDown(browser);
    await sitting.open('/sign-in');
    await enter(sitting, 'mira@town.test', 'not her password at all');
    expect(await sitting.page.getByRole('alert').innerText()).toContain('do not belong together');
    await sitting.context.close();
  });
});

describe('a registered reader', () => {
  it('sees how many free articles are left, and then the wall', async () => {
    const sitting = await sitDown(browser, { viewport: phone });
    await sitting.open('/register');
    await register(sitting, newReader('fred'));
    for (const [number, left] of [
      [1, '2 of 3'],
      [2, '1 of 3'],
    ] as const) {
      await sitting.open(`/articles/metered-story-${number}`);
      expect(await text(sitting)).toContain(left);
    }
    await sitting.open('/articles/metered-story-3');
    await sitting.open('/articles/metered-story-4');
    expect(await text(sitting)).toContain('$300.00 a year');
    await sitting.look('phone-meter-empty');
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});
