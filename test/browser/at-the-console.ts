/** What journeys at the console have in common: an admin who sits down there, and what holds of every page. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { people } from '../../prisma/seed/people.js';
import { axe } from './axe.js';
import { sideways, unnamed } from './layout.js';
import { signIn } from './people.js';
import { type Sitting, type SittingOptions, phone, sitDown } from './reader.js';

/** @param path below `/admin` */
export async function atTheConsole(
  browser: Browser,
  path: string,
  options: SittingOptions = {},
): Promise<Sitting> {
  const sitting = await sitDown(browser, options);
  await signIn(sitting, people.admin.email);
  await sitting.open(`/admin${path}`);
  return sitting;
}

export const type = (page: Page, field: string, words: string): Promise<void> =>
  page.getByRole('textbox', { name: field, exact: true }).fill(words);

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByText(words).first().waitFor();

/** Everybody can use the page, and nobody scrolls it sideways. */
export async function standsWell(sitting: Sitting): Promise<void> {
  expect(await axe(sitting)).toEqual([]);
  // From a desk's width to a phone's the menu would open over the page.
  const isPhone = sitting.page.viewportSize()?.width === phone.width;
  expect(await sideways(sitting, isPhone ? [320, 390] : [1280])).toEqual([]);
  expect(await unnamed(sitting)).toEqual([]);
}

export async function leave({ complaints, context }: Sitting): Promise<void> {
  expect(complaints).toEqual([]);
  await context.close();
}
