/** Members as the API tells staff of them. */
import type { Role } from '../auth/permissions.js';
import type { Price } from '../plans/price.js';
import type { Money } from '../words/numbers.js';

export const states = [
  'none',
  'trialing',
  'active',
  'grace',
  'suspended',
  'paused',
  'blocked',
  'ended',
] as const;

export type MembershipState = (typeof states)[number];

export interface HeldPlan {
  id: string;
  slug: string;
  name: string;
}

export interface Membership {
  state: MembershipState;
  access: boolean;
  accessUntil: string | null;
  plan: HeldPlan | null;
  price: Price | null;
  trialEndsAt: string | null;
  currentPeriodEnd: string | null;
  cancelsAt: string | null;
  graceEndsAt: string | null;
  seats: number;
  payUrl: string | null;
  change: { plan: HeldPlan; price: Price; at: string } | null;
}

interface MemberCard {
  id: string;
  email: string;
  name: string | null;
  roles: Role[];
  createdAt: string;
  bannedAt: string | null;
  banReason: string | null;
  deletedAt: string | null;
  labels: string[];
}

/** One of the list. */
export interface FoundMember extends MemberCard {
  membership: Pick<Membership, 'state' | 'plan'>;
}

export interface HeldMembership {
  id: string;
  source: 'sold' | 'complimentary';
  status: string;
  startedAt: string;
  cancelsAt: string | null;
  endedAt: string | null;
  stripeSubscriptionId: string | null;
}

export interface Invoice {
  /** Stripe's. */
  id: string;
  number: string | null;
  status: string;
  total: Money;
  amountPaid: Money;
  amountRefunded: Money;
  createdAt: string;
  paidAt: string | null;
  hostedUrl: string | null;
}

export interface Allowance {
  limit: number;
  used: number;
  remaining: number;
  resetsAt: string;
}

export interface Device {
  id: string;
  kind: 'token' | 'cookie';
  /** Like `Firefox on Windows`. */
  device: string;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

export interface Note {
  id: string;
  text: string;
  writerId: string;
  createdAt: string;
}

/** Everything that is known of one; lists hold the newest hundred. */
export interface MemberFile extends MemberCard {
  membership: Membership;
  memberships: HeldMembership[];
  stripeCustomerId: string | null;
  hasHadTrial: boolean;
  invoices: Invoice[];
  /** Null for an account that is deleted. */
  meter: Allowance | null;
  reads: { slug: string; title: string; readAt: string }[];
  gifts: { id: string; slug: string; title: string; openings: number; opened: number }[];
  secondFactor: { authenticator: boolean; passkeys: number };
  sessions: Device[];
  notes: Note[];
}

/** How she is called in sentences. */
export const calledName = ({ name, email }: Pick<MemberCard, 'name' | 'email'>): string =>
  name ?? email;

/** What runs now, of those that she holds or held. */
const runningOf = ({ memberships }: Pick<MemberFile, 'memberships'>) =>
  memberships.find(({ endedAt, status }) => endedAt === null && status !== 'incomplete') ?? null;

/** Whether what she reads by costs her nothing. */
export const isGiven = (member: Pick<MemberFile, 'membership' | 'memberships'>): boolean =>
  isRunning(member.membership.state) && runningOf(member)?.source === 'complimentary';

export const isRunning = (state: MembershipState): boolean => state !== 'none' && state !== 'ended';
