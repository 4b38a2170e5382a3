/** What `standing.rules.ts` says of one membership, in SQL: so that members are found by where they stand now. */
import { type Sql, sql } from '../platform/database/sql.js';

/**
 * The state of `memberships m`, which may be missing. A journey holds it against `standingOf`, state by state and
 * second by second.
 */
export const stateOfMembership = (now: Date, graceDays: number): Sql => sql`
  case
    when m.id is null or m.status = 'incomplete' then 'none'
    when m.status in ('paused', 'blocked', 'ended') then m.status::text
    when m.status = 'unpaid' then 'suspended'
    when m."cancelsAt" <= ${now}::timestamptz then 'ended'
    when m.status = 'past_due' then
      case
        when ${now}::timestamptz
          < coalesce(m."pastDueSince", m."startedAt") + ${graceDays}::int * interval '24 hours'
        then 'grace' else 'suspended'
      end
    when m."currentPeriodEnd" + (${graceDays}::int + 1) * interval '24 hours' <= ${now}::timestamptz
      then 'suspended'
    else m.status::text
  end`;
