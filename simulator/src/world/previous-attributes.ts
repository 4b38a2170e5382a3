/** Says what an update changed, the way an event's `previous_attributes` says it. */

type Fields = Record<string, unknown>;

/**
 * The old values of the top-level fields that differ. Inside a hash only its changed keys are named; a list is given
 * with its whole old `data`; a key that did not exist before is null.
 */
export function previousAttributes(before: object, after: object): Record<string, unknown> {
  const old = fieldsOf(before);
  const current = fieldsOf(after);
  const changed: Fields = {};
  for (const key of new Set([...Object.keys(old), ...Object.keys(current)])) {
    const was = old[key];
    const is = current[key];
    if (same(was, is)) continue;
    changed[key] = isHash(was) && isHash(is) ? previousHash(was, is) : (was ?? null);
  }
  return changed;
}

function previousHash(was: Fields, is: Fields): Fields {
  return was['object'] === 'list' ? { data: was['data'] } : previousAttributes(was, is);
}

function fieldsOf(value: object): Fields {
  return Object.fromEntries(Object.entries(value));
}

function isHash(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, index) => same(part, other[index]));
  }
  if (!isHash(one) || !isHash(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]))
  );
}
