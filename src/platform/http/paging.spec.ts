import { describe, expect, it } from 'vitest';
import { encodeCursor } from './cursor.js';
import { isDatedKey, pageOf, pageOfAll } from './paging.js';

const idOf = (number: number): string =>
  `0190b0a0-0000-7000-8000-${String(number).padStart(12, '0')}`;
const shelf = (...numbers: number[]) => numbers.map((number) => ({ id: idOf(number), number }));
const numbersOf = ({ items }: { items: { number: number }[] }) => items.map(({ number }) => number);

describe('a short list', () => {
  it('is read whole, page by page, whatever the limit', () => {
    const all = shelf(5, 3, 8, 1, 9, 2, 7);
    for (const limit of [1, 2, 3, 6, 7, 8, 100]) {
      const read: number[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = pageOfAll(all, { limit, cursor });
        read.push(...numbersOf(page));
        cursor = page.nextCursor;
      }
      expect(read, `limit ${limit}`).toEqual([5, 3, 8, 1, 9, 2, 7]);
    }
    expect(pageOfAll([], { limit: 20 })).toEqual({ items: [], nextCursor: null });
  });

  it('goes on where the reader was when something was put in before, or taken away', () => {
    const { nextCursor } = pageOfAll(shelf(1, 2, 3, 4), { limit: 2 });
    const cursor = nextCursor ?? undefined;
    expect(numbersOf(pageOfAll(shelf(0, 1, 2, 3, 4), { limit: 2, cursor }))).toEqual([3, 4]);
    expect(numbersOf(pageOfAll(shelf(1, 3, 4), { limit: 2, cursor }))).toEqual([3, 4]);
    expect(numbersOf(pageOfAll(shelf(), { limit: 2, cursor }))).toEqual([]);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['no id', encodeCursor(['x', 1])],
    ['no place', encodeCursor([idOf(1), -1])],
    ['half a place', encodeCursor([idOf(1), 1.5])],
    ['only an id', encodeCursor([idOf(1)])],
  ])('refuses a cursor of %s', (_, cursor) => {
    expect(() => pageOfAll(shelf(1, 2), { limit: 1, cursor })).toThrow(
      expect.objectContaining({ code: 'request/invalid-cursor' }),
    );
  });
});

describe('a page of a long list', () => {
  it('names the next one only where there is more', () => {
    expect(pageOf([1, 2, 3], 2, (key) => [key])).toEqual({
      items: [1, 2],
      nextCursor: encodeCursor([2]),
    });
    expect(pageOf([1, 2], 2, (key) => [key])).toEqual({ items: [1, 2], nextCursor: null });
    expect(pageOf([], 2, () => [0])).toEqual({ items: [], nextCursor: null });
  });

  it('begins at no date that the database does not know', () => {
    expect(isDatedKey(['2026-02-28T10:00:00.000Z', 'in_1'])).toBe(true);
    expect(isDatedKey(['0000-01-01T00:00:00.000Z', 'in_1'])).toBe(false);
    expect(isDatedKey(['2026-13-28T10:00:00.000Z', 'in_1'])).toBe(false);
    expect(isDatedKey(['2026-02-28T10:00:00.000Z', 1])).toBe(false);
    expect(isDatedKey(['2026-02-28T10:00:00.000Z', 'in_\u0000'])).toBe(false);
  });
});
