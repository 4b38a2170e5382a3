/** Whoever reads the API's description finds every route in it, and in every route all that she must know. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask } from '../support/api.js';
import { type BuiltApp, createBuiltApp } from '../support/built-api.js';
import { type Operation, type Schema, operationsOf } from '../support/openapi.js';
import { type TestDatabase, createDatabase } from '../support/postgres.js';

let database: TestDatabase;
let dataDir: string;
let built: BuiltApp;
let answer: Answer;
let document: OpenAPIObject;
let operations: Operation[];

beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'broadsheet-test-'));
  built = await createBuiltApp({ DATABASE_URL: database.connectionString, DATA_DIR: dataDir });
  await built.app.listen(0, '127.0.0.1');
  answer = await ask(await built.app.getUrl(), 'GET', '/api/openapi.json');
  document = answer.body as OpenAPIObject;
  operations = operationsOf(document);
});

afterAll(async () => {
  await built.app.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What is described lies here; elsewhere are pages for people, and the description itself. */
const described = /^\/(api\/v1|webhooks|health|dev)\//;

/** What the router answers, like `GET /api/v1/plans`; HEAD goes with GET. */
function routesOf({ app }: BuiltApp): string[] {
  const parents: string[] = [];
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const tree = server.printRoutes({ commonPrefix: false });
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', path = '', methods = ''] =
      /^([\s│├└─]*)(\S*)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    parents.splice(depth - 1, Infinity, path);
    const address = parents.slice(0, depth).join('');
    return methods === '' || !described.test(address)
      ? []
      : methods
          .split(', ')
          .filter((method) => method !== 'HEAD')
          .map((method) => `${method} ${address.replaceAll(/:(\w+)/g, '{$1}')}`);
  });
}

const namesOf = (wrong: Operation[]): string[] => wrong.map(({ name }) => name);

describe('the description', () => {
  it('is there for whoever asks', () => {
    expect(answer.status).toBe(200);
    expect(document.openapi).toMatch(/^3\./);
    expect(operations.length).toBeGreaterThan(40);
  });

  it('names every route that is answered, and none that is not', () => {
    expect(namesOf(operations).toSorted()).toEqual(routesOf(built).toSorted());
  });

  it('says of every operation what it does, and where it belongs', () => {
    expect(namesOf(operations.filter(({ summary = '' }) => summary.length < 5))).toEqual([]);
    expect(namesOf(operations.filter(({ tags = [] }) => tags.length !== 1))).toEqual([]);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every operation what a good answer looks like', () => {
    const without = operations.filter(({ responses }) => {
      const good = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
      return (
        good.length !== 1 ||
        good.some(([status, { content = {} }]) => {
          const types = Object.values(content);
          return status === '204'
            ? types.length > 0
            : types.every((each) => each?.schema === undefined);
        })
      );
    });
    expect(namesOf(without)).toEqual([]);
  });

  it('says of every operation that takes a body what is in it', () => {
    const bodies = operations.filter(({ method }) => ['POST', 'PUT', 'PATCH'].includes(method));
    const files = new Map([['POST /api/v1/admin/members/import', 'text/csv']]);
    const open = bodies.filter(
      ({ name, requestBody }) =>
        requestBody !== undefined &&
        requestBody.content[files.get(name) ?? 'application/json']?.schema === undefined,
    );
    expect(namesOf(open)).toEqual([]);
  });

  it('names every parameter once, with its kind, and those of a path as needed', () => {
    const wrong = operations.filter(({ name, parameters }) => {
      const keys = parameters.map((each) => `${each.in} ${each.name.toLowerCase()}`);
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, found]) => `path ${found}`);
      return (
        new Set(keys).size !== keys.length ||
        inPath.some((key) => !keys.includes(key)) ||
        parameters.some(
          ({ schema, required, in: place }) =>
            schema?.type === undefined || (place === 'path' && required !== true),
        )
      );
    });
    expect(namesOf(wrong)).toEqual([]);
  });

  it('demands of a query only what a route has nothing to do without', () => {
    const demanded = operations.flatMap(({ name, parameters }) =>
      parameters
        .filter((each) => each.in === 'query' && each.required === true)
        .map((each) => `${name} ${each.name}`),
    );
    expect(demanded.toSorted()).toEqual([
      'GET /api/v1/access/check article',
      'GET /api/v1/admin/articles/{id}/revisions/compare from',
      'GET /api/v1/admin/articles/{id}/revisions/compare to',
      'GET /api/v1/search q',
    ]);
  });

  it('says of every operation how it can fail, and who may call it', () => {
    const expected = ({ access, parameters, requestBody, name }: Operation): string[] => [
      ...(access === 'public' ? [] : ['401']),
      ...(access.startsWith('permission') ? ['403'] : []),
      ...(name.includes('{') ? ['404'] : []),
      ...(requestBody === undefined ? [] : ['400', '413', '415', '422']),
      ...(parameters.length === 0 ? [] : ['400']),
      '503',
      'default',
    ];
    const wrong = operations.filter((operation) =>
      expected(operation).some((status) => {
        const { content = {} } = operation.responses[status] ?? {};
        return content['application/problem+json']?.schema === undefined;
      }),
    );
    expect(namesOf(wrong)).toEqual([]);
    const doors = operations.map(({ access, security }) => {
      const open = security === undefined || security.some((way) => Object.keys(way).length === 0);
      return [access, open];
    });
    expect(
      doors.filter(([access, open]) => open !== /^(public|optional)/.test(String(access))),
    ).toEqual([]);
  });
});

describe('the page to browse it', () => {
  it('may run the scripts that it brings along, and nothing else', async () => {
    const url = await built.app.getUrl();
    const page = await ask(url, 'GET', '/api/docs');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    const scripts = [...page.text.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = '', inside = ''] of scripts) {
      const source = /src="([^"]+)"/.exec(attributes)?.[1] ?? 'none';
      expect(inside.trim()).toBe('');
      const script = await ask(url, 'GET', new URL(source, `${url}/api/docs`).pathname);
      expect([source, script.status]).toEqual([source, 200]);
    }
    const elsewhere = await ask(url, 'GET', '/api/v1/plans');
    expect(elsewhere.headers.get('content-security-policy')).not.toContain('script-src');
  });
});

describe('an answer', () => {
  it('of the API looks as described', async () => {
    const url = await built.app.getUrl();
    const live = await ask(url, 'GET', '/health/live');
    const health = document.components?.schemas?.['HealthView'] as Schema | undefined;
    expect(Object.keys(live.body as object)).toEqual(Object.keys(health?.properties ?? {}));
  });
});
