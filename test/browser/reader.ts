/** A reader at her browser: opens pages, fills in fields by their labels, and looks at what is there. */
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { inject } from 'vitest';

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** Where the screenshots are kept, for people to look at. */
const screenshots = join(import.meta.dirname, 'screenshots');

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
    ],
  });
}

export interface Sitting {
  page: Page;
  context: BrowserContext;
  /** What the browser complained of: script errors, refused styles, failed requests. */
  complaints: string[];
  open(path: string): Promise<void>;
  fill(label: string, value: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  look(name: string): Promise<void>;
}

/** A new reader, whom nobody knows yet. */
export async function sitDown(
  browser: Browser,
  options: { viewport?: typeof phone; javaScript?: boolean; dark?: boolean } = {},
): Promise<Sitting> {
  const { viewport = desktop, javaScript = true, dark = false } = options;
  const productUrl = inject('productUrl');
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-US',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused card is answered 402, and browsers note every such answer as an error.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== 'localhost' && hostname !== '127.0.0.1') {
      complaints.push(`asked ${request.url()}`);
    }
  });
  return {
    page,
    context,
    complaints,
    open: async (path) => {
      await page.goto(new URL(path, productUrl).href);
    },
    fill: (label, value) => page.getByLabel(label, { exact: true }).first().fill(value),
    press: (name) => page.getByRole('button', { name }).first().click(),
    look: async (name) => {
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
    },
  };
}

/** The six digits in the newest mail to an address. */
export async function mailedCode(address: string): Promise<string> {
  const response = await fetch(`${inject('productUrl')}/dev/mailbox`, {
    headers: { accept: 'application/json' },
  });
  const { items } = (await response.json()) as { items: { to: string; text: string }[] };
  const code = /\b\d{6}\b/.exec(items.find(({ to }) => to === address)?.text ?? '')?.[0];
  if (code === undefined) throw new Error(`There is no code in the mail to ${address}.`);
  return code;
}
