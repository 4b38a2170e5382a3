/** Looks at how PostgreSQL would go about a statement if every table that grows had grown. */
import type pg from 'pg';
import { growingTables } from '../../prisma/growing-tables.js';
import type { Statement } from './query-log.js';

/** Rows that every table that grows is said to have. */
const rows = 1_000_000;

/** More are not put in order for one answer. */
const mostSorted = 50_000;

/** Conditions that few rows meet, by the indexes of only these: to go through such an index is to go through few. */
const narrow = new Set([
  'checkouts_one_open',
  'invoices_open',
  'ledger_lines_back',
  'memberships_arriving',
  'users_banned',
  'users_deleted',
  'users_of_the_house',
  'webhook_events_in_trouble',
]);

const names = growingTables.map((name) => `'${name}'`).join(', ');

/**
 * For the owner: what planning goes by, as if all were there. PostgreSQL multiplies it by the pages that really are: an
 * empty table is given one, by a row that is taken back. Ids and words differ from row to row.
 */
export const asIfFull = `
  do $$
  declare empty record; rule record;
  begin
    for empty in
      select oid, relname from pg_class
      where relnamespace = 'public'::regnamespace and relname in (${names}) and pg_relation_size(oid) = 0
    loop
      begin
        for rule in
          select conname from pg_constraint where conrelid = empty.oid
          order by array_position(array['p', 'u', 'c', 'f', 'n'], contype::text)
        loop
          execute format('alter table %I drop constraint if exists %I cascade', empty.relname, rule.conname);
        end loop;
        execute format('insert into %I default values', empty.relname);
        raise exception 'taken back';
      exception when raise_exception then null;
      end;
    end loop;
  end $$;
  update pg_class set relpages = 1, reltuples = ${rows}
  where relnamespace = 'public'::regnamespace and relname in (${names});
  do $$
  declare place record;
  begin
    for place in
      select table_name, column_name from information_schema.columns
      where table_schema = 'public' and table_name in (${names}) and data_type in ('uuid', 'text')
    loop
      perform pg_restore_attribute_stats('schemaname', 'public', 'relname', place.table_name::text,
        'attname', place.column_name::text, 'inherited', false, 'version', 180000,
        'null_frac', 0::real, 'avg_width', 16, 'n_distinct', (-0.5)::real);
    end loop;
  end $$`;

interface Step {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Plan Rows': number;
  Plans?: Step[];
}

/** Whether the statement looks into a table that grows. */
export const isOfGrowing = ({ text }: Statement): boolean =>
  /^\s*(?:with|select|insert|update|delete|\()/i.test(text) &&
  growingTables.some((table) => new RegExp(String.raw`\b${table}\b`).test(text));

/** @returns what in it costs more the more there is, like `reads through articles`; nothing where all goes by an index */
export async function flawsOf(pool: pg.Pool, { text, values }: Statement): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local enable_seqscan = off; set local jit = off');
    const { rows: plans } = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
      `explain (format json) ${text}`,
      values,
    );
    return plans.flatMap((row) => flawsIn(row['QUERY PLAN'][0].Plan, false));
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** @param isCutShort whether only the first rows of it are asked for, and nothing has to be complete before they come */
function flawsIn(step: Step, isCutShort: boolean): string[] {
  const { 'Node Type': type, Plans: parts = [] } = step;
  const isLimited = type === 'Limit' || (isCutShort && passesOn.has(type));
  return [...flawOf(step, isCutShort), ...parts.flatMap((part) => flawsIn(part, isLimited))];
}

/** What hands on rows as they come. */
const passesOn = new Set([
  'Append',
  'Incremental Sort',
  'LockRows',
  'Memoize',
  'Nested Loop',
  'Result',
  'Subquery Scan',
]);

function flawOf(step: Step, isCutShort: boolean): string[] {
  const { 'Node Type': type, 'Relation Name': table = '', 'Plan Rows': count } = step;
  if (type === 'Sort' && count > mostSorted && !isCutShort) return [`sorts ${count} rows`];
  if (!growingTables.some((name) => name === table)) return [];
  if (type === 'Seq Scan') return [`reads through ${table}`];
  const isAnyIndex =
    (type === 'Index Scan' || type === 'Index Only Scan') && !narrow.has(step['Index Name'] ?? '');
  return isAnyIndex && step['Index Cond'] === undefined && !isCutShort
    ? [`reads through an index of ${table}`]
    : [];
}
