/** The API's description in a browser, as somebody who builds a client reads it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { product } from './product.js';
import { openBrowser, sitDown } from './reader.js';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('/api/docs', () => {
  it('shows the operations', async () => {
    const builder = await sitDown(browser);
    const { page } = builder;
    await builder.open('/api/docs');
    // The page draws what is in sight, and more as she goes down.
    await page.getByText('/api/v1/auth/login', { exact: true }).first().waitFor();
    await page.getByText('Signs in with address and password.').first().waitFor();
    expect(builder.complaints).toEqual([]);
  });

  it('may style itself; the reader’s pages run our own files and nothing else, and what is no page runs none', async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${product().url}${path}`)).headers.get('content-security-policy');
    expect(await policyOf('/api/docs')).toContain("style-src 'self' 'unsafe-inline'");
    for (const path of ['/api/docs', '/', '/sign-in', '/no-such-page']) {
      expect(await policyOf(path), path).toMatch(/^default-src 'none'.*; ?script-src 'self'(;|$)/);
    }
    for (const path of ['/api/openapi.json', '/api/v1/articles', '/api/docsx', '/feed.xml']) {
      expect(await policyOf(path), path).toMatch(/^default-src 'none'(?!.*script-src)/);
    }
  });
});
