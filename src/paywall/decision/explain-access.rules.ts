/** Says in plain English why somebody reads an article or does not. */
import type { ArticleStatus, Gate } from '../../articles/article.js';
import type { AccessDecision, Denial, MeterStanding, Via } from './decide-access.rules.js';

/** A decision, and what it came from. */
export interface DecidedAccess {
  /** Who opens the article, as a sentence begins: "A stranger". */
  readonly who: string;
  readonly decision: AccessDecision;
  /** As she came. */
  readonly meter: MeterStanding | null;
  readonly article: {
    readonly status: ArticleStatus;
    readonly ownGate: Gate;
    readonly isNarrowed: boolean;
    /** The gate that stands, and when that changes. */
    readonly gate: Gate;
    readonly gateChangesAt: Date | null;
    /** Metered, in a section where the meter does not count. */
    readonly isExempt: boolean;
  };
}

/** One to three sentences. */
export function explainAccess(access: DecidedAccess): string {
  const { who, decision } = access;
  const outcome = decision.granted
    ? `${who} reads the whole text: ${whyGranted(decision.via, access)}.`
    : `${who} sees the public part: ${whyDenied(decision.denial, access)}.`;
  return [gateInWords(access), outcome, statusInWords(access)].filter(Boolean).join(' ');
}

function gateInWords({ article }: DecidedAccess): string {
  const { ownGate, gate, gateChangesAt, isNarrowed } = article;
  const own = `The gate is "${ownGate}"${isNarrowed ? ', for members of certain plans' : ''}`;
  const change = gateChangesAt?.toISOString();
  if (gate !== ownGate) {
    return `${own}; it is free for everybody ${change === undefined ? 'for good' : `until ${change}`}.`;
  }
  return change === undefined ? `${own}.` : `${own}; from ${change} on it is free for everybody.`;
}

function statusInWords({ article: { status } }: DecidedAccess): string {
  return status === 'published'
    ? ''
    : 'It is not published now: this is how it would be read if it were.';
}

function whyGranted(via: Via, { article, meter }: DecidedAccess): string {
  switch (via) {
    case 'public':
      return article.isExempt
        ? 'in its section the meter does not count'
        : 'it is open to everybody';
    case 'registration':
      return 'an account is all that it asks for';
    case 'membership':
      return article.isNarrowed
        ? 'her plan is among those that open it'
        : 'a membership of any plan opens it';
    case 'meter':
      return meter?.hasRead === true
        ? 'she has opened it in this window already, and opening it again is free'
        : `it is number ${(meter?.used ?? 0) + 1} of the ${meter?.limit ?? 0} metered articles of her window`;
    case 'gift':
      return 'the gift link in her hand opens it';
    case 'institution':
      return 'her institution opens it';
    case 'crawler':
      return 'a verified search engine is given the whole text';
    case 'editor':
      return 'editors read everything, and an author what she has begun';
  }
}

function whyDenied(denial: Denial, { article, meter }: DecidedAccess): string {
  switch (denial) {
    case 'sign-in-required':
      return whySignIn(article.ownGate);
    case 'membership-required':
      return 'only members read on, and she holds no membership that reads now';
    case 'plan-required':
      return 'her membership is of a plan that does not open it';
    case 'meter-exhausted':
      return `the ${meter?.limit ?? 0} metered articles of her window are used up`;
    case 'payment-overdue':
      return 'her payment is overdue and grace is over; paying it opens the article at once';
  }
}

function whySignIn(gate: Gate): string {
  switch (gate) {
    case 'metered':
      return 'strangers are given no metered articles, so she signs in first';
    case 'registered':
      return 'it asks for an account, and she is not signed in';
    case 'members':
    case 'public':
      return 'only members read on, and she is not signed in';
  }
}
