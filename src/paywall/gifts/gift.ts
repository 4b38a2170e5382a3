/** A gift as its giver sees it. */
export interface Gift {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** How many may open it. */
  readonly openings: number;
  /** How many have. */
  readonly opened: number;
  readonly revokedAt: Date | null;
}
