/** What the memberships' room holds of somebody, as she is given it. */

export class DisclosedMembership {
  id: string;
  plan: string;
  /** `sold`, or `complimentary`: given by staff. */
  source: string;
  status: string;
  seats: number;
  startedAt: Date;
  trialEndsAt: Date | null;
  currentPeriodEnd: Date | null;
  cancelsAt: Date | null;
  pastDueSince: Date | null;
  nextPriceAt: Date | null;
  endedAt: Date | null;
  /** Where an open invoice of it can be paid. */
  payUrl: string | null;
}

export class DisclosedTrial {
  startedAt: Date;
  /** Found not to be the first, and ended. */
  isRepeat: boolean;
  /** Digests by which a second trial is recognised: of the address, and Stripe's of the card. */
  addressHash: string;
  laterAddressHashes: string[];
  cardFingerprint: string | null;
}

export class MembershipsDisclosed {
  memberships: DisclosedMembership[];
  trials: DisclosedTrial[];
}
