/** Cuts a list into pages, newest first, by the id of the last or first object the caller has seen. */
import type { List } from '../stripe-objects.js';
import { noSuch } from './errors.js';
import { integer, text, type Range } from './rules.js';

/** The parameters every list takes. */
export const PAGE = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
};

interface PageParams {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
}

export function page<T extends { id: string }>(
  newestFirst: readonly T[],
  params: PageParams,
  url: string,
): List<T> {
  const limit = params.limit ?? 10;
  if (params.ending_before !== undefined) {
    const before = newestFirst.slice(
      0,
      positionOf(newestFirst, params.ending_before, 'ending_before'),
    );
    return listOf(before.slice(-limit), before.length > limit, url);
  }
  const rest =
    params.starting_after === undefined
      ? newestFirst
      : newestFirst.slice(positionOf(newestFirst, params.starting_after, 'starting_after') + 1);
  return listOf(rest.slice(0, limit), rest.length > limit, url);
}

export function listOf<T>(data: T[], hasMore: boolean, url: string): List<T> {
  return { object: 'list', data, has_more: hasMore, url };
}

export function inRange(value: number, range: Range | undefined): boolean {
  if (!range) return true;
  return (
    (range.gt === undefined || value > range.gt) &&
    (range.gte === undefined || value >= range.gte) &&
    (range.lt === undefined || value < range.lt) &&
    (range.lte === undefined || value <= range.lte)
  );
}

function positionOf(objects: readonly { id: string }[], id: string, param: string): number {
  const position = objects.findIndex((object) => object.id === id);
  if (position < 0) throw noSuch('object', id, param);
  return position;
}
