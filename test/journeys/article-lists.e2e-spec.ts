/** Strangers leaf through what is published. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../support/api.js';
import { type ListAnswer, startPaperTown } from '../support/paper-town.js';
import type { TestTown } from '../support/town.js';

let town: TestTown;

beforeAll(async () => {
  town = await startPaperTown();
  // Which no stranger finds.
  const draft = await town.ask('POST', '/api/v1/admin/articles', {
    token: await town.staff('author'),
    body: { title: 'Not yet', bodyHtml: '<p>Not yet.</p>', section: 'harbour' },
  });
  expect(draft.status).toBe(201);
});
afterAll(() => town.close());

describe('a stranger', () => {
  const list = async (query: string): Promise<Answer> =>
    town.ask('GET', `/api/v1/articles${query}`);

  it('leafs through the paper from the newest to the oldest, without a word of the texts', async () => {
    const seen: ListAnswer['items'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(`?limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.text).not.toMatch(/bodyHtml|previewHtml|<p>/);
      seen.push(...(page.body as ListAnswer).items);
      cursor = (page.body as ListAnswer).nextCursor;
    }
    const dates = seen.map(({ publishedAt }) => publishedAt);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(new Set(seen.map(({ slug }) => slug)).size).toBe(seen.length);
  });

  it('narrows the list by section, tag, author and kind', async () => {
    const found = async (query: string) => ((await list(query)).body as ListAnswer).items.length;
    expect(await found('?section=harbour&limit=100')).toBe(7);
    expect(await found('?tag=theatre&author=ines-vega')).toBe(3);
    expect(await found('?kind=trend-report')).toBe(4);
    expect(await found('?section=nowhere')).toBe(0);
  });

  it.each([
    '?cursor=nonsense',
    '?cursor=WyIwMDAwLTAxLTAxVDAwOjAwOjAwLjAwMFoiLCIwMTkwYjBhMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ',
    '?limit=0',
    '?kind=trend_report',
    '?section=A',
    '?section=a&section=b',
    '?status=draft',
    '?search=x',
  ])('is refused %s', async (query) => {
    expect((await list(query)).status).toBe(400);
  });
});
