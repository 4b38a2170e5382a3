/** Whether a preview link still opens its article. */
import type { Account } from '../../users/reader.js';
import { isStaffFor } from '../decision/staff.rules.js';
import type { Preview } from './preview.js';

/**
 * Up to its last instant, and only as long as whoever made it might make it anew.
 * @param maker null where there is no such account any more
 */
export function opens(
  { expiresAt, revokedAt }: Pick<Preview, 'expiresAt' | 'revokedAt'>,
  article: { createdById: string | null },
  maker: Pick<Account, 'id' | 'roles' | 'bannedAt' | 'deletedAt'> | null,
  now: Date,
): boolean {
  if (revokedAt !== null || now >= expiresAt) return false;
  if (maker === null || maker.bannedAt !== null || maker.deletedAt !== null) return false;
  return isStaffFor(article, maker);
}
