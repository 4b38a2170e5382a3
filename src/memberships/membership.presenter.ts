/** What leaves of a membership. */
import { ApiProperty } from '@nestjs/swagger';
import { PriceView, presentPrice } from '../plans/plan.presenter.js';
import type { Plan, Price } from '../plans/plan.js';
import type { Membership, MembershipState, Standing } from './membership.js';

export const membershipStates = [
  'none',
  'trialing',
  'active',
  'grace',
  'suspended',
  'paused',
  'blocked',
  'ended',
] as const satisfies readonly MembershipState[];

export class HeldPlan {
  id: string;
  slug: string;
  name: string;
}

export class PendingChange {
  plan: HeldPlan;
  price: PriceView;
  at: Date;
}

export class MembershipView {
  @ApiProperty({ enum: membershipStates })
  state: MembershipState;
  /** May she read what members read? */
  access: boolean;
  accessUntil: Date | null;
  plan: HeldPlan | null;
  /** The version of the price that she bought. */
  price: PriceView | null;
  trialEndsAt: Date | null;
  currentPeriodEnd: Date | null;
  /** When a scheduled cancellation takes effect. */
  cancelsAt: Date | null;
  graceEndsAt: Date | null;
  seats: number;
  /** Where a payment that failed can be made. */
  payUrl: string | null;
  /** What she moves to at the end of the period, having asked for less. */
  change: PendingChange | null;
}

export interface Holding {
  membership: Membership | null;
  standing: Standing;
  plan: Plan | null;
  price: Price | null;
  next: { plan: Plan; price: Price } | null;
}

export function presentMembership(holding: Holding): MembershipView {
  const { membership, standing, plan, price } = holding;
  const told = standing.state === 'none' ? null : membership;
  return {
    state: standing.state,
    access: standing.access,
    accessUntil: standing.accessUntil,
    plan: told === null || plan === null ? null : presentHeldPlan(plan),
    price: told === null || price === null ? null : presentPrice(price),
    trialEndsAt: told?.trialEndsAt ?? null,
    currentPeriodEnd: told?.currentPeriodEnd ?? null,
    cancelsAt: told?.cancelsAt ?? null,
    graceEndsAt: standing.graceEndsAt,
    seats: told?.seats ?? 0,
    payUrl: told?.payUrl ?? null,
    change: presentChange(holding),
  };
}

function presentChange({ membership, next }: Holding): PendingChange | null {
  if (next === null || membership?.nextPriceAt == null) return null;
  const { plan, price } = next;
  return { plan: presentHeldPlan(plan), price: presentPrice(price), at: membership.nextPriceAt };
}

const presentHeldPlan = ({ id, slug, name }: Plan): HeldPlan => ({ id, slug, name });
