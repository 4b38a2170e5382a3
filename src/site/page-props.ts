/** What the pages are given: the contract's shapes as plain types, with dates as `Date`. */

import type { Money as MoneyAmount } from '../platform/money/money.js';

export type Gate = 'public' | 'registered' | 'metered' | 'members';
export type ArticleKind = 'story' | 'memo' | 'trend-report' | 'briefing';
export type Denial =
  | 'sign-in-required'
  | 'membership-required'
  | 'plan-required'
  | 'meter-exhausted'
  | 'payment-overdue';

export interface NamedLink {
  slug: string;
  name: string;
}

export interface HeroImage {
  url: string;
  alt: string;
  caption: string | null;
  credit: string | null;
}

export interface ArticleCardProps {
  slug: string;
  title: string;
  standfirst: string;
  kind: ArticleKind;
  gate: Gate;
  section: NamedLink | null;
  authors: NamedLink[];
  heroImage: HeroImage | null;
  publishedAt: Date;
  updatedAt: Date;
}

export interface MeterProps {
  limit: number;
  used: number;
  remaining: number;
  resetsAt: Date;
}

export type Interval = 'month' | 'year';

export interface PriceProps extends MoneyAmount {
  id: string;
  interval: Interval;
  monthlyEquivalent: MoneyAmount;
}

/** A plan as it is sold to this reader. */
export interface OfferProps {
  slug: string;
  name: string;
  description: string;
  benefits: string[];
  /** Days; 0 also when this reader has had her trial. */
  trialDays: number;
  prices: PriceProps[];
}

export type MembershipState =
  'none' | 'trialing' | 'active' | 'grace' | 'suspended' | 'paused' | 'blocked' | 'ended';

export interface MembershipProps {
  state: MembershipState;
  access: boolean;
  accessUntil: Date | null;
  plan: { name: string } | null;
  /** Of all seats. */
  price: (MoneyAmount & { id: string; interval: Interval }) | null;
  trialEndsAt: Date | null;
  currentPeriodEnd: Date | null;
  cancelsAt: Date | null;
  graceEndsAt: Date | null;
  /** Stripe's page where the open invoice is paid. */
  payUrl: string | null;
  /** What she moves to at the end of the period, having asked for less. */
  change: (PlanAndPrice & { at: Date }) | null;
}

export interface PlanAndPrice {
  plan: { name: string };
  price: MoneyAmount & { id: string; interval: Interval };
}

/** A price she may change to, and what would happen. */
export interface OtherPriceProps extends PlanAndPrice {
  change: { kind: 'now'; isCharged: boolean } | { kind: 'at-period-end'; at: Date };
}

export interface InvoiceProps {
  id: string;
  number: string | null;
  issuedAt: Date;
  total: MoneyAmount;
  /** What went back; null where nothing did. */
  refunded: MoneyAmount | null;
  /** Stripe's word; one that the pages have no word for is shown as it is. */
  status: string;
  /** Stripe's own page of the invoice. */
  url: string | null;
}

/** The reader as the masthead knows her. */
export interface SignedInReader {
  name: string | null;
  email: string;
  /** Where her membership stands. */
  state: MembershipState;
}

/** What stands around every page. For a stranger it holds nothing personal, so her pages may be cached. */
export interface PageFrame {
  /** The path of this page, where "sign in" brings her back to. */
  path: string;
  /** `/assets/site.css?v=<hash>` */
  stylesheet: string;
  sections: NamedLink[];
  reader: SignedInReader | null;
}

/** A form as it comes back after a refusal. Passwords are never among the values. */
export interface FormState<Field extends string> {
  values: Partial<Record<Field, string>>;
  /** One sentence for each field that is wrong. */
  errors: Partial<Record<Field, string>>;
  /** What is wrong with the whole, read out first. */
  problem: string | null;
}

export const untouchedForm: FormState<never> = { values: {}, errors: {}, problem: null };
