/**
 * Revenue from the lines of the ledger: what moved in each month, and what comes in by the month at one instant.
 * Whole minor units throughout; only a payment's share of a month is rounded, as said there.
 */
import type { LedgerKind } from './ledger-lines.rules.js';

/** Lines of one kind, currency and month, added up. */
export interface LedgerSum {
  /** Like `2026-11`, in UTC. */
  readonly month: string;
  readonly currency: string;
  readonly kind: LedgerKind;
  /** In the currency's minor unit (cents). */
  readonly amount: number;
}

/** What was paid, and not given back, for periods of one length that cover an instant. */
export interface CoveringSum {
  readonly currency: string;
  /** Seconds. */
  readonly length: number;
  /** In the currency's minor unit (cents). */
  readonly amount: number;
}

/** In the currency's minor unit (cents); what went away is negative, so that the net is the sum. */
export interface Takings {
  readonly payments: number;
  readonly refunds: number;
  readonly disputes: number;
  readonly net: number;
}

export interface MonthOfRevenue extends Takings {
  readonly month: string;
}

export interface CurrencyRevenue {
  readonly currency: string;
  readonly total: Takings;
  /** The months in which money moved, the earliest first. */
  readonly months: readonly MonthOfRevenue[];
  /** Monthly recurring revenue at the end of the range. */
  readonly mrr: number;
}

/** 365.2425 days, by twelve. */
const monthInSeconds = (365.2425 / 12) * 24 * 60 * 60;

/** A period in whole months: 28 to 31 days are one, a year is twelve, a week is one, too. */
export function monthsIn(seconds: number): number {
  return Math.max(1, Math.round(seconds / monthInSeconds));
}

/** By currency, in the order of the alphabet; a currency in which nothing moved or runs is left out. */
export function revenueOf(
  sums: readonly LedgerSum[],
  covering: readonly CoveringSum[],
): CurrencyRevenue[] {
  const currencies = new Set([...sums, ...covering].map(({ currency }) => currency));
  return [...currencies].toSorted().map((currency) => {
    const own = sums.filter((sum) => sum.currency === currency);
    const months = [...new Set(own.map(({ month }) => month))].toSorted();
    return {
      currency,
      total: takingsOf(own),
      months: months.map((month) => ({
        month,
        ...takingsOf(own.filter((sum) => sum.month === month)),
      })),
      mrr: monthlyOf(covering.filter((sum) => sum.currency === currency)),
    };
  });
}

function takingsOf(sums: readonly LedgerSum[]): Takings {
  const of = (...kinds: LedgerKind[]): number =>
    sums.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + amount, 0);
  const payments = of('payment');
  const refunds = of('refund', 'refund_failed');
  const disputes = of('dispute', 'dispute_won');
  return { payments, refunds, disputes, net: payments + refunds + disputes };
}

/** Payments for as many months are added up first; then a month's share is rounded, halves up. */
function monthlyOf(sums: readonly CoveringSum[]): number {
  const byMonths = new Map<number, number>();
  for (const { length, amount } of sums) {
    const months = monthsIn(length);
    byMonths.set(months, (byMonths.get(months) ?? 0) + amount);
  }
  return [...byMonths].reduce((sum, [months, amount]) => sum + Math.round(amount / months), 0);
}
