/** Colleagues see what has been done to an article, and by whom, without seeing the audit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestTown, startTestTown } from '../support/town.js';
import { Writer } from '../support/writers.js';

interface Deed {
  by: string | null;
  deed: string;
  fields: string[];
}

let town: TestTown;
let ada: Writer;
let editor: Writer;

beforeAll(async () => {
  town = await startTestTown();
  ada = await Writer.hired(town, 'author');
  editor = await Writer.hired(town, 'editor');
});
afterAll(() => town.close());

describe('An article that two have worked on', () => {
  it('says who did what, the last first, and which fields changed', async () => {
    const { id } = await ada.drafts('by-two');
    await editor.does('PATCH', `/${id}`, { title: 'By two of us', gate: 'metered' });
    await ada.does('PATCH', `/${id}`, { standfirst: 'Another one.' });
    await editor.publishes(id);

    const { status, body } = await ada.does('GET', `/${id}/deeds`);
    expect(status).toBe(200);
    const deeds = (body as { items: Deed[] }).items;
    expect(deeds.map(({ by, deed }) => [by, deed])).toEqual([
      ['editor', 'article.published'],
      ['author', 'article.edited'],
      ['editor', 'article.edited'],
      ['author', 'article.created'],
    ]);
    expect(deeds[2]?.fields.toSorted()).toEqual(['gate', 'title']);
    // Words are kept as revisions; the audit holds none of them.
    expect(deeds[1]?.fields).toEqual([]);
    expect(deeds[0]?.fields).toContain('status');
  });

  it('goes by pages', async () => {
    const { id } = await ada.drafts('in-pages');
    await ada.does('PATCH', `/${id}`, { title: 'In pages' });
    const first = (await ada.does('GET', `/${id}/deeds?limit=1`)).body as {
      items: Deed[];
      nextCursor: string;
    };
    const next = (await ada.does('GET', `/${id}/deeds?limit=1&cursor=${first.nextCursor}`)).body;
    expect(first.items.map(({ deed }) => deed)).toEqual(['article.edited']);
    expect((next as { items: Deed[] }).items.map(({ deed }) => deed)).toEqual(['article.created']);
  });

  it('names in its versions whose edit each was', async () => {
    const { id } = await ada.drafts('versions-by');
    await editor.does('PATCH', `/${id}`, { title: 'Versions by' });
    const listed = (await ada.does('GET', `/${id}/revisions`)).body as {
      items: { editor: string | null }[];
    };
    expect(listed.items.map((revision) => revision.editor)).toEqual(['editor', 'author']);
    const one = (await ada.does('GET', `/${id}/revisions/1`)).body as { editor: string };
    expect(one.editor).toBe('author');
    const compared = (await ada.does('GET', `/${id}/revisions/compare?from=1&to=2`)).body;
    expect(compared).toMatchObject({ from: { editor: 'author' }, to: { editor: 'editor' } });
  });
});
