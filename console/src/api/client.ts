/** The one way to the API: adds the token, turns refusals into errors, and asks for a fresh proof where one is wanted. */
import { askForProof } from './fresh-proof.js';
import { notReached, refusalIn } from './refusal.js';
import { accessToken, forgetToken } from './session.js';

type QueryValue = string | number | boolean | Date | null | undefined;
/** What is null, undefined or empty is left out. */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

export interface Call {
  query?: Query;
  /** Sent as JSON; a file is sent as it is. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** Another one than the console's own: it is neither traded anew nor proven. */
  token?: string;
}

/** An answer with the mark of its version, where it has one. */
export interface Marked<Body> {
  body: Body;
  mark: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * @param path below `/api/v1`, like `/admin/audit`
 * @throws Refusal whatever the API refuses, and where it cannot be reached
 */
async function send(method: Method, path: string, call: Call = {}): Promise<Response> {
  let answer = await attempt(method, path, call);
  if (call.token !== undefined) return okOr(answer);
  if (answer.status === 401) {
    // The token may have ended before its time, as it does when the server's secret is another.
    forgetToken();
    answer = await attempt(method, path, call);
  }
  if (answer.ok) return answer;
  const refusal = await refusalIn(answer);
  if (refusal.code !== 'auth/fresh-proof-required' || !(await askForProof())) throw refusal;
  return okOr(await attempt(method, path, call));
}

async function okOr(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  throw await refusalIn(answer);
}

async function attempt(method: Method, path: string, call: Call): Promise<Response> {
  const { query = {}, body, headers = {}, signal, token } = call;
  const authorization = `Bearer ${token ?? (await accessToken())}`;
  return fetch(`/api/v1${path}${queryString(query)}`, {
    method,
    headers: { accept: 'application/json', authorization, ...contentType(body), ...headers },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    // The token says who asks.
    credentials: 'omit',
  }).catch((error: unknown): never => {
    if (signal?.aborted === true) throw error as Error;
    throw notReached();
  });
}

function contentType(body: unknown): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': body instanceof Blob ? body.type : 'application/json' };
}

function queryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly QueryValue[]) : [value as QueryValue])
      .filter((each) => each !== undefined && each !== null && each !== '')
      .map((each) => [name, each instanceof Date ? each.toISOString() : String(each)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

async function read<Body>(answer: Response): Promise<Body> {
  if (answer.status === 204) return undefined as Body;
  return (await answer.json()) as Body;
}

/** Bodies are what the API's description says of them; nothing here looks again. */
export const api = {
  get: async <Body>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Body> =>
    read(await send('GET', path, signal === undefined ? { query } : { query, signal })),

  /** As whoever another token stands for. */
  getAs: async <Body>(token: string, path: string, query: Query, signal: AbortSignal) =>
    read<Body>(await send('GET', path, { token, query, signal })),

  /** With the mark that a change has to name, for things that have versions. */
  getMarked: async <Body>(path: string, query: Query = {}): Promise<Marked<Body>> => {
    const answer = await send('GET', path, { query });
    return { body: await read<Body>(answer), mark: answer.headers.get('etag') };
  },

  post: async <Body = void>(path: string, body?: unknown, call: Call = {}): Promise<Body> =>
    read(await send('POST', path, { ...call, body })),

  put: async <Body = void>(path: string, body: unknown, call: Call = {}): Promise<Body> =>
    read(await send('PUT', path, { ...call, body })),

  patch: async <Body = void>(
    path: string,
    body: unknown,
    call: Call = {},
  ): Promise<Marked<Body>> => {
    const answer = await send('PATCH', path, { ...call, body });
    return { body: await read<Body>(answer), mark: answer.headers.get('etag') };
  },

  delete: async <Body = void>(path: string, call: Call = {}): Promise<Body> =>
    read(await send('DELETE', path, call)),

  /** A file, to be saved. */
  file: async (path: string, query: Query = {}): Promise<Blob> =>
    (await send('GET', path, { query, headers: { accept: '*/*' } })).blob(),

  /** A file that is long enough to be read as it comes. */
  stream: (path: string, query: Query, signal: AbortSignal): Promise<Response> =>
    send('GET', path, { query, headers: { accept: '*/*' }, signal }),
};
