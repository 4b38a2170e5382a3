/** What a deed changed: the fields that differ, as they were and as they are. */

/** What is worth knowing of a deed: nothing secret, nothing personal. */
export type AuditDetail = Record<string, string | number | boolean | null>;

export interface Change {
  before: AuditDetail;
  after: AuditDetail;
}

/**
 * @param before null for what was not there yet
 * @param after null for what is gone
 * @returns undefined where nothing differs
 */
export function changeBetween(
  before: AuditDetail | null,
  after: AuditDetail | null,
): Change | undefined {
  const [was, is] = [before ?? {}, after ?? {}];
  const fields = Object.keys({ ...was, ...is }).filter((field) => was[field] !== is[field]);
  if (fields.length === 0) return undefined;
  return { before: only(fields, was), after: only(fields, is) };
}

function only(fields: readonly string[], all: AuditDetail): AuditDetail {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = all[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
