/** Adds up lines of the ledger in the database; there may be very many. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { CoveringSum, LedgerSum } from './revenue.rules.js';

type Counted<Row extends { amount: number }> = Omit<Row, 'amount'> & { amount: bigint };

@Injectable()
export class RevenueRepository {
  constructor(private readonly database: Database) {}

  /** @param to the first instant that is not in the range any more */
  async sums(from: Date, to: Date): Promise<LedgerSum[]> {
    const rows = await this.database.client.$queryRaw<Counted<LedgerSum>[]>`
      select to_char("occurredAt" at time zone 'UTC', 'YYYY-MM') as month,
        currency, kind::text as kind, sum(amount)::bigint as amount
      from ledger_lines
      where "occurredAt" >= ${from} and "occurredAt" < ${to}
      group by 1, 2, 3`;
    return rows.map(numbered);
  }

  /**
   * What was paid until then for a period that covers the instant, less what came back of it until then;
   * never less than nothing.
   */
  async covering(at: Date): Promise<CoveringSum[]> {
    const rows = await this.database.client.$queryRaw<Counted<CoveringSum>[]>`
      with back as materialized (
        select "stripePaymentIntentId" as payment, sum(amount) as amount from ledger_lines
        where kind <> 'payment' and "occurredAt" <= ${at} group by 1
      ), kept as (
        select paid.currency, paid."periodEnd" - paid."periodStart" as length,
          greatest(0, paid.amount + coalesce(back.amount, 0)) as amount
        from ledger_lines paid left join back on back.payment = paid."stripePaymentIntentId"
        where paid.kind = 'payment' and paid."occurredAt" <= ${at}
          and paid."periodStart" <= ${at} and paid."periodEnd" > ${at}
      )
      select currency, extract(epoch from length)::int as length, sum(amount)::bigint as amount
      from kept where amount > 0 group by 1, 2`;
    return rows.map(numbered);
  }
}

function numbered<Row extends { amount: bigint }>(
  row: Row,
): Omit<Row, 'amount'> & { amount: number } {
  return { ...row, amount: Number(row.amount) };
}
