/** Every reader's page, on a phone without JavaScript and at a desk with it: usable by all, light, quick and steady. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.js';
import { keepFigures, type PageFigures, tableOf, weightOf } from './figures.js';
import { sideways, unnamed } from './layout.js';
import { type EveryPage, pages, readers } from './pages.js';
import { desktop, openBrowser, phone, type Sitting, sitDown } from './reader.js';
import { weigh } from './weigh.js';

/** Bytes of compressed markup and styles, and milliseconds until it stands there. */
const most = { weight: 20_000, lcp: 1000 };

const windows = [
  { name: 'phone', viewport: phone, widths: [320, 390], dark: false, javaScript: false },
  { name: 'desk', viewport: desktop, widths: [1280], dark: false, javaScript: true },
  { name: 'phone-dark', viewport: phone, widths: [390], dark: true, javaScript: false },
] as const;
type Window = (typeof windows)[number];

/** Where colours meet in other ways than on the rest of the pages. */
const alsoDark = new Set([
  'front-page',
  'wall',
  'join',
  'sign-in-refused',
  'account-member',
  'gifts',
]);

const measured: PageFigures[] = [];
const sittings = new Map<string, Promise<Sitting>>();
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await keepFigures('pages', measured);
  console.log(`\n${tableOf(measured)}\n`);
});

/** Each reader sits down once at each window, and stays. */
function sittingOf(reader: EveryPage['reader'], window: Window): Promise<Sitting> {
  const key = `${reader}, ${window.name}`;
  const sitting = sittings.get(key) ?? arrive(reader, window);
  sittings.set(key, sitting);
  return sitting;
}

async function arrive(reader: EveryPage['reader'], window: Window): Promise<Sitting> {
  const sitting = await sitDown(browser, window);
  await readers[reader](sitting);
  return sitting;
}

describe.each(windows)('on a $name', (window) => {
  const shown = window.dark ? pages.filter(({ name }) => alsoDark.has(name)) : pages;

  it.each(shown)('$name, for $reader', async ({ name, reader, reach, status = 200 }) => {
    const sitting = await sittingOf(reader, window);
    sitting.complaints.length = 0;
    const figures = await weigh(sitting, typeof reach === 'string' ? reach : () => reach(sitting));
    measured.push({ name, window: window.name, ...figures });
    await sitting.look(`${window.name}-${name}`);

    const wanting = [
      ...(figures.status === status ? [] : [`is answered ${figures.status}`]),
      ...(weightOf(figures) > most.weight ? [`weighs ${weightOf(figures)} bytes`] : []),
      ...figures.blocking.map((file) => `waits for ${file}`),
      ...(figures.lcp >= most.lcp ? [`stands there after ${figures.lcp} ms`] : []),
      ...(figures.cls > 0 ? [`moves by ${figures.cls}: ${figures.moved.join(', ')}`] : []),
      ...(await unnamed(sitting)),
      ...(await axe(sitting)),
      ...(await sideways(sitting, window.widths)),
      ...sitting.complaints,
    ];
    expect(wanting).toEqual([]);
  });
});
