/** Which spans of Stripe's list of events a replay reads, the oldest first. */

/** Both instants belong to it. */
export interface Span {
  from: Date;
  to: Date;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Stripe's clock is not ours, and an event may appear in the list a little after its time. */
const overlap = 10 * minute;

/** Stripe keeps events for thirty days. */
const kept = 30 * day;

/**
 * A day at a time, so that a replay that is interrupted has not read in vain.
 * @param through until when the list has been read; null before the first replay
 */
export function spansToRead(through: Date | null, now: Date): Span[] {
  const end = now.getTime();
  const oldest = end - kept;
  const spans: Span[] = [];
  for (
    let from = through === null ? oldest : Math.max(oldest, through.getTime() - overlap);
    from < end;
    from += day
  ) {
    spans.push({ from: new Date(from), to: new Date(Math.min(from + day, end)) });
  }
  return spans;
}
