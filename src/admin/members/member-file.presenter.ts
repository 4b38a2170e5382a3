/** Everything that staff see of one member: account, memberships, and what the books hold. */
import { ApiProperty } from '@nestjs/swagger';
import { InvoiceView, presentInvoice } from '../../billing/invoices/invoice.presenter.js';
import type { GivenConsent, LedgerLine } from '../../billing/ledger/member-books.repository.js';
import type { MemberBooks } from '../../billing/ledger/member-books-desk.service.js';
import type {
  Membership,
  MembershipSource,
  MembershipStatus,
} from '../../memberships/membership.js';
import { MoneyView } from '../../platform/money/money.presenter.js';
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

export class MemberFile extends MemberView {
  /** All that she holds or held, the newest first. */
  memberships: HeldMembershipView[];
  /** Null before her first purchase. */
  stripeCustomerId: string | null;
  /** Whether her one trial is used. */
  hasHadTrial: boolean;
  /** The newest hundred. */
  invoices: InvoiceView[];
  /** The newest first. */
  ledger: LedgerLineView[];
  consents: ConsentView[];
}

export interface MemberFacts {
  held: readonly Membership[];
  hasHadTrial: boolean;
  books: MemberBooks;
}

export function presentMemberFile(
  member: MemberView,
  { held, hasHadTrial, books }: MemberFacts,
): MemberFile {
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
    invoices: books.invoices.map(presentInvoice),
    ledger: books.ledger.map(presentLine),
    consents: books.consents.map(presentConsent),
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
