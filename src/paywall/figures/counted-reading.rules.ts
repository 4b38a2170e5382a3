/** What an opening of an article counts as in the figures; what is no reader counts as nothing. */
import { can } from '../../users/staff/permissions.rules.js';
import type { Via } from '../decision/decide-access.rules.js';
import type { Visit } from '../reading/visit.js';
import { saysItIsAMachine } from './machine-words.rules.js';

export type CountedReading = 'fullReads' | 'teasers';

/**
 * Staff, machines, and whoever only looks (HEAD, prefetch, staff in a reader's place) count as nothing.
 * @param via what let her in; null before the wall
 */
export function countedAs(
  via: Via | null,
  { reader, userAgent, maySpend }: Pick<Visit, 'reader' | 'userAgent' | 'maySpend'>,
): CountedReading | null {
  if (!maySpend || via === 'crawler') return null;
  if (reader !== null && can(reader.roles, 'articles.write')) return null;
  if (saysItIsAMachine(userAgent)) return null;
  return via === null ? 'teasers' : 'fullReads';
}
