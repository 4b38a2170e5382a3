/** An admin sees how the publication stands, and keeps its books in order with Stripe. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, leave, standsWell } from './at-the-console.js';
import { axe } from './axe.js';
import { joined } from './people.js';
import { type Sitting, desktop, openBrowser, phone, sitDown } from './reader.js';
import { text } from './steps.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  // Somebody's trial begins, so that there is something to see.
  const reader = await sitDown(browser);
  await joined(reader);
  await reader.context.close();
});

afterAll(() => browser.close());

const atTheDesk = (viewport: typeof phone, path: string): Promise<Sitting> =>
  atTheConsole(browser, path, { viewport });

async function expectGood(sitting: Sitting, name: string): Promise<void> {
  await standsWell(sitting);
  await sitting.look(name);
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('an admin at her %s', (window, viewport) => {
  it('sees at one glance how the publication stands', async () => {
    const sitting = await atTheDesk(viewport, '');
    const { page } = sitting;
    await page.getByRole('heading', { name: 'Members by state' }).waitFor();
    const trials = page.getByRole('region', { name: 'Trials' });
    expect(await trials.first().innerText()).toMatch(/[1-9]\d* trials? started/);
    expect(await text(sitting)).toMatch(/Monthly recurring revenue \$\d+\.\d\d/);
    await page.getByText('The same as a table').first().click();
    await page.getByRole('columnheader', { name: 'Converted' }).waitFor();
    await page.getByRole('button', { name: '7 days' }).click();
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(40);
    await expectGood(sitting, `console-overview-${window}`);
    await leave(sitting);
  });

  it('has an event of Stripe’s answered again, told first what that does', async () => {
    const sitting = await atTheDesk(viewport, '/webhook-events');
    const { page } = sitting;
    await page.getByText('customer.subscription.created').first().waitFor();
    await expectGood(sitting, `console-inbox-${window}`);
    await page.getByText('customer.subscription.created').first().click();
    await page.getByRole('button', { name: 'Retry…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Retry this event?' });
    expect(await dialog.innerText()).toMatch(/Stripe is asked about cus_\w+ alone/);
    expect(await axe(sitting)).toEqual([]);
    await dialog.getByRole('button', { name: 'Retry 1 event' }).click();
    await page.getByText('It is being answered again.').waitFor();
    await page.getByText('Our books agree with it.').waitFor();
    await expectGood(sitting, `console-event-${window}`);
    await leave(sitting);
  });

  it('compares the books with Stripe and watches how far it is', async () => {
    const sitting = await atTheDesk(viewport, '/reconcile');
    const { page } = sitting;
    await page.getByRole('button', { name: 'Compare now…' }).click();
    expect(await axe(sitting)).toEqual([]);
    await page.getByRole('button', { name: /^Compare [\d,]+ customers? with Stripe$/ }).click();
    await page
      .getByText(/compared so far|agree with Stripe|books were mended/)
      .first()
      .waitFor();
    await page
      .getByText(/agree with Stripe about|books were mended/)
      .first()
      .waitFor();
    await expectGood(sitting, `console-reconciliation-${window}`);
    await leave(sitting);
  });

  it('looks up in the audit who did that', async () => {
    const sitting = await atTheDesk(viewport, '/audit');
    const { page } = sitting;
    await page.getByLabel('Deed, like plan.price-set').fill('reconciliation.requested');
    await page.getByText('reconciliation.requested').first().waitFor();
    await expect.poll(() => page.getByText('webhook.retried').count()).toBe(0);
    await page
      .getByRole('button', { name: /^Details of reconciliation\.requested/ })
      .first()
      .click();
    await page.getByText(/Done to reconciliation .* by admin@town\.test, from/).waitFor();
    await expectGood(sitting, `console-audit-filtered-${window}`);
    await leave(sitting);
  });
});
