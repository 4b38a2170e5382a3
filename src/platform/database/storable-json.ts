/** JSON from outside, as PostgreSQL can keep it: jsonb takes neither NUL nor half a surrogate pair, nor any depth. */

/** Levels; whatever lies deeper is left out. */
const deepest = 100;

export function storableJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === deepest) return null;
  if (Array.isArray(value)) return value.map((each) => storableJson(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [storableText(key), storableJson(each, depth + 1)]),
  );
}

/** What cannot be kept is seen to have been there. */
const storableText = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();
