/** Requests for an operation: most as a client would send them, many a little wrong, some by nobody decent. */
import type { OpenAPIObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { type Operation, type Schema, resolve } from '../support/openapi.js';
import { AnyValue, injections, realThing, slugsOf } from './any-value.js';

export const callers = [
  'stranger',
  'impostor',
  'reader',
  'member',
  'author',
  'editor',
  'admin',
] as const;
export type Caller = (typeof callers)[number];

/** Things that exist are named by marks, and put in when it is sent. */
export interface AnyRequest {
  readonly caller: Caller;
  /** With its query. */
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
}

const json = 'application/json';

const csv = 'text/csv';

/** Of members, with whatever stands in its lines. */
const aFile = fc
  .array(fc.oneof(fc.constantFrom(...injections), realThing('email')), { maxLength: 5 })
  .map((lines) => ({ text: ['email', ...lines].join('\n'), type: csv }));

const rawBodies = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '{"a":1}}',
  '\u00ff',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  '['.repeat(3_000),
  `{"a":${'['.repeat(60)}${']'.repeat(60)}}`,
  `{"a":1e400}`,
  'a=1&b=2',
];
const rawTypes = [
  json,
  csv,
  'text/plain',
  'application/x-www-form-urlencoded',
  'application/xml',
  '',
];

export class AnyRequests {
  private readonly values: AnyValue;

  constructor(private readonly document: OpenAPIObject) {
    this.values = new AnyValue(document);
  }

  of(operation: Operation): fc.Arbitrary<AnyRequest> {
    return fc
      .record({
        caller: callerOf(operation),
        path: this.path(operation),
        query: this.query(operation),
        headers: this.headers(operation),
        body: this.body(operation),
      })
      .map(({ caller, path, query, headers, body }) => ({
        caller,
        target: `${path}${query}`,
        headers: { ...headers, ...(body.type === '' ? {} : { 'content-type': body.type }) },
        body: body.text,
      }));
  }

  private path({ path, parameters }: Operation): fc.Arbitrary<string> {
    const pieces = path.split('/').map((piece, at, all) => {
      if (!piece.startsWith('{')) return fc.constant(piece);
      const folder = all[at - 1] ?? '';
      const parameter = parameters.find(({ name }) => `{${name}}` === piece);
      const strange = fc.oneof(
        fc.constantFrom(...injections, '.', 'null', '0', 'x'.repeat(299)),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      );
      return fc.oneof(
        { weight: 7, arbitrary: thereIs(folder, piece, parameter?.schema) },
        { weight: 1, arbitrary: realThing('anything') },
        fc.uuid(),
        strange.map(encodeURIComponent),
      );
    });
    return fc.tuple(...pieces).map((filled) => filled.join('/'));
  }

  private query({ parameters }: Operation): fc.Arbitrary<string> {
    const pairs = parameters
      .filter((each) => each.in === 'query')
      .map(({ name, schema = {}, required = false }) => {
        const value = fc
          .oneof(
            { weight: 5, arbitrary: this.values.good(schema, name) },
            { weight: 2, arbitrary: this.values.edge(schema, name) },
            { weight: 1, arbitrary: this.values.wrong() },
          )
          .map((drawn) => `${name}=${encoded(drawn)}`);
        const one = fc.oneof(
          { weight: 20, arbitrary: value },
          fc.tuple(value, value).map((two) => two.join('&')),
          fc.constantFrom(`${name}[]=1`, `${name}[not]=`, `${name}=%00`, name),
        );
        return required
          ? fc.option(one, { nil: '', freq: 12 })
          : fc.option(one, { nil: '', freq: 1 });
      });
    const stray = fc.oneof(
      { weight: 25, arbitrary: fc.constant('') },
      fc.constantFrom('unknown=1', 'fields=bodyHtml', '__proto__=1', '=', '&&', 'a=%ud800'),
    );
    return fc.tuple(...pairs, stray).map((drawn) => {
      const some = drawn.filter((each) => each !== '');
      return some.length === 0 ? '' : `?${some.join('&')}`;
    });
  }

