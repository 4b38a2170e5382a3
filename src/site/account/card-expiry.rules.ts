/** Decides until when a card is good. */

interface Expiry {
  /** 1 to 12 */
  readonly expMonth: number;
  readonly expYear: number;
}

/** The first instant after its last month; a bank's own hour may be another. */
export const cardEnd = ({ expMonth, expYear }: Expiry): Date =>
  new Date(Date.UTC(expYear, expMonth));

export const outlasts = (card: Expiry, instant: Date): boolean => instant < cardEnd(card);
