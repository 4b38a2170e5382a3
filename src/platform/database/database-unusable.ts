/** Why this process cannot start on its database: one sentence for whoever starts it. */
export class DatabaseUnusable extends Error {
  override name = 'DatabaseUnusable';
}

/** @param connectionString only its host, port and database are repeated */
export function unreachable(connectionString: string, cause: unknown): DatabaseUnusable {
  const { host, pathname } = new URL(connectionString);
  return new DatabaseUnusable(
    `PostgreSQL at ${host}${pathname} cannot be used: ${reasonOf(cause)}. Check DATABASE_URL.`,
    { cause },
  );
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails once for each; the errors come bundled, without a message.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
