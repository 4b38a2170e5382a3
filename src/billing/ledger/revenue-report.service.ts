/** Reads revenue from the ledger for a range of time. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { invalidParameters } from '../../platform/http/problem.js';
import { RevenueRepository } from './revenue.repository.js';
import { type CurrencyRevenue, revenueOf } from './revenue.rules.js';

export interface RevenueReport {
  from: Date;
  /** The first instant that is not in the range any more. */
  to: Date;
  currencies: CurrencyRevenue[];
}

/** Monthly recurring revenue of one currency, in its minor unit (cents), at two instants. */
export interface MonthlyRevenue {
  currency: string;
  now: number;
  before: number;
}

@Injectable()
export class RevenueReports {
  constructor(
    private readonly ledger: RevenueRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param range until now, and from the first of the month eleven months before its end, where nothing is said
   * @throws Problem 400 for a range that ends before it begins
   */
  async read(range: { from?: Date | undefined; to?: Date | undefined }): Promise<RevenueReport> {
    const to = range.to ?? this.clock.now();
    const from = range.from ?? monthBefore(to, 11);
    if (from >= to) throw invalidParameters([{ field: 'from', message: 'must be before "to"' }]);
    const [sums, covering] = await Promise.all([
      this.ledger.sums(from, to),
      this.ledger.covering(to),
    ]);
    return { from, to, currencies: revenueOf(sums, covering) };
  }

  /** By currency, in the order of the alphabet: each that ran at one of the two instants. */
  async monthlyBetween(before: Date, now: Date): Promise<MonthlyRevenue[]> {
    const earlier = await this.monthlyAt(before);
    const later = await this.monthlyAt(now);
    const currencies = [...new Set([...earlier.keys(), ...later.keys()])].toSorted();
    return currencies.map((currency) => ({
      currency,
      now: later.get(currency) ?? 0,
      before: earlier.get(currency) ?? 0,
    }));
  }

  private async monthlyAt(instant: Date): Promise<Map<string, number>> {
    const currencies = revenueOf([], await this.ledger.covering(instant));
    return new Map(currencies.map(({ currency, mrr }) => [currency, mrr]));
  }
}

function monthBefore(instant: Date, months: number): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() - months, 1));
}
