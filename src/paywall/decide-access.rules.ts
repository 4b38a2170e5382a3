/** May this reader read this article? The one place where that is decided. */
import type { Gate } from '../articles/article.js';
import type { MembershipState } from '../memberships/membership.js';

export type Via = 'public' | 'registration' | 'meter' | 'membership' | 'editor';

export type Denial =
  | 'sign-in-required'
  | 'membership-required'
  | 'plan-required'
  | 'meter-exhausted'
  | 'payment-overdue';

export interface Gated {
  readonly gate: Gate;
  /** Narrows `members` to these plans; empty means any. */
  readonly planIds: readonly string[];
}

/** Who asks. Null is a stranger. */
export interface ReaderStanding {
  readonly isStaff: boolean;
  readonly state: MembershipState;
  readonly access: boolean;
  readonly planId: string | null;
}

/** What is left of the reader's allowance in this window. */
export interface MeterStanding {
  readonly limit: number;
  readonly used: number;
  /** She has opened this article in this window; opening it again is free. */
  readonly hasRead: boolean;
}

export type AccessDecision =
  | { readonly granted: true; readonly via: Via; readonly spends: boolean }
  | { readonly granted: false; readonly denial: Denial };

const grant = (via: Via): AccessDecision => ({ granted: true, via, spends: false });
const deny = (denial: Denial): AccessDecision => ({ granted: false, denial });

/** Is the meter's state needed to decide? Only a registered reader without a pass of another kind is metered. */
export function asksMeter(article: Gated, reader: ReaderStanding | null): boolean {
  return article.gate === 'metered' && reader !== null && !reader.isStaff && !reader.access;
}

/** @param meter null where it was not asked; then it grants nothing */
export function decideAccess(
  article: Gated,
  reader: ReaderStanding | null,
  meter: MeterStanding | null,
): AccessDecision {
  if (article.gate === 'public') return grant('public');
  if (reader === null) return deny('sign-in-required');
  if (reader.isStaff) return grant('editor');
  switch (article.gate) {
    case 'registered':
      return grant('registration');
    case 'metered':
      return reader.access ? grant('membership') : metered(meter);
    case 'members':
      return forMembers(article, reader);
  }
}

function metered(meter: MeterStanding | null): AccessDecision {
  if (meter?.hasRead === true) return { granted: true, via: 'meter', spends: false };
  if (meter === null || meter.used >= meter.limit) return deny('meter-exhausted');
  return { granted: true, via: 'meter', spends: true };
}

function forMembers({ planIds }: Gated, reader: ReaderStanding): AccessDecision {
  if (!reader.access) {
    return deny(reader.state === 'suspended' ? 'payment-overdue' : 'membership-required');
  }
  const planFits =
    planIds.length === 0 || (reader.planId !== null && planIds.includes(reader.planId));
  return planFits ? grant('membership') : deny('plan-required');
}
