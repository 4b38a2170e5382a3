/** Which gate a new article gets where its draft names none. */
import type { ArticleKind } from '../article.js';
import { type ArticleGate, closedGate } from '../article-gate.rules.js';

/** A gate for the articles of a section, of a kind, of both together, or of the whole site. */
export interface GateDefault extends ArticleGate {
  /** null for any */
  sectionId: string | null;
  /** null for any */
  kind: ArticleKind | null;
}

/** Where an article stands in the paper. */
export type Place = Pick<GateDefault, 'sectionId' | 'kind'>;

/**
 * The most specific one: of section and kind, of the section, of the kind, of the site. An article
 * without a section has none of a section's.
 */
export function defaultGateFor(
  defaults: readonly GateDefault[],
  { sectionId, kind }: Place,
): ArticleGate {
  const wanted = [
    { sectionId, kind },
    { sectionId, kind: null },
    { sectionId: null, kind },
    { sectionId: null, kind: null },
  ];
  const places = wanted.map((place) => defaults.find((each) => isSamePlace(each, place)));
  const { gate, planIds, freeForHours, freeAfterDays } =
    places.find((found) => found !== undefined) ?? closedGate;
  return { gate, planIds, freeForHours, freeAfterDays };
}

/** The numbers of those that stand at the place of an earlier one. */
export function repeatedPlaces(places: readonly Place[]): number[] {
  return places.flatMap((place, at) =>
    places.slice(0, at).some((earlier) => isSamePlace(earlier, place)) ? [at] : [],
  );
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.sectionId === b.sectionId && a.kind === b.kind;
}
