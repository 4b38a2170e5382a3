/** How long it counts that somebody has shown, in her session, that the account is hers. */

export const freshProofSeconds = 10 * 60;

/** A sign-in is such a proof, too. */
export function isFresh(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < freshProofSeconds * 1000;
}
