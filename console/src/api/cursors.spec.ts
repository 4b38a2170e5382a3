import { describe, expect, it } from 'vitest';
import { Cursors } from './cursors.js';

/** A list of as many pages, which notes what it was asked for. */
function pages(count: number) {
  const asked: (string | undefined)[] = [];
  const fetchPage = (cursor: string | undefined) => {
    asked.push(cursor);
    const at = cursor === undefined ? 1 : Number(cursor);
    return Promise.resolve({ items: [at], nextCursor: at < count ? String(at + 1) : null });
  };
  return { asked, fetchPage };
}

describe('somebody who leafs through a list', () => {
  it('asks once for each page, forwards and back', async () => {
    const cursors = new Cursors();
    const { asked, fetchPage } = pages(5);
    const seen: number[] = [];
    for (const page of [1, 2, 3, 2, 1]) {
      seen.push(...(await cursors.page('list', page, fetchPage)).items);
    }
    expect(seen).toEqual([1, 2, 3, 2, 1]);
    expect(asked).toEqual([undefined, '2', '3', '2', undefined]);
  });

  it('reaches a page in the middle by way of those before it', async () => {
    const { asked, fetchPage } = pages(5);
    expect((await new Cursors().page('list', 3, fetchPage)).items).toEqual([3]);
    expect(asked).toEqual([undefined, '2', '3']);
  });

  it('gets the last page where the list has become shorter', async () => {
    const { fetchPage } = pages(2);
    expect((await new Cursors().page('list', 9, fetchPage)).items).toEqual([2]);
  });

  it('keeps lists apart', async () => {
    const cursors = new Cursors();
    await cursors.page('one', 2, pages(5).fetchPage);
    const { asked, fetchPage } = pages(5);
    await cursors.page('other', 1, fetchPage);
    expect(asked).toEqual([undefined]);
  });
});
