/** What staff hear who read as somebody, or may not. */
import { Problem } from '../../platform/http/problem.js';

export const readOnly = (): Problem =>
  new Problem({
    status: 403,
    code: 'auth/read-only',
    detail:
      'You read as somebody else: only her own pages and articles are open, and nothing changes.',
  });

export const cannotImpersonate = (denial: 'deleted' | 'banned' | 'staff'): Problem =>
  new Problem({
    status: 409,
    code: `members/is-${denial}`,
    detail: {
      deleted: 'This account was deleted; there is nothing left to see as her.',
      banned: 'This account is banned and sees nothing; unban it first.',
      staff: 'Nobody reads as a member of staff.',
    }[denial],
  });
