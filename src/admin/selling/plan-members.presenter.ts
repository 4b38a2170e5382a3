/** What staff see of those who hold a plan, before they change it. */
import { ApiProperty } from '@nestjs/swagger';
import type { PlanCensus } from '../../memberships/figures/member-census.service.js';

export class PlanStatesView {
  trialing: number;
  active: number;
  grace: number;
  suspended: number;
  paused: number;
  blocked: number;
}

export class HeldPriceView {
  priceId: string;
  /** In the currency's minor unit (cents). */
  amount: number;
  /** ISO 4217, lower case. */
  currency: string;
  @ApiProperty({ enum: ['month', 'year'] })
  interval: 'month' | 'year';
  /** False for a version that is only kept by those who bought it. */
  onSale: boolean;
  members: number;
  seats: number;
}

export class NextRenewalsView {
  /** Members whose membership goes on at the end of its period. */
  members: number;
  /** When the first of these periods ends. */
  first: Date | null;
  last: Date | null;
}

export class PlanMembersView {
  /** Who holds it now; whose membership has ended holds it no more. */
  total: number;
  states: PlanStatesView;
  /** Of all of them, who were given it: they hold no price. */
  complimentary: number;
  /** Every version that somebody holds, the newest first. */
  prices: HeldPriceView[];
  nextRenewals: NextRenewalsView;
  /** Whose end is scheduled. */
  leaving: number;
  /** Members of other plans who move to this one at the end of their period. */
  arriving: number;
}

export function presentPlanMembers(census: PlanCensus): PlanMembersView {
  const { total, states, complimentary, prices, nextRenewals, leaving, arriving } = census;
  const { trialing, active, grace, suspended, paused, blocked } = states;
  const { members, first, last } = nextRenewals;
  return {
    total,
    states: { trialing, active, grace, suspended, paused, blocked },
    complimentary,
    prices: prices.map(heldPrice),
    nextRenewals: { members, first, last },
    leaving,
    arriving,
  };
}

function heldPrice(held: PlanCensus['prices'][number]): HeldPriceView {
  const { priceId, amount, currency, interval, onSale, members, seats } = held;
  return { priceId, amount, currency, interval, onSale, members, seats };
}
