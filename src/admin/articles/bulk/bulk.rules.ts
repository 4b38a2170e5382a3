/** What can be done to many articles at once, who may, and which fields each deed takes. */
import type { Permission } from '../../../users/staff/permissions.rules.js';

export const bulkActions = [
  'publish',
  'unpublish',
  'delete',
  'schedule',
  'set-section',
  'set-gate',
  'add-tags',
  'remove-tags',
] as const;
export type BulkAction = (typeof bulkActions)[number];

const bulkFields = [
  'publishAt',
  'section',
  'gate',
  'planIds',
  'freeForHours',
  'freeAfterDays',
  'tags',
] as const;
type BulkField = (typeof bulkFields)[number];

interface Terms {
  /** The same as for one article. */
  permission: Permission;
  needs: readonly BulkField[];
  takes: readonly BulkField[];
}

const terms = (
  permission: Permission,
  needs: readonly BulkField[] = [],
  takes: readonly BulkField[] = [],
): Terms => ({ permission, needs, takes });

export const termsOf: Record<BulkAction, Terms> = {
  publish: terms('articles.publish'),
  unpublish: terms('articles.publish'),
  schedule: terms('articles.publish', ['publishAt']),
  delete: terms('articles.write'),
  'set-section': terms('articles.write', ['section']),
  'set-gate': terms('articles.write', ['gate'], ['planIds', 'freeForHours', 'freeAfterDays']),
  'add-tags': terms('articles.write', ['tags']),
  'remove-tags': terms('articles.write', ['tags']),
};

/** Fields that are missing for this deed, and those that it has no use for. */
export function refusedFields(
  action: BulkAction,
  given: { readonly [Field in BulkField]?: unknown },
): { field: string; message: string }[] {
  const { needs, takes } = termsOf[action];
  return bulkFields.flatMap((field) => {
    const isGiven = given[field] !== undefined;
    if (needs.includes(field) && !isGiven) return [{ field, message: `"${action}" needs it.` }];
    const isWelcome = needs.includes(field) || takes.includes(field);
    return isGiven && !isWelcome ? [{ field, message: `"${action}" takes no such field.` }] : [];
  });
}
