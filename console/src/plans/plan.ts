/** A plan as the API tells staff of it, and who would be touched by a change of it. */
import type { Interval, Price } from './price.js';

/** What the form holds. */
export interface PlanFields {
  slug: string;
  name: string;
  description: string;
  benefits: string[];
  /** 0 sells without a trial. */
  trialDays: number;
  audience: 'person' | 'team';
}

export interface Plan extends PlanFields {
  id: string;
  /** Those on sale. */
  prices: Price[];
  archivedAt: string | null;
}

/** Members by their state; ended ones hold nothing. */
export interface HoldersByState {
  trialing: number;
  active: number;
  grace: number;
  suspended: number;
  paused: number;
  blocked: number;
}

export interface HeldPrice {
  priceId: string;
  amount: number;
  currency: string;
  interval: Interval;
  onSale: boolean;
  members: number;
  seats: number;
}

export interface Holders {
  total: number;
  states: HoldersByState;
  complimentary: number;
  prices: HeldPrice[];
  nextRenewals: { members: number; first: string | null; last: string | null };
  leaving: number;
  arriving: number;
}

export const newPlan: PlanFields = {
  slug: '',
  name: '',
  description: '',
  benefits: [],
  trialDays: 0,
  audience: 'person',
};

export const fieldsOf = (plan: Plan): PlanFields => {
  const { slug, name, description, benefits, trialDays, audience } = plan;
  return { slug, name, description, benefits, trialDays, audience };
};
