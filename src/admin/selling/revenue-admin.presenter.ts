/** What staff see of revenue. */
import type { RevenueReport } from '../../billing/ledger/revenue-report.service.js';
import type { Takings } from '../../billing/ledger/revenue.rules.js';

export class TakingsView {
  /** In the currency's minor unit (cents), as all amounts here. */
  payments: number;
  /** Negative: it went back; refunds that failed are taken out again. */
  refunds: number;
  /** Negative: the bank took it back; disputes that were won are taken out again. */
  disputes: number;
  /** The sum of the three. */
  net: number;
}

export class MonthOfRevenueView extends TakingsView {
  /** Like `2026-11`, in UTC. */
  month: string;
}

export class CurrencyRevenueView {
  /** ISO 4217, lower case. */
  currency: string;
  total: TakingsView;
  /** The months in which money moved, the earliest first. */
  months: MonthOfRevenueView[];
  /**
   * Monthly recurring revenue at the end of the range: of each payment whose period covers that instant, less
   * what came back of it, a month's share. Payments for as many months are added up, then the share is rounded
   * to the minor unit, halves up. Trials and complimentary memberships are nothing.
   */
  mrr: number;
}

export class RevenueView {
  from: Date;
  to: Date;
  currencies: CurrencyRevenueView[];
}

export function presentRevenue({ from, to, currencies }: RevenueReport): RevenueView {
  return {
    from,
    to,
    currencies: currencies.map(({ currency, total, months, mrr }) => ({
      currency,
      total: takings(total),
      months: months.map(({ month, ...sums }) => ({ month, ...takings(sums) })),
      mrr,
    })),
  };
}

function takings({ payments, refunds, disputes, net }: Takings): TakingsView {
  return { payments, refunds, disputes, net };
}
