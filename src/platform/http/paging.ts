/** Cuts lists into pages: long ones by the key of their last item, short ones that are read as a whole. */
import { isUUID } from 'class-validator';
import { decodeCursor, encodeCursor } from './cursor.js';
import type { Page } from './page.dto.js';

/** How much of a list, and from where. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

/**
 * A page of what a query found by its keyset.
 * @param found one more than the limit, where there is more
 * @param keyOf what the query sorts by
 */
export function pageOf<Item>(
  found: readonly Item[],
  limit: number,
  keyOf: (item: Item) => readonly (string | number)[],
): Page<Item> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(keyOf(last)) : null };
}

/**
 * A page of a list that is short by nature: plans, sections, authors. Its cursor says which item came
 * last and how many came before the next one; should that item be gone, the next has moved up by one.
 * @throws Problem 400 `request/invalid-cursor`
 */
export function pageOfAll<Item extends { id: string }>(
  all: readonly Item[],
  { limit, cursor }: PageRequest,
): Page<Item> {
  const from = cursor === undefined ? 0 : placeAfter(all, decodeCursor(cursor, isPlace));
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  const upTo = from + items.length;
  const more = upTo < all.length && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.id, upTo]) : null };
}

function placeAfter(all: readonly { id: string }[], [lastId, upTo]: [string, number]): number {
  const at = all.findIndex(({ id }) => id === lastId);
  return at === -1 ? upTo - 1 : at + 1;
}

function isPlace(key: unknown): key is [string, number] {
  return (
    Array.isArray(key) &&
    key.length === 2 &&
    isUUID(key[0]) &&
    Number.isSafeInteger(key[1]) &&
    Number(key[1]) > 0
  );
}

/** For cursors of lists that are sorted by id. */
export function isIdKey(key: unknown): key is [string] {
  return Array.isArray(key) && key.length === 1 && isUUID(key[0]);
}

// PostgreSQL knows no year 0; a paper knows none before 1000.
const instant = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** For cursors of lists that are sorted by date and then by id, ours or Stripe's. */
export function isDatedKey(key: unknown): key is [string, string] {
  return (
    Array.isArray(key) &&
    key.length === 2 &&
    typeof key[0] === 'string' &&
    instant.test(key[0]) &&
    !Number.isNaN(Date.parse(key[0])) &&
    typeof key[1] === 'string' &&
    /^[\w-]+$/.test(key[1])
  );
}
