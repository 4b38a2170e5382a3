/** What a browser is given to keep for the time without a connection, and what a reader is told when something is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTown, startTestTown } from '../support/town.js';
import { type Sight, Visitor, signedInReader, wordsOf } from '../support/visitor.js';

let town: TestTown;

beforeAll(async () => {
  town = await startTestTown();
});
afterAll(() => town.close());

const open = (path: string): Promise<Sight> => new Visitor(town.url).open(path);

describe('For the time without a connection', () => {
  it('everybody’s browser keeps the same page, with nothing of its reader', async () => {
    const page = await open('/offline');
    expect(page.status).toBe(200);
    expect(wordsOf(page.html)).toContain('There is no connection');
    const reader = await signedInReader(town);
    expect((await reader.open('/offline')).html).toBe(page.html);
    // It names nothing that would be missing then.
    expect(page.html).not.toMatch(/<script|<img/);
  });

  it('a worker from the root keeps it, and another one once it reads otherwise', async () => {
    const { headers, html: script } = await open('/service-worker.js');
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script).toMatch(/'offline-[\w-]{12}'/);
    expect(headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect((await open('/service-worker.js')).html).toBe(script);
  });

  it('every page names the module that asks for it, and no other script', async () => {
    for (const path of ['/', '/sign-in', '/nowhere']) {
      const { html } = await open(path);
      expect(html).toMatch(
        /<script type="module" src="\/assets\/offline\.js\?v=[\w-]+"><\/script>/,
      );
    }
  });
});

describe('A reader who comes to where nothing is', () => {
  it('may look for it', async () => {
    const { status, html } = await open('/articles/nowhere');
    expect(status).toBe(404);
    expect(html).toMatch(/<form class="search-form" action="\/search" method="get" role="search">/);
  });

  it('is told so where only forms lead, and which methods do', async () => {
    const { status, headers, html } = await open('/sign-out');
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect(wordsOf(html)).toContain('There is nothing to read here');
  });
});
