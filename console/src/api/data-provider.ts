/**
 * The API as react-admin asks for it. A resource is called like its address below `/api/v1/admin/`: `audit`,
 * `articles`, also `articles/<id>/revisions`.
 */
import type { DataProvider, Identifier, RaRecord } from 'react-admin';
import { api, type Query } from './client.js';
import { type CursorPage, Cursors } from './cursors.js';

/** What callers may say besides, as react-admin's `meta`. */
interface Meta {
  /** Further parameters of the address. */
  query?: Query;
  /** Overwrites whatever somebody else has written meanwhile. */
  overwrite?: boolean;
}

/** Where a record of `getOne` keeps the mark of its version; it is never sent back as a field. */
const versionMark = '$mark';

/** The most that a page of the API holds. */
const longestPage = 100;

const cursors = new Cursors();
const metaOf = ({ meta }: { meta?: unknown }): Meta => meta ?? {};
const addressOf = (resource: string, id?: Identifier): string =>
  id === undefined ? `/admin/${resource}` : `/admin/${resource}/${encodeURIComponent(id)}`;

async function list<Item>(
  resource: string,
  filter: Query,
  { page, perPage }: { page: number; perPage: number },
  signal: AbortSignal | undefined,
) {
  const limit = Math.min(perPage, longestPage);
  const key = JSON.stringify([resource, filter, limit]);
  const fetchPage = (cursor: string | undefined): Promise<CursorPage<Item> & { total?: number }> =>
    api.get(addressOf(resource), { ...filter, limit, cursor }, signal);
  const { items, nextCursor, ...rest } = await cursors.page(key, page, fetchPage);
  const total = (rest as { total?: number }).total;
  const pageInfo = { hasNextPage: nextCursor !== null, hasPreviousPage: page > 1 };
  return { data: items, pageInfo, ...(total === undefined ? {} : { total }) };
}

async function one<Item extends RaRecord>(resource: string, id: Identifier, meta: Meta) {
  const { body, mark } = await api.getMarked<Item>(addressOf(resource, id), meta.query);
  return mark === null ? body : { ...body, [versionMark]: mark };
}

/** The fields that differ; objects and lists are sent whole. */
function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) =>
        name !== versionMark && JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  );
}

function ifMatch(previous: Readonly<Record<string, unknown>>, meta: Meta): Record<string, string> {
  if (meta.overwrite === true) return { 'if-match': '*' };
  const mark = previous[versionMark];
  return typeof mark === 'string' ? { 'if-match': mark } : {};
}

async function change<Item extends RaRecord>(
  resource: string,
  id: Identifier,
  data: Partial<Item>,
  previous: Readonly<Record<string, unknown>>,
  meta: Meta,
) {
  const headers = ifMatch(previous, meta);
  const fields = changedFields(previous, data);
  const { body, mark } = await api.patch<Item>(addressOf(resource, id), fields, { headers });
  return mark === null ? body : { ...body, [versionMark]: mark };
}

export const dataProvider: DataProvider = {
  supportAbortSignal: true,

  getList: (resource, { filter, pagination, signal, ...rest }) =>
    list(
      resource,
      { ...(filter as Query), ...metaOf(rest).query },
      pagination ?? { page: 1, perPage: longestPage },
      signal,
    ),

  getManyReference: (resource, { target, id, filter, pagination, signal }) =>
    list(resource, { ...(filter as Query), [target]: id }, pagination, signal),

  getOne: async <Item extends RaRecord>(
    resource: string,
    params: { id: Identifier; meta?: unknown },
  ) => ({
    data: await one<Item>(resource, params.id, metaOf(params)),
  }),

  getMany: async <Item extends RaRecord>(
    resource: string,
    params: { ids: Identifier[]; meta?: unknown },
  ) => ({
    data: (await Promise.all(
      params.ids.map((id) => one<Item>(resource, id, metaOf(params))),
    )) as Item[],
  }),

  create: async (resource, { data }) => ({ data: await api.post(addressOf(resource), data) }),

  update: async <Item extends RaRecord>(
    resource: string,
    params: { id: Identifier; data: Partial<Item>; previousData?: unknown; meta?: unknown },
  ) => {
    const { id, data, previousData } = params;
    const previous = (previousData ?? {}) as Record<string, unknown>;
    return { data: await change<Item>(resource, id, data, previous, metaOf(params)) };
  },

  updateMany: async (resource, { ids, data }) => {
    await Promise.all(ids.map((id) => api.patch(addressOf(resource, id), data)));
    return { data: ids };
  },

  delete: async <Item extends RaRecord>(
    resource: string,
    { id, previousData }: { id: Identifier; previousData?: Item },
  ) => {
    await api.delete(addressOf(resource, id));
    return { data: previousData ?? ({ id } as Item) };
  },

  deleteMany: async (resource, { ids }) => {
    await Promise.all(ids.map((id) => api.delete(addressOf(resource, id))));
    return { data: ids };
  },
};
