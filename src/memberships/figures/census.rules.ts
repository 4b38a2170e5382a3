/** Counts members who were counted in groups: everybody by where she stands, and the holders of one plan. */
import type { BillingInterval } from '../../plans/plan.js';
import type { MembershipState } from '../membership.js';

/** Where somebody stands who holds a membership or has held one. */
export type HolderState = Exclude<MembershipState, 'none'>;

/** Members who stand alike. */
export interface StateGroup {
  readonly state: HolderState;
  /** What they hold was given to them. */
  readonly isGiven: boolean;
  readonly members: number;
}

/** One version of a price, which is kept by whoever holds it. */
export interface HeldPrice {
  readonly priceId: string;
  /** In the currency's minor unit (cents). */
  readonly amount: number;
  readonly currency: string;
  readonly interval: BillingInterval;
  readonly onSale: boolean;
}

/** Members of one plan who stand alike and hold the same price; null for what was given. */
export interface HolderGroup extends StateGroup {
  readonly price: HeldPrice | null;
  readonly seats: number;
  /** Those whose end is scheduled. */
  readonly leaving: number;
  /** Those whose membership goes on at the end of its period, and between which instants that is. */
  readonly renewing: number;
  readonly firstRenewal: Date | null;
  readonly lastRenewal: Date | null;
}

export type MembersByState = Record<HolderState, number>;

export interface Census extends MembersByState {
  /** How many of those who read were given what they hold. */
  readonly complimentary: number;
}

export interface PlanHolders {
  readonly total: number;
  readonly states: Omit<MembersByState, 'ended'>;
  readonly complimentary: number;
  /** Every version that somebody holds, the newest first. */
  readonly prices: readonly (HeldPrice & { members: number; seats: number })[];
  readonly nextRenewals: { members: number; first: Date | null; last: Date | null };
  readonly leaving: number;
}

const reading: readonly HolderState[] = ['trialing', 'active', 'grace'];

export function censusOf(groups: readonly StateGroup[]): Census {
  const given = groups.filter(({ state, isGiven }) => isGiven && reading.includes(state));
  return { ...byState(groups), complimentary: sumOf(given, 'members') };
}

/** @param groups of members who hold the plan now, none of whose memberships has ended */
export function planHoldersOf(groups: readonly HolderGroup[]): PlanHolders {
  const prices = new Map(groups.flatMap(({ price }) => (price ? [[price.priceId, price]] : [])));
  const { ended: _, ...states } = byState(groups);
  return {
    total: sumOf(groups, 'members'),
    states,
    complimentary: sumOf(
      groups.filter(({ isGiven }) => isGiven),
      'members',
    ),
    prices: [...prices.values()].toSorted(newestFirst).map((price) => {
      const holders = groups.filter((group) => group.price?.priceId === price.priceId);
      return { ...price, members: sumOf(holders, 'members'), seats: sumOf(holders, 'seats') };
    }),
    nextRenewals: {
      members: sumOf(groups, 'renewing'),
      first: instantAt(groups, 'firstRenewal', 0),
      last: instantAt(groups, 'lastRenewal', -1),
    },
    leaving: sumOf(groups, 'leaving'),
  };
}

/** Ids are made in the order of time. */
const newestFirst = (a: HeldPrice, b: HeldPrice): number => (a.priceId < b.priceId ? 1 : -1);

function byState(groups: readonly StateGroup[]): MembersByState {
  const of = (state: HolderState): number =>
    sumOf(
      groups.filter((group) => group.state === state),
      'members',
    );
  return {
    trialing: of('trialing'),
    active: of('active'),
    grace: of('grace'),
    suspended: of('suspended'),
    paused: of('paused'),
    blocked: of('blocked'),
    ended: of('ended'),
  };
}

function sumOf<Key extends string>(groups: readonly Record<Key, number>[], what: Key): number {
  return groups.reduce((sum, group) => sum + group[what], 0);
}

/** @param place in the order of time */
function instantAt(
  groups: readonly HolderGroup[],
  which: 'firstRenewal' | 'lastRenewal',
  place: 0 | -1,
): Date | null {
  const instants = groups.flatMap((group) => group[which] ?? []);
  return instants.toSorted((a, b) => a.getTime() - b.getTime()).at(place) ?? null;
}
