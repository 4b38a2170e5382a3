/** What leaves when somebody has shown that the account is hers. */
import { freshProofSeconds } from './fresh-proof.rules.js';

export class FreshProofView {
  provenAt: string;
  /** Until when it opens what demands it. */
  freshUntil: string;
}

export function presentFreshProof(provenAt: Date): FreshProofView {
  const freshUntil = new Date(provenAt.getTime() + freshProofSeconds * 1000);
  return { provenAt: provenAt.toISOString(), freshUntil: freshUntil.toISOString() };
}
