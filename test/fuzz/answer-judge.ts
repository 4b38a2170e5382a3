/** Whether an answer is one that the API's description promises: its status, its type, every field of its body. */
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation } from '../support/openapi.js';
import type { Told } from './fuzz-town.js';

export class AnswerJudge {
  private readonly ajv = new Ajv({ strict: false, allErrors: false });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenAPIObject) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', components: asJsonSchema(document.components) });
  }

  /** @returns what is wrong with it; nothing where all is as described */
  faultsOf({ responses }: Operation, { status, headers, body }: Told): string[] {
    if (status >= 500) return [`${status}: ${body.slice(0, 300)}`];
    const response = responses[status] ?? (status >= 400 ? responses['default'] : undefined);
    if (response === undefined) return [`${status} is not described`];
    const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
    const described = response.content ?? {};
    if (Object.keys(described).length === 0) {
      return body === '' ? [] : [`${status} has a body: ${body.slice(0, 300)}`];
    }
    const content = described[type];
    if (content === undefined) return [`${status} is sent as ${type || 'nothing'}`];
    return [
      ...headerFaults(status, headers),
      ...(type.endsWith('json') ? this.faultsIn(content.schema ?? {}, body, status) : []),
    ];
  }

  private faultsIn(schema: object, body: string, status: number): string[] {
    const check = this.check(schema);
    if (check(JSON.parse(body))) return [];
    const [error] = check.errors ?? [];
    return [
      `${status} is not as described: ${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)} in ${body.slice(0, 300)}`,
    ];
  }

  private check(schema: object): ValidateFunction {
    const key = JSON.stringify(schema);
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const check = this.ajv.compile(asJsonSchema(schema) as object);
    this.compiled.set(key, check);
    return check;
  }
}

function headerFaults(status: number, headers: Told['headers']): string[] {
  if (status === 401 && !String(headers['www-authenticate']).startsWith('Bearer')) {
    return ['401 does not say how to sign in'];
  }
  if (status === 429 && !/^[1-9]\d*$/.test(String(headers['retry-after']))) {
    return ['429 does not say when to come back'];
  }
  return [];
}

/** OpenAPI 3.0 as JSON Schema: what may be null says so with a type, and objects hold nothing undescribed. */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const told = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, asJsonSchema(value)]),
  ) as Record<string, unknown>;
  if (typeof told['$ref'] === 'string') return { $ref: told['$ref'].replace('#/', 'api#/') };
  const { nullable, ...rest } = told;
  const closed =
    rest['type'] === 'object' && rest['properties'] !== undefined && !isProblem(rest)
      ? { additionalProperties: false, ...rest }
      : rest;
  if (nullable !== true) return closed;
  const { type, ...others } = closed;
  const own = type === 'object' && 'allOf' in others ? others : { type, ...others };
  return { anyOf: [{ type: 'null' }, own] };
}

/** A problem may say more than every problem does. */
const isProblem = ({ properties }: Record<string, unknown>): boolean =>
  typeof properties === 'object' &&
  properties !== null &&
  'code' in properties &&
  'detail' in properties;
