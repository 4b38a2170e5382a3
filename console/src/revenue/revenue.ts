/** Revenue as the API reports it. Amounts are in the currency's smallest unit; what went back is negative. */

export interface Takings {
  payments: number;
  refunds: number;
  disputes: number;
  net: number;
}

export interface MonthOfRevenue extends Takings {
  /** Like `2026-11`. */
  month: string;
}

export interface CurrencyRevenue {
  currency: string;
  total: Takings;
  months: MonthOfRevenue[];
  mrr: number;
}

export interface Revenue {
  from: string;
  to: string;
  currencies: CurrencyRevenue[];
}
