/** One member's whole file: account, memberships, and what the books hold; the rest of her life beside it. */
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { InvoiceView, presentInvoice } from '../../billing/invoices/invoice.presenter.js';
import type {
  GivenConsent,
  LedgerLine,
  ToldEvent,
} from '../../billing/ledger/member-books.repository.js';
import type {
  Membership,
  MembershipSource,
  MembershipStatus,
} from '../../memberships/membership.js';
import { MoneyView } from '../../platform/money/money.presenter.js';
import type { Dealings } from './life/member-dealings.service.js';
import { ReadingOfHersView, TracesView } from './life/member-life.presenter.js';
import { MemberView } from './members-admin.presenter.js';

const sources = ['sold', 'complimentary'] as const satisfies readonly MembershipSource[];
const statuses = [
  'incomplete',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'blocked',
  'ended',
] as const satisfies readonly MembershipStatus[];
const ledgerKinds = [
  'payment',
  'refund',
  'refund_failed',
  'dispute',
  'dispute_won',
] as const satisfies readonly LedgerLine['kind'][];

export class HeldMembershipView {
  id: string;
  planId: string;
  priceId: string | null;
  @ApiProperty({ enum: sources })
  source: MembershipSource;
  /** What the seller last said. */
  @ApiProperty({ enum: statuses })
  status: MembershipStatus;
  startedAt: Date;
  currentPeriodEnd: Date | null;
  cancelsAt: Date | null;
  endedAt: Date | null;
  /** Stripe's subscription behind it; none behind a complimentary one. */
  stripeSubscriptionId: string | null;
}

export class LedgerLineView {
  id: string;
  @ApiProperty({ enum: ledgerKinds })
  kind: LedgerLine['kind'];
  /** What went away is negative. */
  money: MoneyView;
  /** Made of Stripe's id of what happened. */
  stripeKey: string;
  invoiceId: string | null;
  occurredAt: Date;
}

export class ConsentView {
  id: string;
  termsVersion: string;
  termsUrl: string | null;
  /** What was shown beside the consent. */
  total: MoneyView;
  @ApiProperty({ enum: ['month', 'year'] })
  interval: 'month' | 'year';
  trialDays: number;
  givenAt: Date;
}

export class TrialView {
  membershipId: string;
  startedAt: Date;
  /** Not the first of this person: it was ended at once. */
  isRepeat: boolean;
}

export class LetterView {
  /** What it was about, like `receipt:` and the id of the payment. */
  key: string;
  sentAt: Date;
}

const eventStatuses = [
  'received',
  'processed',
  'ignored',
  'failed',
  'quarantined',
] as const satisfies readonly ToldEvent['status'][];

export class StripeEventView {
  /** Stripe's. */
  id: string;
  type: string;
  @ApiProperty({ enum: eventStatuses })
  status: ToldEvent['status'];
  receivedAt: Date;
  processedAt: Date | null;
}

export class MemberDealingsView extends MemberView {
  /** All that she holds or held, the newest first. */
  memberships: HeldMembershipView[];
  /** Null before her first purchase. */
  stripeCustomerId: string | null;
  /** Whether her one trial is used, from this account or another one with her address. */
  hasHadTrial: boolean;
  /** Those begun from this account, the newest first. */
  trials: TrialView[];
  /** The newest hundred. */
  invoices: InvoiceView[];
  /** The newest first. */
  ledger: LedgerLineView[];
  consents: ConsentView[];
  /** Letters about money that went out to her: the newest hundred. */
  letters: LetterView[];
  /** What Stripe told of her: the newest hundred. */
  events: StripeEventView[];
}

export class MemberFile extends IntersectionType(
  MemberDealingsView,
  ReadingOfHersView,
  TracesView,
) {}

export function presentDealings(
  member: MemberView,
  { held, hasHadTrial, trials, books }: Dealings,
): MemberDealingsView {
  const subscriptions = new Map(
    books.subscriptions.map((each) => [each.membershipId, each.stripeSubscriptionId]),
  );
  return {
    ...member,
    memberships: held
      .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
      .map((membership) => presentHeld(membership, subscriptions.get(membership.id) ?? null)),
    stripeCustomerId: books.customers[0] ?? null,
    hasHadTrial,
    trials: trials.map(({ membershipId, startedAt, isRepeat }) => {
      return { membershipId, startedAt, isRepeat };
    }),
    invoices: books.invoices.map(presentInvoice),
    ledger: books.ledger.map(presentLine),
    consents: books.consents.map(presentConsent),
    letters: books.letters.map(({ key, sentAt }) => ({ key, sentAt })),
    events: books.events.map(({ stripeEventId: id, type, status, receivedAt, processedAt }) => {
      return { id, type, status, receivedAt, processedAt };
    }),
  };
}

function presentHeld(
  membership: Membership,
  stripeSubscriptionId: string | null,
): HeldMembershipView {
  const { id, planId, priceId, source, status, startedAt } = membership;
  const { currentPeriodEnd, cancelsAt, endedAt } = membership;
  const bought = { id, planId, priceId, source, status };
  return { ...bought, startedAt, currentPeriodEnd, cancelsAt, endedAt, stripeSubscriptionId };
}

function presentLine(line: LedgerLine): LedgerLineView {
  const { id, kind, amount, currency, stripeKey, stripeInvoiceId, occurredAt } = line;
  return {
    id,
    kind,
    money: { amount, currency },
    stripeKey,
    invoiceId: stripeInvoiceId,
    occurredAt,
  };
}

function presentConsent(consent: GivenConsent): ConsentView {
  const { id, termsVersion, termsUrl, amount, currency, interval, trialDays, givenAt } = consent;
  const total = { amount, currency };
  return { id, termsVersion, termsUrl, total, interval, trialDays, givenAt };
}
