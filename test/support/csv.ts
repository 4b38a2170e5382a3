/** Brings files of members to the desk, and takes them along, as bytes over HTTP. */
import type { TestTown } from './town.js';

export interface Brought {
  status: number;
  body: unknown;
  text: string;
  headers: Headers;
}

export async function bring(
  town: TestTown,
  token: string,
  file: string | Uint8Array<ArrayBuffer>,
  { query = '', type = 'text/csv' } = {},
): Promise<Brought> {
  const answer = await fetch(`${town.url}/api/v1/admin/members/import${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body: file,
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const body: unknown = isJson ? JSON.parse(text) : undefined;
  return { status: answer.status, body, text, headers: answer.headers };
}
