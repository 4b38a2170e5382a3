/** The API's description in a browser, as somebody who builds a client reads it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

  it('is the only page that may run a script', async () => {
    const policyOf = async (path: string) =>
      (await fetch(`${inject('productUrl')}${path}`)).headers.get('content-security-policy');
    expect(await policyOf('/api/docs')).toContain("script-src 'self'");
    for (const path of ['/', '/api/openapi.json', '/api/docsx', '/sign-in']) {
      expect(await policyOf(path), path).toMatch(/^default-src 'none'(?!.*script-src)/);
    }
  });
});
