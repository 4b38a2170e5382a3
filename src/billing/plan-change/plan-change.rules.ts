/** What a change from one price to another means: when it comes and whether it is charged, or why it cannot be. */
import type { MembershipState } from '../../memberships/membership.js';
import type { Audience, Plan, Price } from '../../plans/plan.js';
import { pricesOnSale } from '../../plans/plan.rules.js';

/** What she has. */
export interface Held {
  readonly state: MembershipState;
  /** null for a complimentary one, which has no price to change from. */
  readonly price: Price | null;
  readonly audience: Audience;
  readonly currentPeriodEnd: Date | null;
  /** When a scheduled cancellation takes effect. */
  readonly cancelsAt: Date | null;
  /** The price she moves to at the end of the period, having asked for less. */
  readonly nextPriceId: string | null;
}

/** What she asks for. */
export interface Wanted {
  readonly price: Price;
  readonly onSale: boolean;
  readonly audience: Audience;
}

export type PlanChange =
  /** The change that was to come is taken back. */
  | { readonly kind: 'kept' }
  | {
      readonly kind: 'now';
      /** The difference is charged at once. */
      readonly isCharged: boolean;
      /** The new price's period begins at once; what is left of the old one is credited. */
      readonly beginsPeriod: boolean;
    }
  | { readonly kind: 'at-period-end'; readonly at: Date };

export type PlanChangeDenial =
  | 'no-membership'
  | 'complimentary'
  | 'same-price'
  | 'payment-overdue'
  | 'on-hold'
  | 'cancellation-scheduled'
  | 'not-on-sale'
  | 'other-audience'
  | 'currency-bound';

export type PlanChangeDecision =
  | { readonly granted: true; readonly change: PlanChange }
  | { readonly granted: false; readonly denial: PlanChangeDenial };

const deny = (denial: PlanChangeDenial): PlanChangeDecision => ({ granted: false, denial });
const grant = (change: PlanChange): PlanChangeDecision => ({ granted: true, change });

export function decidePlanChange(held: Held, wanted: Wanted): PlanChangeDecision {
  const { state, price } = held;
  if (state === 'none' || state === 'ended') return deny('no-membership');
  if (price === null) return deny('complimentary');
  if (wanted.price.id === price.id) {
    return held.nextPriceId === null ? deny('same-price') : grant({ kind: 'kept' });
  }
  if (state === 'grace' || state === 'suspended') return deny('payment-overdue');
  if (state === 'paused' || state === 'blocked') return deny('on-hold');
  if (held.cancelsAt !== null) return deny('cancellation-scheduled');
  if (!wanted.onSale) return deny('not-on-sale');
  if (wanted.audience !== held.audience) return deny('other-audience');
  if (wanted.price.currency !== price.currency) return deny('currency-bound');
  return grant(changeBetween(held, price, wanted.price));
}

function changeBetween(held: Held, from: Price, to: Price): PlanChange {
  // In a trial nothing has been paid yet: no difference, and nothing to wait for.
  if (held.state === 'trialing') return { kind: 'now', isCharged: false, beginsPeriod: false };
  const step = stepBetween(from, to);
  if (step < 0 && held.currentPeriodEnd !== null) {
    return { kind: 'at-period-end', at: held.currentPeriodEnd };
  }
  return { kind: 'now', isCharged: step > 0, beginsPeriod: from.interval !== to.interval };
}

/** Positive for more, negative for less: a year is more than a month, whatever either costs. */
function stepBetween(from: Price, to: Price): number {
  if (from.interval !== to.interval) return to.interval === 'year' ? 1 : -1;
  return to.amount - from.amount;
}

/** A price she may change to, and what would happen. */
export interface OtherPrice {
  readonly plan: Plan;
  readonly price: Price;
  readonly change: PlanChange;
}

/** What is worth showing her beside what she has: everything she may change to, but not the same for more. */
export function otherPrices(held: Held, plans: readonly Plan[]): OtherPrice[] {
  return plans.flatMap((plan) =>
    pricesOnSale(plan)
      .filter((price) => !isSameThing(held.price, price))
      .flatMap((price) => {
        const decision = decidePlanChange(held, { price, onSale: true, audience: plan.audience });
        return decision.granted ? [{ plan, price, change: decision.change }] : [];
      }),
  );
}

function isSameThing(held: Price | null, price: Price): boolean {
  if (held === null) return false;
  if (held.id === price.id) return true;
  const isAlike = held.planId === price.planId && held.interval === price.interval;
  return isAlike && price.amount >= held.amount;
}
