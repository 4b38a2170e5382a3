/** Decides when the page after a payment looks again by itself, while Stripe has not said what became of it. */

/** Seconds before each look; after the last one nobody is kept waiting. */
const pauses = [3, 4, 6, 10, 15, 20];

/**
 * @param looks how often it has looked again; unproven
 * @returns seconds until the next look, and its number; null where it is enough
 */
export function nextLook(looks: unknown): { seconds: number; number: number } | null {
  const done = typeof looks === 'string' && /^\d$/.test(looks) ? Number(looks) : 0;
  const seconds = pauses[done];
  return seconds === undefined ? null : { seconds, number: done + 1 };
}
