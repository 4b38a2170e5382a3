/** A reader at her browser: opens pages, fills in fields by their labels, and looks at what is there. */
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { addPolicyViolations, complaintsOf } from './complaints.js';
import { Examiner } from './examiner.js';
import { newNetLog, quiet } from './net-log.js';
import { product } from './product.js';
import { settled } from './settled.js';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** Where the screenshots are kept, for people to look at. */
const screenshots = join(import.meta.dirname, 'screenshots');

/** Where the pictures of the documentation are kept: there, when somebody asks for new ones. */
const pictures =
  process.env['PICTURES'] === 'docs'
    ? join(import.meta.dirname, '../../docs/images')
    : join(screenshots, 'docs');

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    // Chromium refuses its sandbox to root, and would look for its maker's servers.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      quiet,
      `--log-net-log=${newNetLog()}`,
    ],
  });
}

export interface Sitting {
  page: Page;
  context: BrowserContext;
  /** What the browser complained of: script errors, refused styles, failed requests, other machines. */
  complaints: string[];
  examiner: Examiner;
  /** @returns the answer's status */
  open(path: string): Promise<number>;
  fill(label: string, value: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Keeps the whole page as `screenshots/<name>.png`. */
  look(name: string): Promise<void>;
  /** Keeps what is in sight for the documentation, with `PICTURES=docs` as `docs/images/<name>.png`. */
  picture(name: string): Promise<void>;
}

export interface SittingOptions {
  viewport?: typeof phone;
  javaScript?: boolean;
  dark?: boolean;
  /** As if the publication's language ran from right to left; its own direction where nothing is said. */
  direction?: 'rtl';
}

/** A new reader, whom nobody knows yet. */
export async function sitDown(browser: Browser, options: SittingOptions = {}): Promise<Sitting> {
  const { viewport = desktop, javaScript = true, dark = false, direction } = options;
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
  });
  const complaints = complaintsOf(context);
  if (direction !== undefined) await turnAround(context);
  const page = await context.newPage();
  const examiner = await Examiner.at(page, javaScript);
  await addPolicyViolations(examiner.devtools, complaints);
  return {
    page,
    context,
    complaints,
    examiner,
    open: async (path) => {
      const answer = await page.goto(new URL(path, product().url).href);
      return answer?.status() ?? 0;
    },
    fill: (label, value) => page.getByLabel(label, { exact: true }).first().fill(value),
    press: (name) => page.getByRole('button', { name }).first().click(),
    look: async (name) => {
      await examiner.ask(allPictures);
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
    },
    picture: async (name) => {
      await examiner.ask(settled);
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}

/** Pictures further down are asked for when somebody scrolls there, or looks at the whole page at once. */
const allPictures = `Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode().catch(() => undefined);
})).then(() => true)`;

async function turnAround(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const body = (await response.text()).replace(/(<html[^>]* dir=)"ltr"/, '$1"rtl"');
    return route.fulfill({ response, body });
  });
}

/** The six digits in the newest mail to an address. */
export async function mailedCode(address: string): Promise<string> {
  const code = /\b\d{6}\b/.exec(await newestMailTo(address))?.[0];
  if (code === undefined) throw new Error(`There is no code in the mail to ${address}.`);
  return code;
}

/** The path of the link in the newest mail to an address. */
export async function mailedLink(address: string): Promise<string> {
  const link = /https?:\/\/\S+/.exec(await newestMailTo(address))?.[0];
  if (link === undefined) throw new Error(`There is no link in the mail to ${address}.`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}

async function newestMailTo(address: string): Promise<string> {
  const response = await fetch(`${product().url}/dev/mailbox`, {
    headers: { accept: 'application/json' },
  });
  const { items } = (await response.json()) as { items: { to: string; text: string }[] };
  return items.find(({ to }) => to === address)?.text ?? '';
}
