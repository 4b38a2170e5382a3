/** Counts members in the database, grouped by what a figure is made of: there may be very many. */
import { Injectable } from '@nestjs/common';
import type { DayWindow } from '../../platform/clock/day-window.rules.js';
import { Database } from '../../platform/database/database.js';
import { stateOfMembership } from '../membership-state-row.js';
import type { HolderGroup, StateGroup } from './census.rules.js';

/** How often something happened on one day, like `2026-11-29` in UTC. */
export interface DayCount {
  readonly day: string;
  readonly count: number;
}

/** The instant at which the states are asked for, and how long a failed payment still reads. */
interface Moment {
  readonly now: Date;
  readonly graceDays: number;
}

@Injectable()
export class CensusRepository {
  constructor(private readonly database: Database) {}

  /** Accounts that stand, by their membership of record. */
  byState({ now, graceDays }: Moment): Promise<StateGroup[]> {
    return this.database.client.$queryRaw<StateGroup[]>`
      select s.state, m.source = 'complimentary' as "isGiven", count(*)::int as members
      from memberships m
        cross join lateral (select ${stateOfMembership(now, graceDays)} as state) s
      where m."ofRecord" and s.state <> 'none' and not exists (
        select from users u where u.id = m."userId" and u."deletedAt" is not null)
      group by 1, 2`;
  }

  /** Who holds a plan now; whose membership has ended holds it no more. */
  holdersOf(planId: string, { now, graceDays }: Moment): Promise<HolderGroup[]> {
    return this.database.client.$queryRaw<HolderGroup[]>`
      select held.state, held."isGiven",
        case when p.id is not null then json_build_object('priceId', p.id, 'amount', p.amount,
          'currency', p.currency, 'interval', p.interval, 'onSale', p.status = 'active') end as price,
        count(*)::int as members, sum(held.seats)::int as seats,
        count(*) filter (where held."isLeaving")::int as leaving,
        count(*) filter (where held.renews)::int as renewing,
        min(held."currentPeriodEnd") filter (where held.renews) as "firstRenewal",
        max(held."currentPeriodEnd") filter (where held.renews) as "lastRenewal"
      from (
        select s.state, m.source = 'complimentary' as "isGiven", m."priceId", m.seats,
          m."currentPeriodEnd", m.source = 'sold' and m."cancelsAt" is not null as "isLeaving",
          m.source = 'sold' and m."cancelsAt" is null and m."currentPeriodEnd" > ${now}::timestamptz
            and s.state in ('trialing', 'active', 'grace') as renews
        from memberships m join users u on u.id = m."userId" and u."deletedAt" is null
          cross join lateral (select ${stateOfMembership(now, graceDays)} as state) s
        where m."ofRecord" and m."planId" = ${planId}::uuid and s.state not in ('none', 'ended')
      ) held left join prices p on p.id = held."priceId"
      group by held.state, held."isGiven", p.id`;
  }

  /** Members of other plans who move to this one at the end of their period. */
  async arrivingAt(planId: string): Promise<number> {
    const [row] = await this.database.client.$queryRaw<{ members: number }[]>`
      select count(*)::int as members from memberships
      where "nextPriceId" in (select id from prices where "planId" = ${planId}::uuid)
        and "planId" <> ${planId}::uuid and "ofRecord" and status <> 'ended'`;
    return row?.members ?? 0;
  }

  /** First trials by the day on which they began; a repeat is none. */
  trialsStarted({ from, to }: DayWindow): Promise<DayCount[]> {
    return this.database.client.$queryRaw<DayCount[]>`
      select to_char("startedAt" at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::int as count
      from trial_uses where "startedAt" >= ${from} and "startedAt" < ${to} and not "isRepeat"
      group by 1`;
  }
}
