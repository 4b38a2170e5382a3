/** The gates in words, and what a default for new articles means. */
import { countOf } from '../words/numbers.js';

export const gates = {
  public: 'everybody reads it',
  registered: 'registered readers read it',
  metered: 'the meter decides',
  members: 'members read it',
} as const;

export type Gate = keyof typeof gates;

export const kinds = {
  story: 'story',
  memo: 'memo',
  'trend-report': 'trend report',
  briefing: 'briefing',
} as const;

export type Kind = keyof typeof kinds;

export interface GateDefault {
  /** A section's slug; null for any. */
  section: string | null;
  kind: Kind | null;
  gate: Gate;
  planIds: string[];
  freeForHours: number | null;
  freeAfterDays: number | null;
}

/** Like `A new memo in Harbour: members read it. Everybody reads it in its first 24 hours.` */
export function gateInWords(
  { section, kind, gate, planIds, freeForHours, freeAfterDays }: GateDefault,
  nameOf: (slug: string) => string,
): string {
  const what = kind === null ? 'article' : kinds[kind];
  const where = section === null ? '' : ` in ${nameOf(section)}`;
  const who =
    gate === 'members' && planIds.length > 0
      ? `members of ${countOf(planIds.length, 'plan')} read it`
      : gates[gate];
  const early =
    freeForHours === null
      ? ''
      : ` Everybody reads it in its first ${countOf(freeForHours, 'hour')}.`;
  const late =
    freeAfterDays === null
      ? ''
      : ` Everybody reads it once ${countOf(freeAfterDays, 'day has', 'days have')} passed.`;
  return `A new ${what}${where}: ${who}.${early}${late}`;
}
