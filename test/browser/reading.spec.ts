/** A stranger leafs through the paper: front page, section, article, tag, author, search, and what is not there. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.js';
import { sideways } from './layout.js';
import { desktop, openBrowser, phone, type Sitting, sitDown } from './reader.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const headline = (sitting: Sitting): Promise<string> => sitting.page.locator('h1').innerText();

/** She follows a link of the page's main part, and is somewhere that everybody can use. */
async function follow(sitting: Sitting, name: string | RegExp): Promise<void> {
  await sitting.page.locator('main').getByRole('link', { name }).first().click();
  await fits(sitting);
}

async function fits(sitting: Sitting): Promise<void> {
  expect([...(await axe(sitting)), ...(await sideways(sitting))]).toEqual([]);
}

describe.each([
  ['desk', desktop],
  ['phone', phone],
])('a stranger at a %s, without JavaScript', (_, viewport) => {
  it('comes from the front page to a section, an article, its tag, its author, and finds by words', async () => {
    const sitting = await sitDown(browser, { viewport, javaScript: false });
    const { page } = sitting;
    await sitting.open('/');
    await fits(sitting);
    await page
      .getByRole('navigation', { name: 'Sections', exact: true })
      .getByText('Harbour')
      .click();
    expect(await headline(sitting)).toBe('Harbour');
    await fits(sitting);

    await follow(sitting, /The flood wall holds/);
    expect(await headline(sitting)).toMatch(/flood wall/);
    await follow(sitting, 'The Wend');
    expect(await headline(sitting)).toBe('The Wend');
    await page.goBack();
    await follow(sitting, 'Tomas Hale');
    expect(await headline(sitting)).toBe('Tomas Hale');
    expect(await page.locator('main').innerText()).toContain('He counts things');

    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await sitting.fill('Words to look for', 'harbour');
    await sitting.press('Search');
    await fits(sitting);
    expect(await page.locator('main article').count()).toBeGreaterThan(2);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });

  it('comes to where nothing is, and looks for it from there', async () => {
    const sitting = await sitDown(browser, { viewport, javaScript: false });
    expect(await sitting.open('/tags/no-such-tag')).toBe(404);
    await fits(sitting);
    await sitting.fill('Words to look for', 'bridge');
    await sitting.press('Search');
    expect(new URL(sitting.page.url()).search).toBe('?q=bridge');
    expect(await sitting.page.locator('main article').count()).toBeGreaterThan(0);
    await sitting.context.close();
  });

  it('follows the mark of a footnote to the note and back, and scrolls a table in its box', async () => {
    const sitting = await sitDown(browser, { viewport, javaScript: false });
    const { page, examiner } = sitting;
    await sitting.open('/articles/public-story');
    await page.locator('#fnref2 a').click();
    expect(new URL(page.url()).hash).toBe('#fn2');
    await page.locator('#fn2').getByLabel('Back to the text').click();
    expect(new URL(page.url()).hash).toBe('#fnref2');

    const box = page.getByRole('group', { name: 'Table' });
    await box.focus();
    const { inner, outer } = await examiner.ask<{ inner: number; outer: number }>(
      `(({ scrollWidth, clientWidth }) => ({ inner: scrollWidth, outer: clientWidth }))(document.querySelector('.table-box'))`,
    );
    if (viewport === phone) expect(inner).toBeGreaterThan(outer);
    else expect(inner).toBe(outer);
    await fits(sitting);
    await sitting.context.close();
  });
});

describe('on paper', () => {
  const visible = (page: Sitting['page'], selector: string) =>
    page.locator(selector).first().isVisible();

  it('an article is its text, its notes and where it is from', async () => {
    const sitting = await sitDown(browser, { viewport: desktop, javaScript: false });
    await sitting.open('/articles/public-story');
    await sitting.page.emulateMedia({ media: 'print' });
    await sitting.look('print-article');
    expect(await visible(sitting.page, '#fn1')).toBe(true);
    for (const selector of [
      '.sections',
      '.reader-links',
      '.tags',
      '.colophon',
      '[role=doc-backlink]',
    ]) {
      expect(await visible(sitting.page, selector), selector).toBe(false);
    }
    expect(await sitting.page.locator('.where-to-read').innerText()).toMatch(
      /^Read at http.*\/articles\/public-story$/,
    );
    await sitting.context.close();
  });

  it('the wall is one line that says where to read on', async () => {
    const sitting = await sitDown(browser, { viewport: desktop, javaScript: false });
    await sitting.open('/articles/members-story');
    await sitting.page.emulateMedia({ media: 'print' });
    await sitting.look('print-wall');
    expect(await visible(sitting.page, '.wall')).toBe(false);
    expect(await sitting.page.locator('.where-to-read').innerText()).toMatch(
      /Read on at http.*\/articles\/members-story$/,
    );
    await sitting.context.close();
  });
});

describe('from right to left', () => {
  it.each([
    ['phone', phone],
    ['desk', desktop],
  ])('the pages are mirrored and nothing hangs over: %s', async (name, viewport) => {
    const sitting = await sitDown(browser, { viewport, javaScript: false, direction: 'rtl' });
    const { page } = sitting;
    const xOf = async (selector: string): Promise<number> => {
      const box = await page.locator(selector).first().boundingBox();
      if (box === null) throw new Error(`There is no ${selector}.`);
      return box.x + box.width / 2;
    };
    for (const path of ['/', '/sections/harbour', '/authors/ada-winter', '/search?q=harbour']) {
      await sitting.open(path);
      expect(await sideways(sitting), path).toEqual([]);
    }
    await sitting.open('/articles/members-story');
    await sitting.look(`rtl-${name}-wall`);
    expect(await xOf('.masthead-name')).toBeGreaterThan(await xOf('.reader-links'));
    expect(await xOf('.sections li:first-child')).toBeGreaterThan(
      await xOf('.sections li:last-child'),
    );
    expect(await xOf('.wall .benefits li:first-child')).toBeGreaterThan(
      await xOf('.wall .benefits li:nth-child(2)'),
    );
    expect(await sideways(sitting)).toEqual([]);
    await sitting.open('/articles/public-story');
    await sitting.look(`rtl-${name}-article`);
    expect(await sideways(sitting)).toEqual([]);
    expect(sitting.complaints).toEqual([]);
    await sitting.context.close();
  });
});
