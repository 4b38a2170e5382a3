/** What each role may do. */
import type { Reader, Role } from '../reader.js';

export type Permission =
  | 'articles.write'
  | 'articles.publish'
  | 'plans.manage'
  | 'members.manage'
  | 'staff.manage'
  | 'settings.manage'
  | 'inbox.manage'
  | 'audit.read'
  | 'revenue.read';

const ranks: Record<Role, number> = { author: 1, editor: 2, admin: 3 };

export const lowestRole: Record<Permission, Role> = {
  'articles.write': 'author',
  'articles.publish': 'editor',
  'plans.manage': 'admin',
  'members.manage': 'admin',
  'staff.manage': 'admin',
  'settings.manage': 'admin',
  'inbox.manage': 'admin',
  'audit.read': 'admin',
  'revenue.read': 'admin',
};

export function can(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ranks[role] >= ranks[lowestRole[permission]]);
}

/** Somebody as the articles' desk knows her. */
export function atDesk({ id, roles }: Pick<Reader, 'id' | 'roles'>): {
  id: string;
  isEditor: boolean;
} {
  return { id, isEditor: can(roles, 'articles.publish') };
}
