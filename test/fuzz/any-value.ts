/** Values for a field as its schema describes it: good ones, those at its edges, and such as nobody should send. */
import type { OpenAPIObject } from '@nestjs/swagger';
import * as fc from 'fast-check';
import { type Schema, resolve } from '../support/openapi.js';

/** Stands for something of this name that exists when it is sent, like `§plans:3§`. */
export const realThing = (name: string): fc.Arbitrary<string> =>
  fc.nat({ max: 30 }).map((which) => `§${name}:${which}§`);

/** The name of a folder's slugs; its ids go by its own. */
export const slugsOf = (folder: string): string => `slugs of ${folder}`;

const nobodysId = '01890000-0000-7000-8000-000000000000';

export const injections = [
  "' or 1=1 --",
  '"; drop table users; --',
  '$(id)',
  '{{7*7}}',
  '${7*7}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  'a\r\nSet-Cookie: x=1',
  '%00',
  '=cmd|calc',
  '\\',
  '*',
  '(((((((((((((((((((((((((a',
];

const strangeTexts = [
  '',
  ' ',
  '\u00a0\u2003\t',
  '😀👩‍👩‍👧‍👦🏳️‍🌈',
  '\u202eevil\u202c',
  'ﷺ'.repeat(50),
  'e\u0301\u0327'.repeat(20),
  '\u2028\u2029\u0085',
  '\ufeff\ufffe\uffff',
  'İıſK',
  'constructor',
  '__proto__',
  'null',
  'NaN',
  '0',
  '-1',
  '1e999',
  'true',
];

const instants = [
  '2026-02-30T00:00:00Z',
  '2026-02-29',
  '2024-02-29T23:59:60Z',
  '2026-13-01T00:00:00Z',
  '2026-12-31T24:00:00Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '-271821-04-20T00:00:00.000Z',
  '+300000-01-01T00:00:00.000Z',
  '2026-06-01T12:00:00+25:00',
  '2026-06-01T12:00:00',
  '1764000000',
  'tomorrow',
  '',
];

const numbers = [
  0,
  -0,
  1,
  -1,
  1.5,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53,
  1e21,
  -1e21,
  1e308,
  5e-324,
];

/** Of no type that any field has, or of another field's. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    [{}],
    { $ne: null },
    { $gt: '' },
    { not: '' },
    { contains: 'a' },
    { length: 3 },
    { toString: 1 },
    { valueOf: null },
    'x'.repeat(5_000),
    'a\u0000b',
    'a\ud800b',
    Array.from({ length: 200 }, () => 'x'),
  ),
  fc.constantFrom(...numbers),
  fc.constantFrom(...strangeTexts, ...injections, ...instants),
  fc.jsonValue({ maxDepth: 2 }),
);

export class AnyValue {
  private readonly known = new Map<Schema, fc.Arbitrary<unknown>>();

  constructor(private readonly document: OpenAPIObject) {}

  /** What the schema allows, as far as it says it. */
  good(described: Schema, name: string): fc.Arbitrary<unknown> {
    const known = this.known.get(described);
    if (known !== undefined) return known;
    const schema = resolve(this.document, described);
    const made = this.madeOf(schema, name);
    const whole = schema.nullable === true ? fc.option(made, { freq: 8 }) : made;
    this.known.set(described, whole);
    return whole;
  }

  /** Where a field ends and what is just beyond. */
  edge(described: Schema, name: string): fc.Arbitrary<unknown> {
    const schema = resolve(this.document, described);
    const { type, maxLength = 300, items, minimum, maximum } = schema as Bounded;
    if (type === 'integer' || type === 'number') {
      const bounds = [minimum, maximum].flatMap((at) =>
        at === undefined ? [] : [at - 1, at, at + 1],
      );
      return fc.constantFrom(...numbers, ...bounds);
    }
    if (type === 'array') {
      const item = this.good(items ?? {}, name);
      return fc.oneof(
        fc.array(item, { maxLength: 3 }).map((some) => [...some, ...some]),
        fc.array(this.edge(items ?? {}, name), { maxLength: 3 }),
        fc.constant([]),
      );
    }
    if (type === 'string') {
      return fc.oneof(
        fc.constantFrom(...strangeTexts, ...injections, ...instants, nobodysId),
        fc.constantFrom(maxLength, maxLength + 1, 10_000).map((length) => 'é'.repeat(length)),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        realThing('anything'),
      );
    }
    return anything;
  }

  wrong(): fc.Arbitrary<unknown> {
    return anything;
  }

  private madeOf(schema: Schema, name: string): fc.Arbitrary<unknown> {
    const { type, enum: words, items, properties = {}, required = [] } = schema;
    if (words !== undefined) return fc.constantFrom(...words);
    if (type === 'boolean') return fc.boolean();
    if (type === 'integer' || type === 'number') return anInteger(schema);
    if (type === 'array') return fc.array(this.good(items ?? {}, name), { maxLength: 3 });
    if (type === 'object') {
      const fields = Object.entries(properties).map(
        ([field, each]) => [field, this.good(each, field)] as const,
      );
      const needed = fields.filter(([field]) => required.includes(field));
      const whole = { requiredKeys: required, noNullPrototype: true };
      // Fields that nobody has to send seldom go together when each is drawn for itself.
      return fc.oneof(
        fc.record(Object.fromEntries(needed), { noNullPrototype: true }),
        fc.record(Object.fromEntries(fields), whole),
      );
    }
    if (type === 'string') return aText(schema, name);
    return anything;
  }
}

interface Bounded extends Schema {
  minimum?: number;
  minLength?: number;
  pattern?: string;
}

function anInteger({ minimum = 0, maximum = 2_000 }: Bounded): fc.Arbitrary<number> {
  const upTo = (more: number) => Math.max(minimum, Math.min(maximum, minimum + more));
  return fc.oneof(
    fc.integer({ min: minimum, max: upTo(2) }),
    fc.integer({ min: minimum, max: upTo(100) }),
    fc.constantFrom(minimum, maximum),
  );
}

/** Texts that are of use under this name. */
function aText(schema: Bounded, name: string): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 40 } = schema;
  if (format === 'uuid') return fc.oneof({ weight: 5, arbitrary: realThing(name) }, fc.uuid());
  if (format === 'date-time') return anInstant;
  const words = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) });
  // Patterns that look ahead cannot be drawn from; plain words fit most of them.
  const isDrawable = pattern !== undefined && !/\(\?[=!<]|\\[pP]/.test(pattern);
  const matching = isDrawable ? fc.stringMatching(new RegExp(pattern), { size: '-1' }) : words;
  return fc.oneof({ weight: 3, arbitrary: realThing(name) }, matching, words);
}

const anInstant = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((instant) => instant.toISOString());
