/** A preview: a link of staff to an article as it will be, for whoever holds it. */

export interface Preview {
  readonly id: string;
  readonly articleId: string;
  /** Who made it; it lives no longer than her right to make it. */
  readonly createdById: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}
