/** Every dated thing that is known of a member, source by source: each tells its newest, in one statement. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type Sql, sql } from '../../../platform/database/sql.js';
import type { Moment } from './timeline.rules.js';

export const timelineKinds = [
  'account',
  'membership',
  'trial',
  'invoice',
  'money',
  'consent',
  'letter',
  'stripe-event',
  'session',
  'second-factor',
  'read',
  'gift',
  'note',
  'deed',
] as const;

export type TimelineKind = (typeof timelineKinds)[number];

export interface TimelineItem extends Moment {
  kind: TimelineKind;
  /** What happened, in a word: `began`, `paid`, a letter's kind, a deed's action. */
  what: string;
  /** The id of the thing, ours or Stripe's. */
  ref: string;
  /** What a person reads beside it; null where the word says it all. */
  about: string | null;
  /** In the currency's minor unit (cents). */
  amount: number | null;
  currency: string | null;
}

/** Whose life, by which time. */
interface Whose {
  id: string;
  now: Date;
}

const noMoney = sql`null::int as amount, null::text as currency`;

const sources: Record<TimelineKind, (whose: Whose) => Sql> = {
  account: ({ id }) => sql`
    select at, what, u.id::text as ref, null as about, ${noMoney}
    from users u, lateral (values (u."createdAt", 'opened'), (u."deletedAt", 'deleted')) v (at, what)
    where u.id = ${id}::uuid and at is not null`,
  membership: ({ id, now }) => sql`
    select at, what, m.id::text as ref, p.name || ', ' || m.source as about, ${noMoney}
    from memberships m join plans p on p.id = m."planId", lateral (values
      (m."startedAt", 'began'),
      (coalesce(m."endedAt", case when m.source = 'complimentary' then m."cancelsAt" end), 'ended')
    ) v (at, what)
    where m."userId" = ${id}::uuid and at <= ${now}::timestamptz`,
  trial: ({ id }) => sql`
    select "startedAt" as at, case when "isRepeat" then 'repeated' else 'began' end as what,
      "membershipId"::text as ref, null as about, ${noMoney}
    from trial_uses where "userId" = ${id}::uuid`,
  invoice: ({ id }) => sql`
    select "createdAt" as at, status as what, "stripeInvoiceId" as ref, number as about,
      total as amount, currency::text as currency
    from invoices where "userId" = ${id}::uuid`,
  money: ({ id }) => sql`
    select "occurredAt" as at, kind::text as what, "stripeKey" as ref, null as about, amount,
      currency::text as currency
    from ledger_lines where "userId" = ${id}::uuid`,
  consent: ({ id }) => sql`
    select "givenAt" as at, 'given' as what, id::text as ref, "termsVersion" as about, amount,
      currency::text as currency
    from consents where "userId" = ${id}::uuid`,
  letter: ({ id }) => sql`
    select "sentAt" as at, split_part(key, ':', 1) as what, key as ref, null as about, ${noMoney}
    from billing_letters where "userId" = ${id}::uuid`,
  'stripe-event': ({ id }) => sql`
    select e."receivedAt" as at, e.type as what, e."stripeEventId" as ref, e.status::text as about,
      ${noMoney}
    from stripe_customers c join webhook_events e on e."stripeCustomerId" = c."stripeCustomerId"
    where c."userId" = ${id}::uuid`,
  session: ({ id }) => sql`
    select at, what, s.id::text as ref, s."userAgent" as about, ${noMoney}
    from sessions s, lateral (values (s."createdAt", 'began'), (s."endedAt", 'ended')) v (at, what)
    where s."userId" = ${id}::uuid and s."impersonatedById" is null and at is not null`,
  'second-factor': ({ id }) => sql`
    select "confirmedAt" as at, 'authenticator' as what, "userId"::text as ref, null as about,
      ${noMoney}
    from authenticators where "userId" = ${id}::uuid and "confirmedAt" is not null
    union all
    select "createdAt", 'passkey', id::text, name, ${noMoney}
    from passkeys where "userId" = ${id}::uuid`,
  read: ({ id }) => sql`
    select r."readAt" as at, 'metered' as what, a.slug as ref, a.title as about, ${noMoney}
    from meter_reads r join articles a on a.id = r."articleId" where r."subjectId" = ${id}::uuid`,
  gift: ({ id }) => sql`
    select at, what, g.id::text as ref, a.title as about, ${noMoney}
    from gifts g join articles a on a.id = g."articleId",
      lateral (values (g."createdAt", 'given'), (g."revokedAt", 'taken-back')) v (at, what)
    where g."giverId" = ${id}::uuid and at is not null`,
  note: ({ id }) => sql`
    select "createdAt" as at, 'noted' as what, id::text as ref, text as about, ${noMoney}
    from member_notes where "userId" = ${id}::uuid`,
  deed: ({ id }) => sql`
    select at, action as what, id::text as ref, "actorId"::text as about, ${noMoney}
    from audit_entries where subject = 'member' and "subjectId" = ${id}`,
};

@Injectable()
export class TimelineRepository {
  constructor(private readonly database: Database) {}

  /** In no order. @param wanted as many of each source at most */
  async newest(whose: Whose, before: Moment | null, wanted: number): Promise<TimelineItem[]> {
    const told = timelineKinds.map((kind) => toldBy(kind, whose, before, wanted));
    const all = told.reduce((some, one) => sql`${some} union all ${one}`);
    return this.database.client.$queryRaw<TimelineItem[]>`${all}`;
  }
}

/** What orders moments of one instant is a digest: an id of Stripe's or ours would not fit every cursor. */
function toldBy(kind: TimelineKind, whose: Whose, before: Moment | null, wanted: number): Sql {
  const older =
    before === null
      ? sql`true`
      : sql`(at, key) < (${before.at}::timestamptz, ${before.key}::text collate "C")`;
  return sql`(
    select * from (
      select ${kind}::text as kind, told.*,
        md5(concat_ws(' ', ${kind}::text, what, ref, at)) collate "C" as key
      from (${sources[kind](whose)}) told
    ) keyed
    where ${older} order by at desc, key desc limit ${wanted})`;
}
