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
  tags: NamedLink[];
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
  /** Of a rolling window; null for the calendar month. */
  windowDays: number | null;
  /** A registered reader's, for a stranger to whom it would be more. */
  limitWithAccount: number | null;
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

/** A card as its owner knows it again. */
export interface CardProps {
  /** Stripe's word, like `visa`. */
  brand: string;
  last4: string;
  /** 1 to 12 */
  expMonth: number;
  expYear: number;
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

/** What there is to say about how somebody reads an article, or why her gift link opens nothing. */
export interface ReadingNotesProps {
  /** The institution that she reads through. */
  institution: string | null;
  /** A member gave it to her. */
  isGift: boolean;
  giftRefusal: 'expired' | 'used-up' | 'withdrawn' | 'unknown' | null;
  /** She reads it as a member, so that she may give it. */
  mayGive: boolean;
}

/** A gift as its giver sees it. */
export interface GiftProps {
  id: string;
  slug: string;
  title: string;
  url: string;
  expiresAt: Date;
  openings: number;
  opened: number;
  state: 'live' | 'used-up' | 'over' | 'revoked';
}

/** What is said of an article that is offered below another one. */
export type NextArticleProps = Pick<ArticleCardProps, 'slug' | 'title' | 'standfirst'>;

/** A page of articles, and where the pages beside it are. */
export interface LeafProps {
  cards: ArticleCardProps[];
  /** The one address of this page. */
  path: string;
  /** Null on the last page. */
  older: string | null;
  /** Null on the first page. */
  newer: string | null;
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
