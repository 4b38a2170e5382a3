/** Decides whether there is something to cancel on the pages, or a cancellation to take back, and until when she reads. */
import type { MembershipState } from '../../memberships/membership.js';

interface Held {
  readonly state: MembershipState;
  /** null for a gift of the house, which ends by itself. */
  readonly price: object | null;
  readonly trialEndsAt: Date | null;
  readonly currentPeriodEnd: Date | null;
  readonly cancelsAt: Date | null;
}

const isRunning = ({ state, price }: Held): boolean =>
  price !== null && (state === 'trialing' || state === 'active');

export const mayCancel = (held: Held): boolean => isRunning(held) && held.cancelsAt === null;

export const isCancelled = (held: Held): boolean => isRunning(held) && held.cancelsAt !== null;

/** The end of the trial, or of what she has paid for; null where nobody knows yet. */
export const readsUntil = ({ state, trialEndsAt, currentPeriodEnd }: Held): Date | null =>
  state === 'trialing' ? (trialEndsAt ?? currentPeriodEnd) : currentPeriodEnd;
