/** Parses JSON bodies, refusing early what would trouble anything behind: depth, prototype keys, broken text. */
import { invalidBody, malformedBody } from './problem.js';

const deepest = 20;
/** Names that mean something to JavaScript itself; nobody's field or parameter is called so. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

/**
 * @returns the parsed body; undefined when there is none
 * @throws Problem 400 that says what is wrong with it, 422 for JSON that is no object
 */
export function parseJsonBody(text: string): unknown {
  if (text.trim() === '') return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw malformedBody(`The body is not valid JSON: ${(cause as Error).message}.`);
  }
  inspect(body);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidBody([{ field: '', message: 'The body must be an object.' }]);
  }
  return body;
}

/** Walks without recursion, so that no nesting can exhaust the stack. */
function inspect(body: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') inspectText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth === deepest) throw malformedBody(`The body is nested deeper than ${deepest} levels.`);
    for (const [key, child] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) throw malformedBody(`The body may not have a key "${key}".`);
      inspectText(key);
      waiting.push({ value: child, depth: depth + 1 });
    }
  }
}

function inspectText(text: string): void {
  if (text.includes('\u0000')) throw malformedBody('The body holds a NUL character.');
  if (!text.isWellFormed()) throw malformedBody('The body holds half a surrogate pair.');
}
