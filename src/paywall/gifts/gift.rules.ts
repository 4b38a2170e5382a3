/** What a gift is worth at one instant. */

/** Why a gift link opens nothing. What has to do with the giver is all called the same, so that it tells nothing of her. */
export type GiftRefusal = 'expired' | 'used-up' | 'withdrawn' | 'unknown';

export interface GiftFacts {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** How many may open it. */
  readonly openings: number;
  /** How many have. */
  readonly opened: number;
  /** This opener is one of them. */
  readonly hasOpened: boolean;
  /** Whether the giver may read the article herself, as a member, at this instant. */
  readonly giverReads: boolean;
}

/** @returns null for a gift that opens its article */
export function refusalOf(gift: GiftFacts, now: Date): GiftRefusal | null {
  if (now >= gift.expiresAt) return 'expired';
  if (gift.revokedAt !== null || !gift.giverReads) return 'withdrawn';
  return gift.hasOpened || gift.opened < gift.openings ? null : 'used-up';
}

const day = 24 * 60 * 60 * 1000;

/** The first instant at which a gift opens nothing any more. */
export const expiryOf = (givenAt: Date, days: number): Date =>
  new Date(givenAt.getTime() + days * day);
