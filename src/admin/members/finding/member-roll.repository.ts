/** The roll of all accounts, each with where it stands now: what staff search. */
import { Injectable } from '@nestjs/common';
import type { MembershipState } from '../../../memberships/membership.js';
import { stateOfMembership } from '../../../memberships/membership-state-row.js';
import { Database } from '../../../platform/database/database.js';
import { type Sql, sql } from '../../../platform/database/sql.js';
import type { Account, Role } from '../../../users/reader.js';
import type { IdKind, MemberQuery } from './member-query.rules.js';

export interface RollEntry extends Account {
  labels: string[];
  state: MembershipState;
  /** Of the membership that the state is of; null where it is none. */
  plan: { id: string; slug: string; name: string } | null;
}

/** What is left out is not looked at. */
export interface RollFilter {
  query?: MemberQuery | null | undefined;
  state?: MembershipState | undefined;
  /** Its slug or its id. */
  plan?: string | undefined;
  label?: string | undefined;
  role?: Role | undefined;
  banned?: boolean | undefined;
}

export interface RollPage {
  /** The id of the last account seen. */
  before: string | null;
  limit: number;
  now: Date;
  graceDays: number;
}

interface Row extends Omit<RollEntry, 'plan'> {
  planId: string | null;
  planSlug: string;
  planName: string;
}

/** Each goes by an index to one account or none, also to one that was deleted: its books are here. */
const leadsTo: Record<IdKind, (id: string) => Sql> = {
  ours: (id) => sql`
    select ${id}::uuid union all select "userId" from memberships where id = ${id}::uuid`,
  customer: (id) => sql`select "userId" from stripe_customers where "stripeCustomerId" = ${id}`,
  subscription: (id) => sql`
    select h."userId" from stripe_subscriptions s join memberships h on h.id = s."membershipId"
    where s."stripeSubscriptionId" = ${id}`,
  invoice: (id) => sql`select "userId" from invoices where "stripeInvoiceId" = ${id}`,
  payment: (id) => sql`select "userId" from ledger_lines where "stripePaymentIntentId" = ${id}`,
};

const always = sql`true`;

/** Accounts, the newest first, that are looked through before any index is asked: what many have is found there. */
const nearby = 2_000;

@Injectable()
export class MemberRollRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async list(filter: RollFilter, page: RollPage): Promise<RollEntry[]> {
    const near = isId(filter) ? [] : await this.find(filter, page, isNear(page.before));
    if (near.length === page.limit) return near;
    return this.find(filter, page, leading(filter));
  }

  private async find(filter: RollFilter, page: RollPage, where: Sql): Promise<RollEntry[]> {
    const { before, limit, now, graceDays } = page;
    const rows = await this.database.client.$queryRaw<Row[]>`
      select u.id, u.email, u.name, u.roles::text[] as roles, u."createdAt", u."bannedAt",
        u."banReason", u."deletedAt", u.labels, s.state,
        p.id as "planId", p.slug as "planSlug", p.name as "planName"
      from users u
      left join memberships m on m."userId" = u.id and m."ofRecord"
      cross join lateral (select ${stateOfMembership(now, graceDays)} as state) s
      left join plans p on p.id = m."planId" and s.state <> 'none'
      where ${before === null ? always : sql`u.id < ${before}::uuid`}
        and ${where} and ${asked(filter.query ?? null)} and ${narrowed(filter)}
      order by u.id desc limit ${limit}`;
    return rows.map(toEntry);
  }
}

const isId = ({ query }: RollFilter): boolean => query?.by !== undefined && query.by !== 'words';

const isNear = (before: string | null): Sql => sql`
  u.id >= (select id from (
    select id from users where ${before === null ? always : sql`id < ${before}::uuid`}
    order by id desc limit ${nearby}) newest order by id limit 1)`;

/** A deleted account is nobody's any more: no word finds it. */
function asked(query: MemberQuery | null): Sql {
  if (query === null) return sql`u."deletedAt" is null`;
  if (query.by !== 'words') return sql`u.id in (${leadsTo[query.by](query.id)})`;
  const { words } = query;
  // Parts of words by position and not by pattern: nothing that is typed means more than itself.
  return sql`u."deletedAt" is null and (
    strpos(u.email, lower(${words})) > 0
    or strpos(lower(u.name), lower(${words})) > 0
    or u.labels @> array[lower(${words})]
    or u.id in (${byInvoice(words)}))`;
}

const byInvoice = (words: string): Sql =>
  sql`select "userId" from invoices where number in (${words}, upper(${words}))`;

/** Fewer letters are in no index: few search by one or two, and those are in very many addresses. */
const fewestLetters = 3;

/** Says nothing that `asked` and `narrowed` do not say, but so that an index leads to the few who may be meant. */
function leading({ query, state, role, banned }: RollFilter): Sql {
  return [
    query?.by === 'words' && [...query.words].length >= fewestLetters
      ? sql`u.id = any (array(
          select id from users
          where letters_in(email || E'\\n' || coalesce(name, '')) @> letters_in(${query.words})
          union all select id from users where labels @> array[lower(${query.words})]
          union all ${byInvoice(query.words)}))`
      : always,
    state === undefined ? always : (mayBeIn[state] ?? always),
    role === undefined ? always : sql`u.roles <> '{}'`,
    banned === true ? sql`u."bannedAt" is not null` : always,
  ].reduce((all, each) => sql`${all} and ${each}`);
}

/** Where a state needs a status that few have. */
const mayBeIn: Partial<Record<MembershipState, Sql>> = {
  trialing: sql`m.status = 'trialing'`,
  grace: sql`m.status = 'past_due'`,
  paused: sql`m.status = 'paused'`,
  blocked: sql`m.status = 'blocked'`,
};

function narrowed({ state, plan, label, role, banned }: RollFilter): Sql {
  return [
    state === undefined ? always : sql`s.state = ${state}`,
    plan === undefined ? always : sql`(p.slug = ${plan} or p.id::text = lower(${plan}))`,
    label === undefined ? always : sql`u.labels @> array[${label}]`,
    role === undefined ? always : sql`u.roles @> array[${role}]::"Role"[]`,
    banned === undefined ? always : sql`(u."bannedAt" is not null) = ${banned}`,
  ].reduce((all, each) => sql`${all} and ${each}`);
}

function toEntry({ planId, planSlug, planName, ...row }: Row): RollEntry {
  const plan = planId === null ? null : { id: planId, slug: planSlug, name: planName };
  return { ...row, plan };
}
