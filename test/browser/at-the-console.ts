/** What journeys at the console have in common: somebody who sits down there, and what holds of every page. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from './axe.js';
import { sideways, unnamed, widthsLike } from './layout.js';
import { type Own, signIn } from './people.js';
import { type Sitting, type SittingOptions, sitDown } from './reader.js';
import { townAdmin } from './staff.js';

/** @param path below `/admin` */
export async function atTheConsole(
  browser: Browser,
  path: string,
  options: SittingOptions = {},
  who: Own = townAdmin,
): Promise<Sitting> {
  const sitting = await sitDown(browser, options);
  await signIn(sitting, who.email, who.password);
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
export async function standsWell(
  sitting: Sitting,
  widths: readonly number[] = widthsLike(sitting),
): Promise<void> {
  expect(await axe(sitting)).toEqual([]);
  expect(await sideways(sitting, widths)).toEqual([]);
  expect(await unnamed(sitting)).toEqual([]);
}

export async function leave({ complaints, context }: Sitting): Promise<void> {
  expect(complaints).toEqual([]);
  await context.close();
}
