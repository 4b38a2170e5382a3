/** A town and the API's own description of it: whatever is sent to every operation is driven by that. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { Database } from '../../src/platform/database/database.js';
import type { Answer } from './api.js';
import { builtDescription } from './built-api.js';
import { type Operation, type Schema, operationsOf, resolve } from './openapi.js';
import { type RawAnswer, sendRaw } from './raw-http.js';
import { joinAs } from './readers.js';
import { type PlanAnswer, type TestTown, publish, sellPro, startTestTown } from './town.js';

export interface DescribedTown {
  town: TestTown;
  document: OpenAPIObject;
  operations: Operation[];
  /** Those that take JSON. */
  withBody: Operation[];
  reader: string;
  /** The address with something that exists in place of its parameter. */
  addressOf(operation: Operation): string;
  /** Of whoever is let in at this door: an admin, a reader, or, without a token, a stranger. */
  tokenFor(operation: Operation): string | undefined;
  bodyOf(operation: Operation): Schema;
  /** A body whose every needed field is of its type, though perhaps about nothing that exists. */
  valid(operation: Operation): Record<string, unknown>;
  send(operation: Operation, text: string, type?: string): Promise<RawAnswer>;
  /** Sends this to each, and answers what was wrong with the answers. */
  sendAll(asked: Operation[], text: string, type: string, ...statuses: number[]): Promise<string[]>;
  /** How many rows each table has, but for the one that counts how often something is asked. */
  rowCounts(): Promise<Record<string, number>>;
}

/** Webhooks are left out: there, the signature is judged before anything else. */
export async function startDescribedTown(): Promise<DescribedTown> {
  const document = await builtDescription();
  const operations = operationsOf(document).filter(({ path }) => !path.startsWith('/webhooks'));
  const town = await startTestTown();
  const admin = await town.staff('admin');
  const { accessToken: reader, user } = await joinAs(town);
  const present = await furnish(town, admin);
  present['/api/v1/admin/members'] = user.id;
  await town.mailbox();
  const addressOf: DescribedTown['addressOf'] = ({ path }) => {
    const known = Object.entries(present).find(([start]) => path.startsWith(start))?.[1];
    return path.replace(/\{\w+\}/, known ?? noSuchId);
  };
  const tokenFor: DescribedTown['tokenFor'] = ({ access }) => {
    if (access === 'public') return undefined;
    return access.startsWith('permission') ? admin : reader;
  };
  const bodyOf: DescribedTown['bodyOf'] = ({ requestBody }) =>
    resolve(document, requestBody?.content['application/json']?.schema ?? {});
  const send: DescribedTown['send'] = (operation, text, type = 'application/json') => {
    const token = tokenFor(operation);
    return sendRaw(town.url, operation.method, addressOf(operation), {
      body: text,
      headers: {
        ...(type === '' ? {} : { 'content-type': type }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
  };
  return {
    town,
    document,
    operations,
    withBody: operations.filter(({ requestBody }) => requestBody?.content['application/json']),
    reader,
    addressOf,
    tokenFor,
    bodyOf,
    valid: (operation) => sampleOf(document, bodyOf(operation)) as Record<string, unknown>,
    send,
    sendAll: (asked, text, type, ...statuses) =>
      faultsIn(asked, async (operation) =>
        faultsOf(await send(operation, text, type), ...statuses),
      ),
    rowCounts: () => rowCounts(town),
  };
}

const noSuchId = '01890000-0000-7000-8000-000000000000';

/** @returns something that exists, for the `{id}` or `{slug}` of a path that begins so */
async function furnish(town: TestTown, admin: string): Promise<Record<string, string>> {
  const plan: PlanAnswer = await sellPro(town, admin);
  await publish(town, admin, { slug: 'here', gate: 'members' });
  const make = async (path: string, body: object): Promise<string> =>
    ((await town.ask('POST', path, { token: admin, body })).body as { id: string }).id;
  return {
    '/api/v1/admin/articles': await make('/api/v1/admin/articles', { title: 'A draft' }),
    '/api/v1/admin/authors': await make('/api/v1/admin/authors', { slug: 'a', name: 'A' }),
    '/api/v1/admin/sections': await make('/api/v1/admin/sections', { slug: 's', name: 'S' }),
    '/api/v1/admin/plans': plan.id,
    '/api/v1/articles': 'here',
  };
}

/** A value of the type that the schema asks for. */
export function sampleOf(document: OpenAPIObject, schema: Schema): unknown {
  const { type, enum: words, format, required = [], properties = {} } = schema;
  if (words !== undefined) return words[0];
  if (type === 'integer') return 1;
  if (type === 'object') {
    return Object.fromEntries(
      required.map((field) => [
        field,
        sampleOf(document, resolve(document, properties[field] ?? {})),
      ]),
    );
  }
  return format === 'uuid' ? noSuchId : 'a-text';
}

export type Told = Pick<Answer, 'status' | 'headers' | 'text'>;

/** What is wrong with how an error is told; nothing when it is told as it must be. */
export function faultsOf(told: Told, ...statuses: number[]): string[] {
  const what = `${told.status} ${told.text.slice(0, 200)}`;
  if (!statuses.includes(told.status)) return [what];
  const type = told.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return [what];
  const details = JSON.parse(told.text) as Record<string, unknown>;
  const complete =
    ['type', 'title', 'code', 'detail'].every((name) => typeof details[name] === 'string') &&
    details['status'] === told.status &&
    /^[a-z]+\/[a-z-]+$/.test(String(details['code']));
  const isTalkative = /prisma|postgres|node_modules|FST_ERR|\bat \w+\.\w+ \(/i.test(told.text);
  return complete && !isTalkative ? [] : [what];
}

/** Sends something to each operation, and answers what was wrong with the answers. */
export async function faultsIn(
  asked: Operation[],
  attempt: (operation: Operation) => Promise<string[]>,
): Promise<string[]> {
  const found = await Promise.all(
    asked.map(async (operation) =>
      (await attempt(operation)).map((fault) => `${operation.name}: ${fault}`),
    ),
  );
  return found.flat();
}

async function rowCounts(town: TestTown): Promise<Record<string, number>> {
  const { pool } = town.app.get(Database);
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'limits' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${name}`,
    );
    counts[name] = counted.rows[0]?.count ?? 0;
  }
  return counts;
}
