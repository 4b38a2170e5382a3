/** Speaks to the API as a client would: JSON in, JSON out. */

export interface Answer {
  status: number;
  headers: Headers;
  /** The parsed body; undefined when there is none. */
  body: unknown;
  text: string;
}

export interface Ask {
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
}

export async function ask(
  url: string,
  method: string,
  path: string,
  { body, token, headers = {} }: Ask = {},
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : undefined,
    text,
  };
}
