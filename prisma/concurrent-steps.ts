/** Migrations that run outside of a transaction, so that reading and writing go on while a large table gets an index. */
import type pg from 'pg';
import type { Migration } from './folders.js';

/** The first line of such a migration. */
export const outsideMark = '-- Outside of a transaction.';

export const runsOutside = ({ sql }: Pick<Migration, 'sql'>): boolean =>
  sql.trimStart().startsWith(outsideMark);

/** What may be begun anew after it was killed half-way; anything else belongs into a migration of its own. */
const repeatable = [
  /^CREATE (UNIQUE )?INDEX CONCURRENTLY IF NOT EXISTS "?(?<name>\w+)"? /i,
  /^DROP INDEX CONCURRENTLY IF EXISTS "?\w+"?$/i,
  /^ALTER TABLE "?\w+"? VALIDATE CONSTRAINT "?\w+"?$/i,
];

interface Step {
  readonly sql: string;
  /** The index that it makes. */
  readonly makes: string | undefined;
}

/** @throws for a step that would not be the same when it is repeated */
export function stepsOf({ sql }: Pick<Migration, 'sql'>): Step[] {
  const statements = sql.replaceAll(/^\s*--.*$/gm, '').split(';');
  return statements.flatMap((statement) => {
    const step = statement.replaceAll(/\s+/g, ' ').trim();
    if (step === '') return [];
    const match = repeatable.map((form) => form.exec(step)).find((found) => found !== null);
    if (match === undefined) {
      throw new Error(
        `outside of a transaction there is only CREATE INDEX CONCURRENTLY IF NOT EXISTS, DROP INDEX CONCURRENTLY IF EXISTS and VALIDATE CONSTRAINT, not "${step}"`,
      );
    }
    return [{ sql: step, makes: match.groups?.['name'] }];
  });
}

/** Does them one after the other, each on its own; an index that an earlier try has left half-made is made anew. */
export async function runSteps(client: pg.Client, migration: Migration): Promise<void> {
  // It waits for whoever began before it, however long, and keeps nobody waiting.
  await client.query('SET lock_timeout = 0');
  for (const { sql, makes } of stepsOf(migration)) {
    if (makes !== undefined) await dropHalfMade(client, makes);
    await client.query(sql);
  }
}

async function dropHalfMade(client: pg.Client, index: string): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid',
    [client.escapeIdentifier(index)],
  );
  if (rowCount !== 0) {
    await client.query(`DROP INDEX CONCURRENTLY ${client.escapeIdentifier(index)}`);
  }
}
