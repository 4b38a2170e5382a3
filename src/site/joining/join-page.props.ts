/** What the join page is given, and hands on to its parts. */
import type { PageFrame } from '../page-frame.js';
import type { OfferProps } from '../page-props.js';

export interface JoinPageProps {
  frame: PageFrame;
  offers: OfferProps[];
  /** What is sold to teams, which takes a word with us. */
  teamOffers: OfferProps[];
  /** What this reader can do here: buy, make an account first, or nothing since she has it. */
  standing: 'may-join' | 'account-first' | 'already-member';
  /** The product's time, from which the dates of the charges are told. */
  now: Date;
  /** What she has to agree to; null where there are no terms. */
  terms: { version: string; url: string } | null;
  /** Whether Stripe reckons tax by her address. */
  addsTax: boolean;
  chosen: Chosen;
  returnTo: string | null;
  problem: string | null;
}

/** What she has chosen before she came, or with her last attempt. */
export interface Chosen {
  priceId: string | null;
  /** The promotion code as she typed it. */
  code: string;
  codeProblem: string | null;
}
