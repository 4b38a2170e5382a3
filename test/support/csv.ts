/** Brings files of members to the desk, and takes them along, as bytes over HTTP. */
import { Readable } from 'node:stream';
import { type CsvRecord, readCsv } from '../../src/platform/csv/read-csv.js';
import type { MemberDesk } from './member-desk.js';
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

export interface Import {
  id: string;
  status: string;
  dryRun: boolean;
  total: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

const imports = '/api/v1/admin/members/imports';

export const importOf = async (desk: MemberDesk, id: string): Promise<Import> =>
  (await desk.ask('GET', `${imports}/${id}`)).body as Import;

/** A file with this head and these lines, brought and taken in. */
export async function takenIn(
  desk: MemberDesk,
  lines: readonly string[],
  query = '',
): Promise<Import> {
  const begun = await bring(desk.town, desk.token, lines.join('\r\n'), { query });
  if (begun.status !== 202) throw new Error(`The file was not taken: ${begun.text}`);
  await desk.town.mailbox();
  return importOf(desk, (begun.body as Import).id);
}

/** The head and every line, each as its fields. */
export const rowsOf = ({ text }: { text: string }): Promise<string[][]> =>
  Readable.from(readCsv(Buffer.from(text)))
    .map(({ fields }: CsvRecord) => fields)
    .toArray();

/** What became of the lines that were refused. */
export const reportOf = async (desk: MemberDesk, { id }: Import): Promise<string[][]> =>
  rowsOf(await desk.ask('GET', `${imports}/${id}/report`));
