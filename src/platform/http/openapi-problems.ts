/** Adds to each operation what all of its kind share: who may call it, and which problems it answers. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { ACCESS_EXTENSION, FRESH_PROOF_EXTENSION, LIMITED_EXTENSION } from './access.decorators.js';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']> & {
  [ACCESS_EXTENSION]?: string;
  [FRESH_PROOF_EXTENSION]?: boolean;
  [LIMITED_EXTENSION]?: boolean;
};

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

const problems: Record<number, string> = {
  400: 'The request cannot be parsed, or has a parameter that this address does not take.',
  401: 'A valid access token is needed.',
  403: 'The account lacks the permission, or must show anew whose it is.',
  404: 'There is nothing here, or nothing that you may see.',
  413: 'The body is larger than this address takes.',
  415: 'The body is not sent as the media type that this address takes.',
  422: 'The body is well-formed, but some fields are not as they must be; each is named.',
  429: 'This was done too often; try again after `Retry-After` seconds.',
  503: 'Something this answer needs is not reachable; try again after `Retry-After` seconds.',
};

const problemSchema = {
  type: 'object',
  description: 'What went wrong, as RFC 9457 says it.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable, `room/what-happened`.' },
    detail: { type: 'string', description: 'A sentence for people that says what to do.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

export function describeAccessAndProblems(document: OpenAPIObject): OpenAPIObject {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation: Operation | undefined = item[method];
      if (operation !== undefined) describe(path, operation);
    }
  }
  return document;
}

function describe(path: string, operation: Operation): void {
  const access = operation[ACCESS_EXTENSION] ?? 'session';
  if (access === 'public') delete operation.security;
  else operation.security = waysIn(access);
  for (const status of problemsOf(path, operation, access)) {
    operation.responses[status] ??= { ...problem(problems[status] ?? ''), ...headersOf(status) };
  }
  operation.responses['default'] ??= problem('Anything else that went wrong.');
}

function problemsOf(path: string, operation: Operation, access: string): number[] {
  const parameters = operation.parameters ?? [];
  return [
    ...(access === 'public' ? [] : [401]),
    ...(mayRefuse(access) || operation[FRESH_PROOF_EXTENSION] === true ? [403] : []),
    ...(path.includes('{') ? [404] : []),
    ...(parameters.length > 0 || operation.requestBody !== undefined ? [400] : []),
    ...(operation.requestBody === undefined ? [] : [413, 415, 422]),
    ...(operation[LIMITED_EXTENSION] === true ? [429] : []),
    503,
  ];
}

/** By the names that the description gives to what is shown. */
function waysIn(access: string): Record<string, string[]>[] {
  if (access === 'cookie') return [{ cookie: [] }];
  return access === 'optional session' ? [{}, { bearer: [] }] : [{ bearer: [] }];
}

/** Whether a session alone is not enough: there is a permission to be had, or another site to be kept out. */
const mayRefuse = (access: string): boolean =>
  access === 'cookie' || access.startsWith('permission');

/** When to come again, as a whole number. */
function headersOf(status: number) {
  if (status !== 429 && status !== 503) return {};
  const schema = { type: 'integer', minimum: 1 } as const;
  return { headers: { 'Retry-After': { description: 'Seconds.', schema } } };
}

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
