/** A membership in plain types: what is written down, and what follows from it at a given instant. */

/** What the seller last said. */
export type MembershipStatus =
  'incomplete' | 'trialing' | 'active' | 'past_due' | 'unpaid' | 'paused' | 'blocked' | 'ended';

/** Sold by whoever bills for it, or given by an admin until a date. */
export type MembershipSource = 'sold' | 'complimentary';

/** What a reader is told. */
export type MembershipState =
  'none' | 'trialing' | 'active' | 'grace' | 'suspended' | 'paused' | 'blocked' | 'ended';

export interface Membership {
  readonly id: string;
  readonly userId: string;
  readonly planId: string;
  readonly priceId: string | null;
  readonly source: MembershipSource;
  readonly status: MembershipStatus;
  readonly seats: number;
  readonly trialEndsAt: Date | null;
  readonly currentPeriodEnd: Date | null;
  /** When a scheduled cancellation takes effect. */
  readonly cancelsAt: Date | null;
  /** When the open invoice's first payment attempt failed. */
  readonly pastDueSince: Date | null;
  /** Where the open invoice can be paid, while a payment has failed. */
  readonly payUrl: string | null;
  /** The price she moves to, having asked for less, and when. */
  readonly nextPriceId: string | null;
  readonly nextPriceAt: Date | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** What a seller tells of a membership; its id is ours. */
export type MembershipDraft = Omit<Membership, 'id'>;

/** Where somebody stands at one instant. */
export interface Standing {
  readonly state: MembershipState;
  /** May she read what members read? */
  readonly access: boolean;
  /** The last instant of access that is known now; null without access. */
  readonly accessUntil: Date | null;
  /** When grace for a failed payment is over, while it lasts. */
  readonly graceEndsAt: Date | null;
  readonly planId: string | null;
}
