/** Staff who see what a reader sees: whom they may, and how little they may do then. */
import type { Account, Reader } from '../reader.js';

/** Seconds; there is no refresh, whoever needs more says again why. */
export const impersonationSeconds = 15 * 60;

export type ImpersonationDecision =
  { granted: true } | { granted: false; denial: 'deleted' | 'banned' | 'staff' };

/** Nobody climbs: what staff may do is never seen, let alone done, as another one of them. */
export function mayImpersonate({
  roles,
  bannedAt,
  deletedAt,
}: Pick<Account, 'roles' | 'bannedAt' | 'deletedAt'>): ImpersonationDecision {
  if (deletedAt !== null) return { granted: false, denial: 'deleted' };
  if (bannedAt !== null) return { granted: false, denial: 'banned' };
  return roles.length > 0 ? { granted: false, denial: 'staff' } : { granted: true };
}

/** What is hers to read. A route that is not named here stays closed, also one that is made tomorrow. */
const open: ReadonlySet<string> = new Set([
  '/api/v1/me',
  '/api/v1/me/membership',
  '/api/v1/me/invoices',
  '/api/v1/articles',
  '/api/v1/articles/:slug',
]);

/** Whether a session may do this, as far as it is staff who read as her. @param route its pattern */
export function isOpenTo(
  { impersonatedById }: Pick<Reader, 'impersonatedById'>,
  { method, route }: { method: string; route: string },
): boolean {
  if (impersonatedById === null) return true;
  return (method === 'GET' || method === 'HEAD') && open.has(route);
}
