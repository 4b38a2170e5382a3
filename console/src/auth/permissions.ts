/** What each role may do, as the application's own table has it; here it only decides what is shown. */

export type Role = 'author' | 'editor' | 'admin';

/** The lowest role that may; those above it may, too. */
export const lowestRole = {
  'articles.write': 'author',
  'articles.publish': 'editor',
  'plans.manage': 'admin',
  'members.manage': 'admin',
  'staff.manage': 'admin',
  'settings.manage': 'admin',
  'inbox.manage': 'admin',
  'audit.read': 'admin',
  'revenue.read': 'admin',
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof lowestRole;

const ranks: Record<Role, number> = { author: 1, editor: 2, admin: 3 };

export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ranks[role] >= ranks[lowestRole[permission]]);
}
