/** The order of a member's timeline: the newest first, and of what happened at one instant always the same first. */

export interface Moment {
  readonly at: Date;
  /** Its own among all of hers, and the same whenever she is looked at. */
  readonly key: string;
}

export function newestFirst(a: Moment, b: Moment): number {
  const later = b.at.getTime() - a.at.getTime();
  if (later !== 0 || a.key === b.key) return later;
  return a.key < b.key ? 1 : -1;
}

/**
 * The newest of all, where each source has told its own newest: whatever a source kept back is older than all that
 * it told, so that nothing is missing as long as each was asked for as many as are wanted.
 */
export function newestOf<Item extends Moment>(told: readonly Item[], wanted: number): Item[] {
  return told.toSorted(newestFirst).slice(0, wanted);
}
