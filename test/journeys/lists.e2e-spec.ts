/** Every list answers page by page, to its end, and only to cursors of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/platform/database/database.js';
import { joinAs } from '../support/readers.js';
import { type TestTown, startTestTown } from '../support/town.js';
import { overwriting } from '../support/writers.js';

interface List {
  items: { id?: string; slug?: string; number?: number }[];
  nextCursor: string | null;
}

let town: TestTown;
let admin: string;
let reader: string;
let revisions: string;

const five = [1, 2, 3, 4, 5];

beforeAll(async () => {
  town = await startTestTown();
  admin = await town.staff('admin');
  const { accessToken, user } = await joinAs(town);
  reader = accessToken;
  const make = async (path: string, body: object) =>
    (await town.ask('POST', `/api/v1/admin/${path}`, { token: admin, body })).body;
  const price = { amount: 30_000, currency: 'usd', interval: 'year' };
  for (const number of five) {
    // Two stand at one place of the masthead, and two have one name.
    const name = `Number ${Math.ceil(number / 2)}`;
    await make('sections', { slug: `section-${number}`, name, position: Math.ceil(number / 2) });
    await make('authors', { slug: `author-${number}`, name });
    await make('plans', { slug: `plan-${number}`, name, prices: [price] });
  }
  const article = (await make('articles', { title: 'Often rewritten' })) as { id: string };
  revisions = `/api/v1/admin/articles/${article.id}/revisions`;
  for (const number of five.slice(1)) {
    await town.ask('PATCH', `/api/v1/admin/articles/${article.id}`, {
      token: admin,
      body: { bodyHtml: `<p>Version ${number}.</p>` },
      headers: overwriting,
    });
  }
  await town.app.get(Database).client.invoice.createMany({
    data: Array.from({ length: 105 }, (_, at) => ({
      stripeInvoiceId: `in_${String(at).padStart(3, '0')}`,
      userId: user.id,
      status: 'paid',
      total: 2_500,
      amountPaid: 2_500,
      currency: 'usd',
      // Three in each moment.
      createdAt: new Date(Date.UTC(2020, Math.floor(at / 3), 1)),
    })),
  });
});

afterAll(() => town.close());

const askFor = (path: string, query: string) =>
  town.ask('GET', `${path}?${query}`, {
    ...(path.startsWith('/api/v1/me') && { token: reader }),
    ...(path.startsWith('/api/v1/admin') && { token: admin }),
  });

async function leafThrough(path: string, limit: number): Promise<List['items']> {
  const seen: List['items'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await askFor(path, `limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.status, page.text).toBe(200);
    const { items, nextCursor } = page.body as List;
    expect(items.length).toBeLessThanOrEqual(limit);
    seen.push(...items);
    cursor = nextCursor;
  }
  return seen;
}

describe.each([
  '/api/v1/plans',
  '/api/v1/sections',
  '/api/v1/me/invoices',
  '/api/v1/admin/plans',
  '/api/v1/admin/authors',
  '/api/v1/admin/sections',
  'revisions',
])('the list at %s', (named) => {
  const path = () => (named === 'revisions' ? revisions : named);
  const keys = (items: List['items']) => items.map(({ id, slug, number }) => id ?? slug ?? number);

  it('is read to its end in pages of two as in one page, each item once', async () => {
    const inPages = keys(await leafThrough(path(), 2));
    expect(inPages).toEqual(keys(await leafThrough(path(), 100)));
    expect(new Set(inPages).size).toBe(inPages.length);
    expect(inPages.length).toBe(named === '/api/v1/me/invoices' ? 105 : 5);
  });

  it.each(['limit=0', 'limit=101', 'limit=two', 'cursor=nonsense', 'cursor=WyJ4Il0', 'colour=red'])(
    'refuses ?%s',
    async (query) => {
      expect((await askFor(path(), query)).status).toBe(400);
    },
  );
});

describe('the invoices of a reader', () => {
  it('are told the newest first, and are her own', async () => {
    const ids = (await leafThrough('/api/v1/me/invoices', 50)).map(({ id }) => id ?? '');
    expect(ids).toEqual(ids.toSorted((a, b) => b.localeCompare(a)));
    const { accessToken } = await joinAs(town);
    const other = await town.ask('GET', '/api/v1/me/invoices', { token: accessToken });
    expect(other.body).toEqual({ items: [], nextCursor: null });
  });
});
