/** An admin at the console decides what is sold and what is given away, and is told first what that will do. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, leave } from './at-the-console.js';
import { axe } from './axe.js';
import { sideways, widthsLike } from './layout.js';
import { accessTokenOf, api, signIn } from './people.js';
import { type Sitting, desktop, openBrowser, phone, sitDown } from './reader.js';
import { townAdmin } from './staff.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** A plan of this test's own: the town's is sold to others. */
async function planNamed(slug: string): Promise<{ id: string }> {
  const plan = {
    slug,
    name: `Evening ${slug}`,
    benefits: ['Memos', 'Trend reports'],
    audience: 'team',
    prices: [{ amount: 12_000, currency: 'eur', interval: 'year' }],
  };
  return (await api('POST', '/admin/plans', plan, await accessTokenOf(townAdmin))) as {
    id: string;
  };
}

const atTheDesk = (viewport: typeof phone, path: string): Promise<Sitting> =>
  atTheConsole(browser, path, { viewport });

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an admin at her %s', (window, viewport) => {
  it('changes a plan, sets a new price and archives it, each time told for how many', async () => {
    const { id } = await planNamed(`edition-${window}-${process.pid}`);
    const sitting = await atTheDesk(viewport, `/plans/${id}`);
    const { page } = sitting;
    await page.getByText('Nobody holds this plan.').waitFor();

    await page.getByRole('textbox', { name: 'Benefit 2' }).fill('Live questions');
    await page.getByRole('button', { name: 'Move benefit 2 up' }).click();
    await page.getByText('“Trend reports” was promised when they joined').waitFor();
    expect(await axe(sitting)).toEqual([]);
    await page.getByRole('button', { name: 'Save…' }).click();
    await page.getByRole('button', { name: 'Save for 0 members' }).click();
    await page.getByText('Saved.').waitFor();

    await page.getByRole('button', { name: 'Change… €120.00 a year' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('144,00');
    await page.getByText('Write it like 300.00.').waitFor();
    await page.getByRole('textbox', { name: 'Amount' }).fill('144.00');
    await page.getByText('From now on the plan is sold for €144.00 a year.').waitFor();
    expect(await axe(sitting)).toEqual([]);
    await sitting.look(`console-price-${window}`);
    await page.getByRole('button', { name: 'Sell for €144.00 a year' }).click();
    await page.getByText('The price is on sale.').waitFor();
    const token = await accessTokenOf(townAdmin);
    expect(await api('GET', `/admin/plans/${id}`, undefined, token)).toMatchObject({
      benefits: ['Live questions', 'Memos'],
      prices: [{ amount: 14_400, currency: 'eur' }],
      archivedAt: null,
    });

    await page.getByRole('button', { name: 'Archive…' }).click();
    await page.getByRole('button', { name: 'Archive plan for 0 members' }).click();
    await page.getByText('This plan is not sold any more').waitFor();
    expect(await sideways(sitting, widthsLike(sitting))).toEqual([]);

    expect(await api('GET', `/admin/plans/${id}`, undefined, token)).toMatchObject({
      prices: [],
      archivedAt: expect.any(String) as string,
    });
    await leave(sitting);
  });

  it('looks through the plans and the revenue', async () => {
    const sitting = await atTheDesk(viewport, '/plans');
    const { page } = sitting;
    await page.getByText('$300.00 a year').first().waitFor();
    expect(await axe(sitting)).toEqual([]);
    expect(await sideways(sitting, widthsLike(sitting))).toEqual([]);
    await sitting.look(`console-plans-${window}`);
    await sitting.open('/admin/revenue');
    await page.getByText('Monthly recurring revenue in USD').waitFor();
    expect(await axe(sitting)).toEqual([]);
    expect(await sideways(sitting, widthsLike(sitting))).toEqual([]);
    await sitting.look(`console-revenue-${window}`);
    await leave(sitting);
  });

  it.each([
    ['meter', 'Whose midnight begins a month'],
    ['gates', 'Articles that are there keep the gate that they have.'],
    ['gifts', 'A member who gives all she may'],
    ['machines', 'Articles are found by'],
  ])('sees what the settings of %s mean', async (setting, words) => {
    const sitting = await atTheDesk(viewport, `/settings/${setting}`);
    await sitting.page.getByText(words).first().waitFor();
    expect(await axe(sitting)).toEqual([]);
    expect(await sideways(sitting, widthsLike(sitting))).toEqual([]);
    await sitting.look(`console-${setting}-${window}`);
    await leave(sitting);
  });
});

describe('an admin who thinks of giving more away', () => {
  it('reads what it would have meant, and changes nothing by looking', async () => {
    const sitting = await atTheDesk(desktop, '/settings/meter');
    const { page } = sitting;
    const before = await page.getByRole('status', { name: 'What if' }).innerText();
    await page.getByRole('spinbutton', { name: 'Registered readers read' }).fill('9');
    await page.waitForFunction(
      (was) => document.querySelector('[role=status][aria-label="What if"]')?.textContent !== was,
      before,
    );
    const token = await accessTokenOf(townAdmin);
    expect(await api('GET', '/admin/settings/meter', undefined, token)).toMatchObject({
      registeredLimit: 3,
    });
    await page.getByRole('button', { name: 'Put back' }).click();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await leave(sitting);
  });

  it('hears beside the field what is wrong with it', async () => {
    const sitting = await atTheDesk(desktop, '/settings/meter');
    const { page } = sitting;
    await page.getByRole('textbox', { name: 'Whose midnight begins a month' }).fill('Mars/Olympus');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('p.Mui-error').waitFor();
    expect(await page.locator('p.Mui-error').innerText()).toContain('IANA time zone');
    await leave(sitting);
  });
});

describe('an editor', () => {
  it('finds no door to what only admins decide', async () => {
    const sitting = await sitDown(browser);
    await signIn(sitting, 'editor@town.test');
    await sitting.open('/admin');
    await sitting.page.getByRole('navigation').first().waitFor();
    expect(await sitting.page.getByRole('menuitem', { name: 'Plans' }).count()).toBe(0);
    expect(await sitting.page.getByRole('menuitem', { name: 'Meter' }).count()).toBe(0);
    await leave(sitting);
  });
});
