/** The gate of an article as it stands at an instant: its schedule opens it to everybody for a while, or for good. */
import type { Gate } from './article.js';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What decides over an article's gate. */
export interface GateSchedule {
  /** Its own gate, which stands while nothing else is scheduled. */
  readonly gate: Gate;
  /** When it first appeared. */
  readonly publishedAt: Date;
  /** Free for everybody in so many hours from publication on; null for never. */
  readonly freeForHours: number | null;
  /** Free for everybody from so many days after publication on; null for never. */
  readonly freeAfterDays: number | null;
}

export interface StandingGate {
  gate: Gate;
  /** When it changes next, by the clock alone; null for never. */
  gateChangesAt: Date | null;
}

/** The first instant of a free time belongs to it, the first one after it does not. */
export function gateAt(schedule: GateSchedule, now: Date): StandingGate {
  const gate = isFree(schedule, now.getTime()) ? 'public' : schedule.gate;
  const next = turnsOf(schedule).find(
    (turn) => turn > now.getTime() && isFree(schedule, turn) !== (gate === 'public'),
  );
  const isFixed = schedule.gate === 'public' || next === undefined;
  return { gate, gateChangesAt: isFixed ? null : new Date(next) };
}

/** The same with the plans that narrow it: an own gate's plans stand and fall with it. */
export function narrowedGateAt(
  article: GateSchedule & { planIds: string[] },
  now: Date,
): StandingGate & { planIds: string[] } {
  const standing = gateAt(article, now);
  return { ...standing, planIds: standing.gate === article.gate ? article.planIds : [] };
}

/** When the first of them changes; null where none ever does. */
export function nextChangeOf(articles: readonly { gateChangesAt: Date | null }[]): Date | null {
  const changes = articles.flatMap(({ gateChangesAt }) => gateChangesAt ?? []);
  return changes.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function isFree({ publishedAt, freeForHours, freeAfterDays }: GateSchedule, now: number): boolean {
  const age = now - publishedAt.getTime();
  const isFirst = freeForHours !== null && age >= 0 && age < freeForHours * hour;
  return isFirst || (freeAfterDays !== null && age >= freeAfterDays * day);
}

/** Where the gate may change, the earliest first. */
function turnsOf({ publishedAt, freeForHours, freeAfterDays }: GateSchedule): number[] {
  const first = publishedAt.getTime();
  const turns = [
    ...(freeForHours === null ? [] : [first, first + freeForHours * hour]),
    ...(freeAfterDays === null ? [] : [first + freeAfterDays * day]),
  ];
  return turns.toSorted((a, b) => a - b);
}
