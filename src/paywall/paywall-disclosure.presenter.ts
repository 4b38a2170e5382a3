/** What the paywall holds of somebody, as she is given it. Articles are called by their slugs. */

export class DisclosedRead {
  article: string;
  readAt: Date;
}

export class DisclosedGift {
  article: string;
  /** How often it may be opened, and how often it was. By whom is not told. */
  openings: number;
  opened: number;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

export class DisclosedOpening {
  article: string;
  openedAt: Date;
}

export class PaywallDisclosed {
  /** Units of the meter that she has spent. */
  meterReads: DisclosedRead[];
  /** When the meter last saw her; null where it never has. */
  meterSeenAt: Date | null;
  giftsGiven: DisclosedGift[];
  giftsOpened: DisclosedOpening[];
}
