/** What our tables hold of somebody, read past the product's own code. */
import type pg from 'pg';

export type Books = Pick<pg.Pool, 'query'>;

export interface LedgerLine {
  stripeKey: string;
  kind: string;
  amount: number;
}

export async function ledgerOf(books: Books, userId: string): Promise<LedgerLine[]> {
  const { rows } = await books.query<LedgerLine>(
    `select "stripeKey", kind::text, amount from ledger_lines where "userId" = $1
     order by "stripeKey"`,
    [userId],
  );
  return rows;
}

/** Tables that hold one person's rows, by the column that names her; none of them may change for nothing. */
const holdings = [
  ['memberships', '"userId"'],
  ['ledger_lines', '"userId"'],
  ['billing_letters', '"userId"'],
  ['trial_uses', '"userId"'],
  ['invoices', '"userId"'],
  ['checkouts', '"userId"'],
  ['consents', '"userId"'],
  ['audit_entries', '"subjectId"'],
] as const;

/** Every row about her, without the instants at which it was last looked at. */
export async function everythingOf(
  books: Books,
  userId: string,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [table, column] of holdings) {
    const { rows } = await books.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'updatedAt' as row from ${table} t where ${column}::text = $1
       order by to_jsonb(t)::text`,
      [userId],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** How many events have come in that are neither answered nor known to be none of ours. */
export async function unansweredEvents(books: Books): Promise<string[]> {
  const { rows } = await books.query<{ what: string }>(
    `select type || ' ' || status || coalesce(': ' || "lastError", '') as what from webhook_events
     where status not in ('processed', 'ignored')`,
  );
  return rows.map(({ what }) => what);
}

/** What is still to be done, and what went wrong the last time. */
export async function waitingJobs(books: Books): Promise<string[]> {
  const { rows } = await books.query<{ what: string }>(
    `select task_identifier || coalesce(': ' || last_error, '') as what from graphile_worker.jobs
     where attempts < max_attempts or locked_at is not null`,
  );
  return rows.map(({ what }) => what);
}

/** Jobs pause between attempts by the machine's clock, which a test cannot move: this ends the pause. */
export async function hurryJobs(books: Books): Promise<void> {
  await books.query(
    `select graphile_worker.reschedule_jobs(
       array(select id from graphile_worker.jobs
             where attempts < max_attempts and locked_at is null and run_at > now()),
       run_at := now())`,
  );
}
