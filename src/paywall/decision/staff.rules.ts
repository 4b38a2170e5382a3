/** Who is staff before an article: editors and admins before every one, an author before her own. */
import { mayOpen } from '../../articles/desk/desk-rights.rules.js';
import { atDesk, can } from '../../users/staff/permissions.rules.js';
import type { Reader } from '../../users/reader.js';

export function isStaffFor(
  article: { createdById: string | null },
  reader: Pick<Reader, 'id' | 'roles'>,
): boolean {
  return can(reader.roles, 'articles.write') && mayOpen(atDesk(reader), article);
}
