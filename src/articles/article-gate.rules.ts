/** An article's gate with all that belongs to it, and what of it goes together. */
import type { Gate } from './article.js';

/** A year of free hours, and twenty of waiting for free days. */
export const LONGEST_SCHEDULE = { hours: 366 * 24, days: 20 * 366 } as const;

export interface ArticleGate {
  gate: Gate;
  /** Narrows the gate `members` to members of these plans; empty means any plan. */
  planIds: string[];
  /** Free for everybody in the first hours after publication; null for never. */
  freeForHours: number | null;
  /** Free for everybody from so many days after publication on; null for never. */
  freeAfterDays: number | null;
}

/** What is said of a gate; what is left out stays as it is. */
export type GateChanges = { [Field in keyof ArticleGate]?: ArticleGate[Field] | undefined };

interface Refusal {
  field: keyof ArticleGate;
  message: string;
}

/** For members, for ever: what is not said to be open is closed. */
export const closedGate: ArticleGate = {
  gate: 'members',
  planIds: [],
  freeForHours: null,
  freeAfterDays: null,
};

/** Plans narrow the gate `members` and no other; a public article needs no schedule: what it had goes. */
export function gateAfter(before: ArticleGate, changes: GateChanges): ArticleGate {
  const gate = changes.gate ?? before.gate;
  const isPublic = gate === 'public';
  const { freeForHours = before.freeForHours, freeAfterDays = before.freeAfterDays } = changes;
  return {
    gate,
    planIds: gate === 'members' ? [...new Set(changes.planIds ?? before.planIds)] : [],
    freeForHours: isPublic ? null : freeForHours,
    freeAfterDays: isPublic ? null : freeAfterDays,
  };
}

/** What of the changes contradicts the gate that they lead to. */
export function refusedOfGate(before: ArticleGate, changes: GateChanges): Refusal[] {
  const after = gateAfter(before, changes);
  const refused: Refusal[] = [];
  if (after.gate !== 'members' && (changes.planIds?.length ?? 0) > 0) {
    refused.push({
      field: 'planIds',
      message: 'Only the gate "members" can be narrowed to plans.',
    });
  }
  if (after.gate === 'public') {
    const scheduled = (['freeForHours', 'freeAfterDays'] as const).filter(
      (field) => (changes[field] ?? null) !== null,
    );
    const message = 'What is public is free already; it needs no schedule.';
    return [...refused, ...scheduled.map((field) => ({ field, message }))];
  }
  if (isClosedNever(after)) {
    const field = changes.freeAfterDays === undefined ? 'freeForHours' : 'freeAfterDays';
    const message = 'It would be free again before its first free hours are over.';
    refused.push({ field, message });
  }
  return refused;
}

function isClosedNever({ freeForHours, freeAfterDays }: ArticleGate): boolean {
  return freeForHours !== null && freeAfterDays !== null && freeAfterDays * 24 <= freeForHours;
}
