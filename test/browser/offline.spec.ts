/** The line is cut while somebody reads: a kind page, and nothing of hers kept on the device. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axe } from './axe.js';
import { signIn } from './people.js';
import { desktop, openBrowser, phone, type Sitting, sitDown } from './reader.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const heading = (sitting: Sitting): Promise<string> => sitting.page.locator('h1').innerText();

/** Where the worker stands that the page has sent for. */
const workerOf = (sitting: Sitting): Promise<string | null> =>
  sitting.examiner.ask<string | null>(
    `navigator.serviceWorker.getRegistration('/').then((found) => found?.active?.state ?? null)`,
  );

/** Everything that this browser keeps for us, by address. */
const kept = (sitting: Sitting): Promise<string[]> =>
  sitting.examiner.ask<string[]>(`(async () => {
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(shelves.map((shelf) => shelf.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname).sort();
  })()`);

it.each([
  ['phone', phone],
  ['desk', desktop],
])('at a %s', async (name, viewport) => {
  const sitting = await sitDown(browser, { viewport });
  const { page, context } = sitting;
  await signIn(sitting, 'mira@town.test');
  await sitting.open('/articles/members-story');
  await expect.poll(() => workerOf(sitting), { timeout: 10_000 }).toBe('activated');
  await sitting.open('/account');
  const story = await heading(sitting);
  expect(story).not.toBe('');
  expect(await kept(sitting)).toEqual(['/assets/site.css', '/offline']);
  expect(sitting.complaints).toEqual([]);

  await context.setOffline(true);
  await sitting.open('/articles/metered-story-1');
  expect(await heading(sitting)).toBe('There is no connection');
  await sitting.look(`${name}-offline`);
  expect(await axe(sitting)).toEqual([]);
  const background = 'getComputedStyle(document.body).backgroundColor';
  expect(await sitting.examiner.ask(background)).toBe('rgb(252, 251, 247)');
  expect(await page.content()).not.toContain('Your account');

  await context.setOffline(false);
  await page.getByRole('link', { name: 'Try again' }).click();
  expect(await heading(sitting)).toMatch(/bridge/);
  expect(await kept(sitting)).toEqual(['/assets/site.css', '/offline']);
  await context.close();
});
