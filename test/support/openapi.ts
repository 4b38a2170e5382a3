/** Reads the API's description: its operations in a row, its schemas wherever they stand. */
import type { OpenAPIObject } from '@nestjs/swagger';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  default?: unknown;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
}

type Content = Partial<Record<string, { schema?: Schema }>>;

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

export interface Operation {
  /** Like `GET /api/v1/articles/{slug}`. */
  name: string;
  method: string;
  path: string;
  /** `public`, `optional session`, `session`, or `permission` with its name. */
  access: string;
  summary?: string;
  operationId?: string;
  tags?: string[];
  security?: Record<string, unknown>[];
  parameters: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, object>).map(([verb, operation]) => {
      const described = operation as Partial<Operation> & { 'x-access'?: string };
      const method = verb.toUpperCase();
      return {
        ...described,
        name: `${method} ${path}`,
        method,
        path,
        access: described['x-access'] ?? 'session',
        parameters: described.parameters ?? [],
        responses: described.responses ?? {},
      };
    }),
  );
}

/** The schema itself, where it is only referred to. */
export function resolve(document: OpenAPIObject, schema: Schema): Schema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.replace('#/components/schemas/', '');
  if (name === undefined) return schema;
  const { $ref: _, allOf: __, ...own } = schema;
  return { ...(document.components?.schemas?.[name] as Schema), ...own };
}

/** Every schema of the document, with where it stands. */
export function schemasOf(document: OpenAPIObject): { schema: Schema; path: string }[] {
  const found: { schema: Schema; path: string }[] = [];
  const enter = (schema: Schema | undefined, path: string): void => {
    if (schema === undefined) return;
    found.push({ schema, path });
    enter(schema.items, `${path}[]`);
    for (const [name, each] of Object.entries(schema.properties ?? {}))
      enter(each, `${path}.${name}`);
  };
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    enter(schema as Schema, name);
  }
  for (const { name, parameters, requestBody, responses } of operationsOf(document)) {
    for (const parameter of parameters) enter(parameter.schema ?? {}, `${name}?${parameter.name}`);
    for (const part of [requestBody, ...Object.values(responses)]) {
      for (const [type, content] of Object.entries(part?.content ?? {})) {
        enter(content?.schema ?? {}, `${name} ${type}`);
      }
    }
  }
  return found;
}
