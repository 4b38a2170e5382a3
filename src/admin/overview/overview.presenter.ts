/** What staff see at one glance. */
import { ApiProperty } from '@nestjs/swagger';
import type { BooksState } from '../../billing/figures/books-health.service.js';
import type { DayOfFlow, Flow } from '../../billing/figures/flow.rules.js';
import type { SellingFigures } from '../../billing/figures/selling-report.service.js';
import type { Census } from '../../memberships/figures/census.rules.js';
import type { ArticleFigures } from '../../paywall/figures/article-days.repository.js';
import { ReconciliationView, presentRun } from '../selling/reconciliation-admin.presenter.js';
import type { OverviewFigures } from './overview.service.js';

/** Accounts by where they stand now with their membership of record. */
export class CensusView {
  trialing: number;
  active: number;
  grace: number;
  suspended: number;
  paused: number;
  blocked: number;
  ended: number;
  /** How many of those who read were given what they hold. */
  complimentary: number;
}

export class FlowView {
  /** First trials; a repeat is none. */
  trialsStarted: number;
  /** Trials that have led to a first payment, on the day of that. */
  trialsConverted: number;
  /** Memberships that were paid for the first time, converted trials among them. */
  begun: number;
  /** Memberships that had been paid for, and ended. */
  ended: number;
  /** Begun less ended. */
  net: number;
}

export class DayOfFlowView extends FlowView {
  /** Like `2026-11-29`, in UTC. */
  day: string;
}

export class MonthlyRevenueView {
  /** ISO 4217, lower case. */
  currency: string;
  /** Monthly recurring revenue, in the currency's minor unit (cents). */
  now: number;
  /** The same when the first day began. */
  before: number;
}

export class ChurnView {
  /** Memberships that had been paid for when the first day began, and had not ended. */
  paidAtStart: number;
  /** Of these, how many have ended since. */
  ended: number;
  /** Ended by paid at the start, 0 to 1; null where nobody had paid. */
  @ApiProperty({ type: Number, nullable: true })
  ratio: number | null;
}

export class FailedPaymentsView {
  currency: string;
  count: number;
  /** What is still to be paid, in the currency's minor unit (cents). */
  amount: number;
}

export class InboxHealthView {
  waiting: number;
  /** Tried again by themselves. */
  failed: number;
  /** Waiting for a person. */
  quarantined: number;
  /** Since the oldest came that is not done, whether it waits or is tried again. */
  @ApiProperty({ type: 'integer', nullable: true })
  oldestWaitingSeconds: number | null;
  lastReceivedAt: Date | null;
}

export class ArticleFiguresView {
  id: string;
  slug: string;
  title: string;
  /** How often its whole text was given to somebody who reads. */
  fullReads: number;
  /** How often somebody stood before its wall. */
  teasers: number;
  /** Memberships that began with a purchase at its wall. */
  joins: number;
  /** Joins by teasers; null without teasers. */
  @ApiProperty({ type: Number, nullable: true })
  conversion: number | null;
}

export class OverviewView {
  /** The midnight in UTC with which the first day begins. */
  from: Date;
  /** When it was counted: where that takes seconds, it is kept for minutes. */
  to: Date;
  days: number;
  members: CensusView;
  /** Every day, the earliest first; today as far as it has come. */
  series: DayOfFlowView[];
  totals: FlowView;
  mrr: MonthlyRevenueView[];
  churn: ChurnView;
  /** Open invoices whose payment failed. */
  failedPayments: FailedPaymentsView[];
  inbox: InboxHealthView;
  /** The newest comparison with Stripe, which may still go on. */
  @ApiProperty({ type: () => ReconciliationView, nullable: true })
  reconciliation: ReconciliationView | null;
  /** The ten most read. */
  mostRead: ArticleFiguresView[];
  /** The ten whose walls led to the most memberships. */
  mostConverting: ArticleFiguresView[];
}

export function presentOverview(figures: OverviewFigures): OverviewView {
  const { window, members, selling, books, mostRead, mostConverting } = figures;
  return {
    from: window.from,
    to: window.to,
    days: window.days.length,
    members: census(members),
    ...presentSelling(selling),
    ...presentBooks(books),
    mostRead: mostRead.map(article),
    mostConverting: mostConverting.map(article),
  };
}

function census(members: Census): CensusView {
  const { trialing, active, grace, suspended, paused, blocked, ended, complimentary } = members;
  return { trialing, active, grace, suspended, paused, blocked, ended, complimentary };
}

type Selling = Pick<OverviewView, 'series' | 'totals' | 'mrr' | 'churn' | 'failedPayments'>;

function presentSelling(selling: SellingFigures): Selling {
  const { paidAtStart, ended, ratio } = selling.churn;
  return {
    series: selling.series.map((day: DayOfFlow) => ({ day: day.day, ...flow(day) })),
    totals: flow(selling.totals),
    mrr: selling.mrr.map(({ currency, now, before }) => ({ currency, now, before })),
    churn: { paidAtStart, ended, ratio },
    failedPayments: selling.failedPayments.map(({ currency, count, amount }) => ({
      currency,
      count,
      amount,
    })),
  };
}

function flow({ trialsStarted, trialsConverted, begun, ended, net }: Flow): FlowView {
  return { trialsStarted, trialsConverted, begun, ended, net };
}

function presentBooks(books: BooksState): Pick<OverviewView, 'inbox' | 'reconciliation'> {
  const { waiting, failed, quarantined, oldestWaitingSeconds, lastReceivedAt } = books.inbox;
  return {
    inbox: { waiting, failed, quarantined, oldestWaitingSeconds, lastReceivedAt },
    reconciliation: books.reconciliation === null ? null : presentRun(books.reconciliation),
  };
}

function article({
  id,
  slug,
  title,
  fullReads,
  teasers,
  joins,
}: ArticleFigures): ArticleFiguresView {
  const conversion = teasers === 0 ? null : joins / teasers;
  return { id, slug, title, fullReads, teasers, joins, conversion };
}