  private headers({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
    const own = parameters
      .filter((each) => each.in === 'header')
      .map(({ name }) =>
        fc
          .oneof(
            { weight: 3, arbitrary: fc.constant('*') },
            { weight: 2, arbitrary: fc.uuid() },
            fc.constantFrom('"v1"', '"v2"', 'W/"v1"', '""', 'x'.repeat(400), '"v1", "v2"', '-1'),
          )
          .map((value) => [name.toLowerCase(), value] as const),
      );
    const given = own.map((each) => fc.option(each, { nil: null, freq: 4 }));
    return fc
      .tuple(...given)
      .map((drawn) => Object.fromEntries(drawn.filter((each) => each !== null)));
  }

  private body(operation: Operation): fc.Arbitrary<{ text: string | undefined; type: string }> {
    const none = fc.constant({ text: undefined, type: '' });
    if (operation.method === 'GET') return none;
    const raw = fc.record({
      text: fc.constantFrom(...rawBodies),
      type: fc.constantFrom(...rawTypes),
    });
    const content = operation.requestBody?.content ?? {};
    const described = content[json]?.schema;
    if (described === undefined) {
      if (csv in content) return fc.oneof({ weight: 3, arbitrary: aFile }, raw);
      return fc.oneof({ weight: 9, arbitrary: none }, raw, asJson(this.values.wrong()));
    }
    const schema = resolve(this.document, described);
    const good = this.values.good(described, '') as fc.Arbitrary<Record<string, unknown>>;
    const spoilt = fc.oneof(
      ...Object.entries(schema.properties ?? { unknown: {} }).map(([field, each]) =>
        this.spoilt(good, field, each),
      ),
    );
    const extra = good.map((fields) => ({ ...fields, isAdmin: true }));
    return fc.oneof(
      { weight: 9, arbitrary: asJson(good) },
      { weight: 7, arbitrary: asJson(spoilt) },
      { weight: 1, arbitrary: asJson(extra) },
      { weight: 1, arbitrary: asJson(this.values.wrong()) },
      { weight: 2, arbitrary: raw },
      { weight: 1, arbitrary: none },
    );
  }

  /** One field is at its edge, or wrong, or not there. */
  private spoilt(
    good: fc.Arbitrary<Record<string, unknown>>,
    field: string,
    schema: Schema,
  ): fc.Arbitrary<unknown> {
    const value = fc.oneof(
      { weight: 4, arbitrary: this.values.edge(schema, field) },
      { weight: 3, arbitrary: this.values.wrong() },
      { weight: 1, arbitrary: fc.constant(undefined) },
    );
    return fc.tuple(good, value).map(([fields, put]) => ({ ...fields, [field]: put }));
  }
}

/** What a folder holds is named by slugs, by numbers from 1 on, or by ids. */
function thereIs(folder: string, piece: string, schema: Schema = {}): fc.Arbitrary<string> {
  if (schema.type === 'integer') return fc.integer({ min: 1, max: 3 }).map(String);
  return realThing(piece === '{slug}' ? slugsOf(folder) : folder);
}

const asJson = (value: fc.Arbitrary<unknown>): fc.Arbitrary<{ text: string; type: string }> =>
  value.map((drawn) => ({ text: JSON.stringify(drawn) ?? '', type: json }));

const encoded = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.toWellFormed());
};

/** Mostly somebody who is let in: what is behind the door is looked at here, doors are elsewhere. */
function callerOf({ access }: Operation): fc.Arbitrary<Caller> {
  const let_in: Caller[] = access.startsWith('permission')
    ? ['admin', 'admin', 'editor']
    : ['reader', 'member', 'author', 'admin'];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...let_in) },
    { weight: 1, arbitrary: fc.constantFrom(...callers) },
  );
}
