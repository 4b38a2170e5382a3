/** Speaks to the API as a client would: JSON in, JSON out, over HTTP. */
import supertest from 'supertest';

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

type Method = 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options';

export async function ask(
  url: string,
  method: string,
  path: string,
  { body, token, headers = {} }: Ask = {},
): Promise<Answer> {
  const request = supertest(url)
    [method.toLowerCase() as Method](path)
    .redirects(0)
    .set({ ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers });
  // Serialised here, so that exactly this is sent: null, a list, or a bare word included.
  if (body !== undefined) request.type('json').send(JSON.stringify(body));
  const response = await request;
  const text = response.text ?? '';
  const isJson = text !== '' && /json/.test(response.type);
  return {
    status: response.status,
    headers: new Headers(response.headers),
    body: isJson ? JSON.parse(text) : undefined,
    text,
  };
}
