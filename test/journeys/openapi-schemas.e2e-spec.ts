/** Whoever reads the API's description learns of every field what it holds, and what may be missing. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtDescription } from '../support/built-api.js';
import { type Operation, type Schema, operationsOf, schemasOf } from '../support/openapi.js';

let document: OpenAPIObject;
let operations: Operation[];

beforeAll(async () => {
  document = await builtDescription();
  operations = operationsOf(document);
});

const schemaOf = (name: string): Schema => (document.components?.schemas?.[name] ?? {}) as Schema;

describe('every schema', () => {
  const wrongWhere = (isWrong: (schema: Schema, path: string) => boolean): string[] =>
    schemasOf(document)
      .filter(({ schema, path }) => isWrong(schema, path))
      .map(({ path }) => path);

  it('says something', () => {
    const isEmpty = ({ type, $ref, allOf, oneOf, properties, additionalProperties }: Schema) =>
      (type === undefined && $ref === undefined && allOf === undefined && oneOf === undefined) ||
      (type === 'object' &&
        allOf === undefined &&
        additionalProperties === undefined &&
        Object.keys(properties ?? {}).length === 0);
    expect(wrongWhere(isEmpty)).toEqual([]);
  });

  it('counts in whole numbers, for nothing here has fractions', () => {
    expect(wrongWhere(({ type }) => type === 'number')).toEqual([]);
  });

  it('refers only to what is there', () => {
    const known = Object.keys(document.components?.schemas ?? {});
    const isLost = ({ $ref }: Schema) =>
      $ref !== undefined && !known.includes($ref.replace('#/components/schemas/', ''));
    expect(wrongWhere(isLost)).toEqual([]);
  });

  it('says what may be null', () => {
    const nullable = (name: string) =>
      Object.entries(schemaOf(name).properties ?? {})
        .filter(([, schema]) => schema.nullable === true)
        .map(([field]) => field)
        .toSorted();
    expect(nullable('ArticleView')).toEqual(['bodyHtml', 'heroImage', 'section']);
    expect(nullable('AccessView')).toEqual([
      'denial',
      'giftRefusal',
      'institution',
      'meter',
      'payUrl',
      'via',
    ]);
    expect(nullable('DeskArticleView')).toEqual([
      'freeAfterDays',
      'freeForHours',
      'gateChangesAt',
      'gateNow',
      'heroImage',
      'publishAt',
      'publishedAt',
      'section',
    ]);
    expect(nullable('AccessPreviewView')).toEqual(['as', 'denial', 'memberId', 'meter', 'via']);
    expect(nullable('MeView')).toEqual(['meter', 'name']);
    expect(nullable('MembershipView')).toEqual([
      'accessUntil',
      'cancelsAt',
      'change',
      'currentPeriodEnd',
      'graceEndsAt',
      'payUrl',
      'plan',
      'price',
      'trialEndsAt',
    ]);
    expect(nullable('InvoiceView')).toEqual(['hostedUrl', 'number', 'paidAt']);
    expect(nullable('StaffPlanView')).toEqual(['archivedAt']);
    expect(nullable('ArticleCardPage')).toEqual(['nextCursor']);
  });

  it('names the words that a field can hold', () => {
    const words = (name: string, field: string) => {
      const schema = schemaOf(name).properties?.[field];
      return schema?.enum ?? schema?.items?.enum;
    };
    expect(words('ArticleView', 'gate')).toEqual(['public', 'registered', 'metered', 'members']);
    expect(words('ArticleView', 'kind')).toHaveLength(4);
    expect(words('AccessView', 'denial')).toContain('meter-exhausted');
    expect(words('AccessView', 'via')).toContain('membership');
    expect(words('MembershipView', 'state')).toHaveLength(8);
    expect(words('PriceView', 'interval')).toEqual(['month', 'year']);
    expect(words('PlanView', 'audience')).toEqual(['person', 'team']);
    expect(words('NewPrice', 'currency')).toContain('usd');
    expect(words('DeskArticleView', 'status')).toEqual([
      'draft',
      'scheduled',
      'published',
      'unpublished',
    ]);
    for (const name of ['UserView', 'MeView', 'MemberView']) {
      expect(words(name, 'roles')).toEqual(['author', 'editor', 'admin']);
    }
  });

  it('demands of a caller only what cannot be left out', () => {
    const asked = operations.flatMap(({ requestBody }) => schemaNamesIn(requestBody));
    const demanded = asked.flatMap((name) => {
      const { required = [], properties = {} } = schemaOf(name);
      return required
        .filter((field) => properties[field]?.default !== undefined)
        .map((field) => `${name}.${field}`);
    });
    expect(demanded).toEqual([]);
  });

  /** With those that these hold. */
  function schemaNamesIn(value: unknown, found = new Set<string>()): string[] {
    for (const [, name = ''] of JSON.stringify(value ?? null).matchAll(/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      schemaNamesIn(document.components?.schemas?.[name], found);
    }
    return [...found];
  }
});

it('what changes an article takes the version that it started from, and answers with the new one', () => {
  interface Versioned {
    parameters: { in: string; name: string }[];
    responses: Record<string, { headers?: Record<string, unknown> }>;
  }
  const paths = document.paths as unknown as Record<string, Record<string, Versioned>>;
  const article = '/api/v1/admin/articles/{id}';
  const marked = ([path, method]: readonly string[]) => {
    const { parameters, responses } = paths[path ?? '']?.[method ?? ''] ?? {
      parameters: [],
      responses: {},
    };
    return {
      takes: parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name),
      refuses: Object.keys(responses).filter((status) => ['412', '428'].includes(status)),
      says: Object.keys((responses['200'] ?? responses['201'])?.headers ?? {}),
    };
  };
  const step = { takes: ['If-Match'], refuses: ['412'], says: ['ETag'] };
  expect(marked([article, 'get'])).toEqual({ takes: [], refuses: [], says: ['ETag'] });
  expect(marked([article, 'patch'])).toEqual({ ...step, refuses: ['412', '428'] });
  expect(marked([article, 'delete'])).toEqual({ ...step, says: [] });
  for (const name of ['publish', 'unpublish', 'schedule', 'unschedule']) {
    expect(marked([`${article}/${name}`, 'post'])).toEqual(step);
  }
  expect(marked(['/api/v1/admin/articles', 'post']).says).toEqual(['ETag']);
  expect(Object.keys(paths['/api/v1/articles/{slug}']?.['get']?.responses ?? {})).toContain('308');
});
