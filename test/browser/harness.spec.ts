/** What the other tests rely on: that a page with something wrong in it is found out, whether its scripts run or not. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe } from './axe.js';
import { sideways, unnamed } from './layout.js';
import { strangersMet } from './net-log.js';
import { openBrowser, phone, type Sitting, sitDown } from './reader.js';
import { weigh } from './weigh.js';

const policy = "default-src 'none'; img-src http:; style-src 'self'; script-src 'self'";

const page = `<!doctype html><html><head><title> </title>
  <link rel="stylesheet" href="/planted.css">
  <script src="/planted.js"></script></head>
  <body><p style="color: red">Grey on <a href="/">white</a></p>
  <div class="wide">wide</div><img src="/no-such-picture.png">
  <img src="http://elsewhere.invalid/pixel.png" alt=""></body></html>`;

const files: Record<string, { contentType: string; body: string }> = {
  '/planted': { contentType: 'text/html', body: page },
  '/planted.css': {
    contentType: 'text/css',
    body: 'body { background: #fff; color: #aaa } .wide { width: 1400px }',
  },
  '/planted.js': { contentType: 'text/javascript', body: 'throw new Error("planted")' },
};

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  expect(await strangersMet()).toEqual(['http://elsewhere.invalid']);
});

async function plant(sitting: Sitting): Promise<void> {
  await sitting.page.route('**/planted*', (route) => {
    const file = files[new URL(route.request().url()).pathname];
    const headers = { 'content-security-policy': policy };
    return file === undefined ? route.abort() : route.fulfill({ ...file, headers });
  });
}

describe.each([
  ['with JavaScript', { javaScript: true, viewport: phone }],
  ['without JavaScript', { javaScript: false, viewport: phone }],
])('%s', (_, options) => {
  it('a page that is wanting in everything is found out', async () => {
    const sitting = await sitDown(browser, options);
    await plant(sitting);
    const figures = await weigh(sitting, '/planted');
    expect(figures.css).toBeGreaterThan(0);
    expect(figures.lcp).toBeGreaterThan(0);

    const hindered = (await axe(sitting)).join('\n');
    for (const rule of ['color-contrast', 'html-has-lang', 'image-alt']) {
      expect(hindered).toContain(`axe ${rule}`);
    }
    expect(await unnamed(sitting)).toEqual([
      'has no language',
      'has no title',
      'has 0 headings of the first order',
    ]);
    expect(await sideways(sitting)).toContain('div.wide is too wide for 390 px');

    const complaints = sitting.complaints.join('\n');
    expect(complaints).toContain('policy: style-src-attr forbids kInlineViolation');
    expect(complaints).toContain('asked http://elsewhere.invalid/pixel.png');
    expect(complaints).toMatch(/404: .*no-such-picture\.png/);
  });
});

it('a script that is waited for, and breaks, is found out', async () => {
  const sitting = await sitDown(browser);
  await plant(sitting);
  const { blocking, js } = await weigh(sitting, '/planted');
  expect(blocking.join()).toContain('/planted.js');
  expect(js).toBeGreaterThan(0);
  expect(sitting.complaints).toContain('script: planted');
});

it('the other direction of writing can be tried on any page', async () => {
  const sitting = await sitDown(browser, { direction: 'rtl' });
  await sitting.open('/');
  expect(await sitting.examiner.ask('getComputedStyle(document.body).direction')).toBe('rtl');
  expect(sitting.complaints).toEqual([]);
});
