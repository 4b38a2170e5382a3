/** Whatever anybody sends to any route, she is told what is wrong with it, and nothing is written down. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type DescribedTown,
  type Told,
  faultsIn,
  faultsOf,
  sampleOf,
  startDescribedTown,
} from '../support/described-town.js';
import { type Operation, type Schema, resolve } from '../support/openapi.js';
import type { TestTown } from '../support/town.js';

let here: DescribedTown;
let town: TestTown;
let before: Record<string, number>;

beforeAll(async () => {
  here = await startDescribedTown();
  ({ town } = here);
  before = await here.rowCounts();
});

afterAll(() => town.close());

describe('A body', () => {
  it('has no field that the address does not take', async () => {
    const takesAnother = ({ requestBody }: Operation) =>
      requestBody !== undefined && requestBody.content['application/json'] === undefined;
    const writes = here.operations.filter(
      (each) => each.method !== 'GET' && each.method !== 'DELETE' && !takesAnother(each),
    );
    const faults = await faultsIn(writes, async (operation) => {
      const told = await here.send(
        operation,
        JSON.stringify({ ...here.valid(operation), unknown: 1 }),
      );
      return [...faultsOf(told, 422), ...unnamed(told, 'unknown')];
    });
    expect(faults).toEqual([]);
  });

  it('gives nobody what is not hers to give', async () => {
    const body = { name: 'Mira', roles: ['admin'], emailVerified: true, stripeCustomerId: 'cus_1' };
    const told = await town.ask('PATCH', '/api/v1/me', { token: here.reader, body });
    expect(told.status).toBe(422);
    const me = await town.ask('GET', '/api/v1/me', { token: here.reader });
    expect(me.body).toMatchObject({ roles: [] });
  });

  it('holds in every field what belongs there', async () => {
    const faults = await faultsIn(here.withBody, async (operation) => {
      const found: string[] = [];
      for (const [field, schema] of Object.entries(here.bodyOf(operation).properties ?? {})) {
        for (const text of notOf(resolve(here.document, schema))) {
          const told = await here.send(operation, `{${JSON.stringify(field)}:${text}}`);
          const wrong = [...faultsOf(told, 422), ...unnamed(told, field)];
          found.push(...wrong.map((fault) => `${field}: ${text.slice(0, 40)} ${fault}`));
        }
      }
      return found;
    });
    expect(faults).toEqual([]);
  });

  it('holds no text that is none, and no number beyond reason, in whatever field', async () => {
    const texts = [
      '"\\u0000"',
      '"a\\ud800b"',
      '["\\udc00"]',
      '{"\\u0000":1}',
      '{"__proto__":{"x":1}}',
    ];
    const faults = await faultsIn(here.withBody, async (operation) => {
      const found: string[] = [];
      for (const [field, schema] of Object.entries(here.bodyOf(operation).properties ?? {})) {
        for (const text of texts) {
          const told = await here.send(operation, `{${JSON.stringify(field)}:${text}}`);
          found.push(...faultsOf(told, 400).map((fault) => `${field}: ${text} ${fault}`));
        }
        if (resolve(here.document, schema).type !== 'integer') continue;
        for (const text of ['1e309', '-1e309', '9007199254740993', '2147483648', '-1', '1.5']) {
          const told = await here.send(operation, `{${JSON.stringify(field)}:${text}}`);
          found.push(...faultsOf(told, 409, 422).map((fault) => `${field}: ${text} ${fault}`));
        }
      }
      return found;
    });
    expect(faults).toEqual([]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('is an object, and there', async () => {
    for (const text of ['[]', '[{}]', '"text"', '5', 'true', 'null']) {
      expect([text, ...(await here.sendAll(here.withBody, text, 'application/json', 422))]).toEqual(
        [text],
      );
    }
    const needed = here.withBody.filter(
      (operation) => (here.bodyOf(operation).required ?? []).length > 0,
    );
    expect(await here.sendAll(needed, '', '', 422)).toEqual([]);
    expect(await here.sendAll(needed, '', 'application/json', 400, 422)).toEqual([]);
    expect(await here.sendAll(needed, '{}', 'application/json', 422)).toEqual([]);
  });

  it('is JSON', async () => {
    for (const text of ['{', '{"a":}', "{'a':1}", '{"a":1}}', '\u00ff', '{"a":NaN}']) {
      expect([text, ...(await here.sendAll(here.withBody, text, 'application/json', 400))]).toEqual(
        [text],
      );
    }
  });

  it('is said to be JSON', async () => {
    const types = {
      'text/plain': '{"a":1}',
      'application/x-www-form-urlencoded': 'a=1',
      'multipart/form-data; boundary=x':
        '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      'application/xml': '<a/>',
      'application/octet-stream': 'a',
      nonsense: 'a',
      '': '{"a":1}',
    };
    for (const [type, text] of Object.entries(types)) {
      expect([type, ...(await here.sendAll(here.withBody, text, type, 415))]).toEqual([type]);
    }
  });

  it('is neither deep nor large, and refused quickly when it is', async () => {
    for (const depth of [1_500, 20_000]) {
      const text = '['.repeat(depth) + ']'.repeat(depth);
      for (const body of [text, `{"email":${text}}`]) {
        const from = performance.now();
        expect(await here.sendAll(here.withBody, body, 'application/json', 400, 413)).toEqual([]);
        expect((performance.now() - from) / here.withBody.length).toBeLessThan(100);
      }
    }
    const large = JSON.stringify({ email: 'x'.repeat(1024 * 1024) });
    expect(await here.sendAll(here.withBody, large, 'application/json', 413)).toEqual([]);
    const many = JSON.stringify(
      Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [at, 1])),
    );
    expect(await here.sendAll(here.withBody, many, 'application/json', 422)).toEqual([]);
  });

  it('has no key that JavaScript keeps for itself', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = `{"${key}":{"isAdmin":true}}`;
      expect(await here.sendAll(here.withBody, text, 'application/json', 400)).toEqual([]);
    }
  });

  it('leaves no row behind when it is refused, and takes none away', async () => {
    await town.mailbox();
    expect(await here.rowCounts()).toEqual(before);
  });
});

/** JSON texts that no such field takes. */
function notOf({ type, nullable, enum: words, maxLength, items }: Schema): string[] {
  const objects = ['{}', '{"not":""}', '{"$ne":null}', '{"length":3}', '{"toString":1}'];
  const nothing = nullable === true ? [] : ['null'];
  if (type === 'string') {
    const long = [maxLength ?? 200_000, 600_000].map((length) => `"${'x'.repeat(length + 1)}"`);
    const word = words === undefined ? [] : ['""', '"nonsense"'];
    return ['[]', '["x"]', 'true', '5', ...objects, ...nothing, ...word, ...long];
  }
  if (type === 'integer') return ['[]', '[1]', '"5"', '""', 'true', ...objects, ...nothing];
  if (type === 'array') {
    const nested = JSON.stringify([[sampleOf(here.document, resolve(here.document, items ?? {}))]]);
    const one = ['[null]', '[{}]', '[[]]', '[5]', nested];
    const many = `[${Array.from({ length: 10_000 }, () => '"x"').join()}]`;
    return ['"x"', '5', 'true', ...objects, ...nothing, ...one, many];
  }
  const truth = type === 'boolean' ? ['"true"', '1', ...objects] : ['true'];
  return ['"x"', '5', ...truth, '[]', '["x"]', ...nothing];
}

/** A 422 names the field, or a part of it. */
function unnamed({ status, text }: Told, field: string): string[] {
  if (status !== 422) return [];
  const { errors = [] } = JSON.parse(text) as { errors?: { field: string; message: string }[] };
  return errors.some((error) => error.field === field || error.field.startsWith(`${field}.`))
    ? []
    : [`does not name ${field}: ${text.slice(0, 200)}`];
}
