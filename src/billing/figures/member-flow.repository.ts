/** Counts in the books how members came and went: who has paid stands in the ledger. */
import { Injectable } from '@nestjs/common';
import type { DayWindow } from '../../platform/clock/day-window.rules.js';
import { Database } from '../../platform/database/database.js';

/** What began on one day, like `2026-11-29` in UTC. */
export interface DayOfBeginnings {
  readonly day: string;
  readonly begun: number;
  /** Of these, how many after a trial. */
  readonly converted: number;
}

export interface Leavers {
  /** Memberships that had been paid for when the window began, and had not ended. */
  readonly paidAtStart: number;
  /** Of these, how many have ended in it. */
  readonly ended: number;
}

@Injectable()
export class MemberFlowRepository {
  constructor(private readonly database: Database) {}

  /** By the day of the first payment. */
  begun({ from, to }: DayWindow): Promise<DayOfBeginnings[]> {
    return this.database.client.$queryRaw<DayOfBeginnings[]>`
      select to_char(paid."occurredAt" at time zone 'UTC', 'YYYY-MM-DD') as day,
        count(*)::int as begun, count(trial.id)::int as converted
      from ledger_lines paid
        join stripe_subscriptions s on s."stripeSubscriptionId" = paid."stripeSubscriptionId"
        left join trial_uses trial on trial."membershipId" = s."membershipId"
      where paid.kind = 'payment' and paid."occurredAt" >= ${from} and paid."occurredAt" < ${to}
        and not exists (
          select from ledger_lines earlier
          where earlier.kind = 'payment'
            and earlier."stripeSubscriptionId" = paid."stripeSubscriptionId"
            and (earlier."occurredAt", earlier.id) < (paid."occurredAt", paid.id))
      group by 1`;
  }

  /** By the day of the end. */
  ended({ from, to }: DayWindow): Promise<{ day: string; count: number }[]> {
    return this.database.client.$queryRaw<{ day: string; count: number }[]>`
      select to_char(m."endedAt" at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as count
      from memberships m join stripe_subscriptions s on s."membershipId" = m.id
        cross join lateral (
          select from ledger_lines paid
          where paid.kind = 'payment' and paid."stripeSubscriptionId" = s."stripeSubscriptionId"
          limit 1
        ) has_paid
      where m."endedAt" >= ${from} and m."endedAt" < ${to}
      group by 1`;
  }

  async leavers({ from, to }: DayWindow): Promise<Leavers> {
    const [row] = await this.database.client.$queryRaw<Leavers[]>`
      select count(*)::int as "paidAtStart",
        count(*) filter (where m."endedAt" < ${to})::int as ended
      from memberships m join stripe_subscriptions s on s."membershipId" = m.id
      where (m."endedAt" is null or m."endedAt" >= ${from}) and exists (
        select from ledger_lines paid
        where paid.kind = 'payment' and paid."stripeSubscriptionId" = s."stripeSubscriptionId"
          and paid."occurredAt" < ${from})`;
    return row ?? { paidAtStart: 0, ended: 0 };
  }
}
