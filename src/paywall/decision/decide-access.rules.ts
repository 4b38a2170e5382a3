/**
 * May this reader read this article? The one place where that is decided. It also says what must be known
 * to decide, so that nothing is looked up in vain and nothing is decided on a guess.
 */
import type { Gate } from '../../articles/article.js';
import type { MembershipState } from '../../memberships/membership.js';

export const ways = [
  'public',
  'registration',
  'meter',
  'membership',
  'gift',
  'institution',
  'crawler',
  'editor',
] as const;
/** What lets a reader in. */
export type Via = (typeof ways)[number];

export const denials = [
  'sign-in-required',
  'membership-required',
  'plan-required',
  'meter-exhausted',
  'payment-overdue',
] as const;
/** Why the wall stands. */
export type Denial = (typeof denials)[number];

export interface Gated {
  /** As it stands at this instant. */
  readonly gate: Gate;
  /** Narrows `members` to these plans; empty means any. */
  readonly planIds: readonly string[];
}

/** Who asks, as far as her session says. */
export interface Asker {
  readonly isSignedIn: boolean;
  /** May read everything, whatever the gate. */
  readonly isStaff: boolean;
  /** False where nobody is reading yet, as for HEAD and prefetch: then only what costs nothing opens. */
  readonly maySpend: boolean;
}

/** Where a signed-in reader's membership stands. */
export interface MembershipStanding {
  readonly state: MembershipState;
  readonly access: boolean;
  readonly planId: string | null;
}

/** What was left of an allowance in this window when she came. */
export interface MeterStanding {
  readonly limit: number;
  readonly used: number;
  /** This article was opened in this window; opening it again is free. */
  readonly hasRead: boolean;
  /** A stranger who is not known yet, or whose network has spent its share: she has to sign in first. */
  readonly isHeldBack: boolean;
}

/** What a gift link is worth. */
export interface GiftStanding {
  readonly isLive: boolean;
  /** This opener has opened it before; opening it again is free. */
  readonly hasOpened: boolean;
}

/** What has been found out so far; a key that is missing has not been asked. */
export interface Known {
  readonly membership?: MembershipStanding;
  readonly institution?: boolean;
  readonly crawler?: boolean;
  readonly gift?: GiftStanding | null;
  /** Her meter has opened this article in this window, as a look shows that spends nothing. */
  readonly read?: boolean;
  readonly meter?: MeterStanding;
}

export type Question = keyof Known;

export type AccessDecision =
  | { readonly granted: true; readonly via: Via; readonly spends: 'meter' | 'gift' | null }
  | { readonly granted: false; readonly denial: Denial };

/** A decision, or the one thing that must be known next. */
export type Verdict = AccessDecision | { readonly asks: Question };

const grant = (via: Via, spends: 'meter' | 'gift' | null = null): AccessDecision => ({
  granted: true,
  via,
  spends,
});
const deny = (denial: Denial): AccessDecision => ({ granted: false, denial });

/** What is free for the reader goes before what she or somebody else has to spend: the gift, then the meter. */
export function decideAccess(article: Gated, asker: Asker, known: Known): Verdict {
  const { gate } = article;
  if (gate === 'public') return grant('public');
  if (asker.isStaff) return grant('editor');
  if (asker.isSignedIn) {
    if (gate === 'registered') return grant('registration');
    if (known.membership === undefined) return { asks: 'membership' };
    if (opensFor(article, known.membership)) return grant('membership');
  }
  if (known.institution === undefined) return { asks: 'institution' };
  if (known.institution) return grant('institution');
  if (known.crawler === undefined) return { asks: 'crawler' };
  if (known.crawler) return grant('crawler');
  if (known.gift === undefined) return { asks: 'gift' };
  if (known.gift?.hasOpened === true) return grant('gift');
  if (known.gift?.isLive === true && asker.maySpend) {
    if (gate === 'metered' && known.read === undefined) return { asks: 'read' };
    return gate === 'metered' && known.read === true ? grant('meter') : grant('gift', 'gift');
  }
  if (gate === 'metered') return metered(asker, known);
  return deny(known.membership === undefined ? 'sign-in-required' : lackOf(known.membership));
}

/** Whether this membership opens the article. */
export function opensFor({ planIds }: Gated, { access, planId }: MembershipStanding): boolean {
  return access && (planIds.length === 0 || (planId !== null && planIds.includes(planId)));
}

function lackOf({ access, state }: MembershipStanding): Denial {
  if (access) return 'plan-required';
  return state === 'suspended' ? 'payment-overdue' : 'membership-required';
}

function metered({ isSignedIn, maySpend }: Asker, { meter }: Known): Verdict {
  if (meter === undefined) return { asks: 'meter' };
  if (meter.hasRead) return grant('meter');
  if (!isSignedIn && (meter.isHeldBack || meter.limit === 0)) return deny('sign-in-required');
  if (meter.used >= meter.limit || !maySpend) return deny('meter-exhausted');
  return grant('meter', 'meter');
}
