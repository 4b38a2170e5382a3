/** Corrects what the swagger plugin cannot see in a type: which fields may be left out, and that we count in whole numbers. */
import type { OpenAPIObject } from '@nestjs/swagger';

interface Shape {
  type?: string;
  default?: unknown;
  required?: string[];
  properties?: Record<string, Shape>;
  items?: Shape;
}

export function correctShapes(document: OpenAPIObject): OpenAPIObject {
  for (const schema of Object.values(document.components?.schemas ?? {})) correct(schema as Shape);
  for (const item of Object.values(document.paths)) {
    for (const { parameters = [] } of Object.values(item) as { parameters?: Parameter[] }[]) {
      for (const parameter of parameters) {
        if (parameter.schema === undefined) continue;
        correct(parameter.schema);
        if (parameter.schema.default !== undefined) parameter.required = false;
      }
    }
  }
  return document;
}

interface Parameter {
  required?: boolean;
  schema?: Shape;
}

function correct(shape: Shape): void {
  // Money is in minor units, and everything else that has a number is counted.
  if (shape.type === 'number') shape.type = 'integer';
  if (shape.items !== undefined) correct(shape.items);
  for (const each of Object.values(shape.properties ?? {})) correct(each);
  const needed = shape.required?.filter((name) => shape.properties?.[name]?.default === undefined);
  if (needed === undefined || needed.length === 0) delete shape.required;
  else shape.required = needed;
}
