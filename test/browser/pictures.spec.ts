/** Takes the pictures that the documentation shows; with `PICTURES=docs` they replace those in docs/images. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTokenOf, api, registered, signIn } from './people.js';
import { openBrowser, sitDown } from './reader.js';
import { townAdmin } from './staff.js';
import { story } from './steps.js';

const viewport = { width: 1200, height: 1000 };

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('a picture shows', () => {
  it('the wall under a teaser', async () => {
    const sitting = await sitDown(browser, { viewport });
    await sitting.open(story);
    const wall = sitting.page.locator('section.wall');
    await wall.evaluate((section) => section.scrollIntoView({ block: 'end' }));
    await sitting.picture('article-wall');
    expect(await wall.innerText()).toContain('$300.00 a year');
  });

  it('the offer, to somebody who may take it', async () => {
    const sitting = await sitDown(browser, { viewport });
    await registered(sitting);
    await sitting.open('/join');
    await sitting.picture('join');
    expect(await sitting.page.innerText('main')).toContain('$300.00');
  });

  it('the account of a member', async () => {
    const sitting = await sitDown(browser, { viewport });
    await signIn(sitting, 'mira@town.test');
    await sitting.open('/account');
    await sitting.picture('account');
    expect(await sitting.page.innerText('main')).toContain('mira@town.test');
  });

  it('what a new price will mean, before it is saved', async () => {
    const sitting = await sitDown(browser, { viewport });
    await signIn(sitting, townAdmin.email);
    await sitting.open(`/admin/plans/${await townPlan()}`);
    const { page } = sitting;
    await page.getByRole('button', { name: /^Change… \$300\.00/ }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('360.00');
    const effect = page.getByText('From now on the plan is sold for $360.00 a year.');
    await effect.waitFor();
    await sitting.picture('plan-editor');
    expect(await effect.count()).toBe(1);
  });

  it('how the publication stands', async () => {
    const sitting = await sitDown(browser, { viewport });
    await signIn(sitting, townAdmin.email);
    await sitting.open('/admin');
    await sitting.page.getByRole('region', { name: 'Trials' }).locator('svg').first().waitFor();
    await sitting.picture('overview');
    expect(await sitting.page.innerText('main')).toContain('Monthly recurring revenue');
  });
});

async function townPlan(): Promise<string> {
  const { items } = await api<{ items: { id: string; slug: string }[] }>(
    'GET',
    '/admin/plans',
    undefined,
    await accessTokenOf(townAdmin),
  );
  return items.find(({ slug }) => slug === 'pro')?.id ?? '';
}
