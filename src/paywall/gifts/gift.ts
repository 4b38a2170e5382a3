/** A gift as its giver sees it. */
export interface Gift {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** How many may open it. */
  readonly openings: number;
  /** How many have; 0 again once that is forgotten, 400 days after it ended. */
  readonly opened: number;
  readonly revokedAt: Date | null;
}
