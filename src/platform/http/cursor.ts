/** Opaque cursors for keyset pages: the sort key of the last item, base64url. */
import { Problem } from './problem.js';

export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * @param shape a check of the decoded key
 * @throws Problem 400 when the cursor was not made by this list
 */
export function decodeCursor<Key extends readonly (string | number)[]>(
  cursor: string,
  shape: (key: unknown) => key is Key,
): Key {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    key = undefined;
  }
  // Node passes over what is no base64url; whoever shows the cursor again shows only what we have written.
  if (shape(key) && encodeCursor(key) === cursor) return key;
  throw new Problem({
    status: 400,
    code: 'request/invalid-cursor',
    detail: 'The cursor is not one that this list gave out; start again without it.',
  });
}
